import { batch, createMemo, createSignal } from 'solid-js'
import { valueAt, withValueAt } from '../../../shared/catalog/entry-path.ts'
import type { Finding } from '../../../shared/catalog/finding.ts'

/** Which entry is edited, and what the form began with. */
export interface Editing {
  /** Null: it will be a new one. */
  readonly id: string | null
  readonly copiedFrom: string | null
  readonly title: string
  readonly start: unknown
}

/** What becomes of an entry in a form: the entry where it can be saved, and all that is found of it. */
export interface CheckedEntry<E> {
  readonly entry: E | null
  readonly findings: readonly Finding[]
}

/**
 * An entry while it is edited. Fields may hold anything, also what is no number: what cannot be saved is told at its field,
 * and nothing is saved until all of it can.
 */
export function createEntryDraft<E>(check: (value: unknown) => CheckedEntry<E>) {
  const [editing, setEditing] = createSignal<Editing | null>(null)
  const [value, setValue] = createSignal<unknown>(null)
  const checked = createMemo((): CheckedEntry<E> =>
    editing() === null ? { entry: null, findings: [] } : check(value()),
  )
  const open = (next: Editing, at: unknown) =>
    batch(() => {
      setValue(() => at)
      setEditing(next)
    })
  const errors = () => checked().findings.filter(({ severity }) => severity === 'error')
  return {
    editing,
    value,
    begin: (next: Editing) => open(next, next.start),
    end: () => setEditing(null),
    /** Leaves the form; gives what takes that back, null where nothing had been changed. */
    discard(): (() => void) | null {
      const [left, unsaved] = [editing(), value()]
      setEditing(null)
      return left === null || unsaved === left.start ? null : () => open(left, unsaved)
    },
    at: (path: string): unknown => valueAt(value(), path),
    set: (path: string, next: unknown) => setValue((now: unknown) => withValueAt(now, path, next)),
    errors,
    warnings: () => checked().findings.filter(({ severity }) => severity === 'warning'),
    errorAt: (path: string): string | null => errors().find((finding) => finding.path === path)?.message ?? null,
    /** The entry as it would be saved; null while something of it cannot be. */
    ready: (): E | null => (errors().length === 0 ? checked().entry : null),
  }
}

export type EntryDraft<E> = ReturnType<typeof createEntryDraft<E>>
