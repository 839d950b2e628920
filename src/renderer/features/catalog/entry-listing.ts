import type { TableColumn } from '../../../shared/report/table-data.ts'

/** A column of a table of entries. */
export interface EntryColumn<R> {
  readonly id: string
  readonly label: string
  /** Stands under the label; the cells have numbers alone. */
  readonly unit?: string
  /** Null sorts last whichever way round. */
  readonly order: (row: R) => number | string | null
  readonly text: (row: R) => string
  /** What is told of the cell beyond its text. */
  readonly title?: (row: R) => string
  readonly numeric: boolean
  /** What its cells hold where it is taken out of the app; words where it is left out. */
  readonly kind?: TableColumn['kind']
}

/** A choice that leaves rows out. */
export interface EntryFilter<R> {
  readonly id: string
  readonly label: string
  readonly choices: (rows: readonly R[]) => readonly { readonly id: string; readonly label: string }[]
  readonly keeps: (row: R, choice: string) => boolean
}

/** The choice of a filter that leaves nothing out. */
export const ALL = '*'

export const MOST_COMPARED = 4

/** Null where the table is in the catalog's own order. */
export type TableOrder = { readonly column: string; readonly descending: boolean } | null

const ORIGINS = ['user', 'built-in', 'paper']

/** The person's own entries, then those of the app, then the paper's. */
export const ownFirst = <R extends { readonly origin: string }>(rows: readonly R[]): readonly R[] =>
  rows.toSorted((a, b) => ORIGINS.indexOf(a.origin) - ORIGINS.indexOf(b.origin))

/** The rows that the filters keep and that have every word of a text. */
export function keptRows<R>(
  rows: readonly R[],
  filters: readonly EntryFilter<R>[],
  choiceOf: (filter: string) => string,
  words: (row: R) => string,
  text: string,
): readonly R[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      wanted.every((word) => words(row).toLowerCase().includes(word)) &&
      filters.every(({ id, keeps }) => choiceOf(id) === ALL || keeps(row, choiceOf(id))),
  )
}

/** Rows by a column; what it does not know is last either way. */
export const orderedRows = <R>(rows: readonly R[], order: EntryColumn<R>['order'], descending: boolean): readonly R[] =>
  rows.toSorted((a, b) => {
    const [one, other] = [order(a), order(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    const up =
      typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other))
    return descending ? -up : up
  })

/** The order after a column is clicked: down for numbers and up for words, then the other way round, then the catalog's own. */
export function nextOrder(now: TableOrder, { id, numeric }: Pick<EntryColumn<never>, 'id' | 'numeric'>): TableOrder {
  if (now?.column !== id) return { column: id, descending: numeric }
  return now.descending === numeric ? { column: id, descending: !numeric } : null
}

/** Ids that are compared after one is taken in or out; one more than there is room for is not taken in. */
export function withCompared(now: readonly string[], id: string, on: boolean): readonly string[] {
  const others = now.filter((other) => other !== id)
  return on && others.length < MOST_COMPARED ? [...others, id] : others
}
