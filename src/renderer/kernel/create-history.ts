import { createSignal } from 'solid-js'

const LONGEST = 200

/** Changes of the same kind this close together are one step of undo: a word typed, a slider dragged. */
const TOGETHER_MS = 1000

/** A value with what was done to get to it, in words. */
interface Step<T> {
  readonly value: T
  readonly says: string
}

/** A value with undo and redo. Values are replaced, never changed in place. @param now milliseconds of a clock */
export function createHistory<T>(initial: T, now: () => number = () => performance.now()) {
  let last: { readonly kind: string; readonly at: number } | null = null
  const beginning = (value: T) => ({ steps: [{ value, says: 'Opened' }] as readonly Step<T>[], at: 0 })
  const [state, setState] = createSignal(beginning(initial))
  const jump = (to: number) => {
    last = null
    setState(({ steps }) => ({ steps, at: Math.min(steps.length - 1, Math.max(0, to)) }))
  }
  return {
    present: () => state().steps[state().at]!.value,
    canUndo: () => state().at > 0,
    canRedo: () => state().at < state().steps.length - 1,
    /** What was done, oldest first; the first is the beginning. */
    steps: () => state().steps.map(({ says }) => says),
    /** Place of the present among the steps. */
    at: () => state().at,
    /**
     * @param kind changes of one kind in quick succession are undone together; null = always by itself
     * @param says what is done, for the list of steps
     */
    change(next: T, kind: string | null = null, says = 'Edit') {
      const joins = kind !== null && last?.kind === kind && now() - last.at < TOGETHER_MS
      last = kind === null ? null : { kind, at: now() }
      setState(({ steps, at }) => {
        const kept = steps.slice(0, joins ? at : at + 1).slice(-LONGEST)
        return { steps: [...kept, { value: next, says }], at: kept.length }
      })
    },
    /** Starts anew from a value; nothing before it can be undone. */
    reset(value: T) {
      last = null
      setState(beginning(value))
    },
    undo: () => jump(state().at - 1),
    redo: () => jump(state().at + 1),
    /** Goes to any of the steps; those after it can be done again. */
    jump,
  }
}
