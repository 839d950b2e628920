/** The least and the greatest of a figure, and whose they are. */
export interface Range {
  readonly least: { readonly value: number; readonly name: string }
  readonly most: { readonly value: number; readonly name: string }
}

/** Range of a figure over entries; null where none of them has it. */
export function rangeOf<T>(
  entries: readonly T[],
  name: (entry: T) => string,
  value: (entry: T) => number | null,
): Range | null {
  const known = entries
    .flatMap((entry) => {
      const own = value(entry)
      return own === null ? [] : [{ value: own, name: name(entry) }]
    })
    .toSorted((a, b) => a.value - b.value)
  return known.length === 0 ? null : { least: known[0]!, most: known.at(-1)! }
}
