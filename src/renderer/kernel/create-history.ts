import { createSignal } from 'solid-js'

const LONGEST = 200

/** Changes of the same kind this close together are one step of undo: a word typed, a slider dragged. */
const TOGETHER_MS = 1000

/** A value with undo and redo. Values are replaced, never changed in place. @param now milliseconds of a clock */
export function createHistory<T>(initial: T, now: () => number = () => performance.now()) {
  let last: { readonly kind: string; readonly at: number } | null = null
  const [state, setState] = createSignal({ past: [] as readonly T[], present: initial, future: [] as readonly T[] })
  return {
    present: () => state().present,
    canUndo: () => state().past.length > 0,
    canRedo: () => state().future.length > 0,
    /** @param kind changes of one kind in quick succession are undone together; null = always by itself */
    change(next: T, kind: string | null = null) {
      const joins = kind !== null && last?.kind === kind && now() - last.at < TOGETHER_MS
      last = kind === null ? null : { kind, at: now() }
      setState(({ past, present }) => ({
        past: joins ? past : [...past, present].slice(-LONGEST),
        present: next,
        future: [],
      }))
    },
    /** Starts anew from a value; nothing before it can be undone. */
    reset(value: T) {
      last = null
      setState({ past: [], present: value, future: [] })
    },
    undo() {
      last = null
      setState((all) => {
        const previous = all.past.at(-1)
        if (previous === undefined) return all
        return { past: all.past.slice(0, -1), present: previous, future: [all.present, ...all.future] }
      })
    },
    redo() {
      last = null
      setState((all) => {
        const [next, ...future] = all.future
        if (next === undefined) return all
        return { past: [...all.past, all.present], present: next, future }
      })
    },
  }
}
