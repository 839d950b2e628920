/** A field that two entries have different values for; undefined where one has none. */
export interface EntryDifference {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every field in which two entries differ, at the deepest place; lists are compared whole. */
export function entryDifferences(before: unknown, after: unknown, path = ''): EntryDifference[] {
  if (isObject(before) && isObject(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) =>
      entryDifferences(before[field], after[field], path === '' ? field : `${path}.${field}`),
    )
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }]
}

/** What became of the entry that a copy was made of: as it was, changed in these fields, or no longer in the catalog. */
export type OriginalSince =
  | { readonly kind: 'same' | 'removed' }
  | { readonly kind: 'changed'; readonly differences: readonly EntryDifference[] }

/** @param original the entry as it was when it was copied; @param now as the catalog has it, undefined where it has not */
export function originalSince(original: unknown, now: unknown): OriginalSince {
  if (now === undefined) return { kind: 'removed' }
  const differences = entryDifferences(original, now)
  return differences.length === 0 ? { kind: 'same' } : { kind: 'changed', differences }
}
