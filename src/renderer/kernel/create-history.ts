import { createSignal } from 'solid-js'

const LONGEST = 200

/** A value with undo and redo. Values are replaced, never changed in place. */
export function createHistory<T>(initial: T) {
  const [state, setState] = createSignal({ past: [] as readonly T[], present: initial, future: [] as readonly T[] })
  return {
    present: () => state().present,
    canUndo: () => state().past.length > 0,
    canRedo: () => state().future.length > 0,
    change(next: T) {
      setState(({ past, present }) => ({ past: [...past, present].slice(-LONGEST), present: next, future: [] }))
    },
    /** Starts anew from a value; nothing before it can be undone. */
    reset(value: T) {
      setState({ past: [], present: value, future: [] })
    },
    undo() {
      setState((all) => {
        const previous = all.past.at(-1)
        if (previous === undefined) return all
        return { past: all.past.slice(0, -1), present: previous, future: [all.present, ...all.future] }
      })
    },
    redo() {
      setState((all) => {
        const [next, ...future] = all.future
        if (next === undefined) return all
        return { past: [...all.past, all.present], present: next, future }
      })
    },
  }
}
