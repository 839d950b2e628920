import { createMemo, createSignal, type Accessor } from 'solid-js'

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

const MOST_COMPARED = 4

/** Null where the table is in the catalog's own order. */
export type TableOrder = { readonly column: string; readonly descending: boolean } | null

const ORIGINS = ['user', 'built-in', 'paper']

/** The person's own entries, then those of the app, then the paper's. */
export const ownFirst = <R extends { readonly origin: string }>(rows: readonly R[]): readonly R[] =>
  rows.toSorted((a, b) => ORIGINS.indexOf(a.origin) - ORIGINS.indexOf(b.origin))

/** State of a table of entries: what is left out, its columns, their order, what is looked at and what is compared. */
export function createEntryTable<R extends { readonly id: string }>(parts: {
  readonly rows: Accessor<readonly R[]>
  readonly columns: readonly EntryColumn<R>[]
  /** Columns shown at first. */
  readonly usual: readonly string[]
  readonly filters: readonly EntryFilter<R>[]
  readonly name: (row: R) => string
  /** Where the text of the filter is looked for. */
  readonly words: (row: R) => string
}) {
  const { rows, columns, filters } = parts
  const [text, setText] = createSignal('')
  const [choices, setChoices] = createSignal<Readonly<Record<string, string>>>({})
  const [order, setOrder] = createSignal<TableOrder>(null)
  const [usual, setUsual] = createSignal<readonly string[]>(parts.usual)
  const [selected, select] = createSignal<string | null>(null)
  const [chosen, setChosen] = createSignal<readonly string[]>([])

  const choiceOf = (id: string): string => choices()[id] ?? ALL
  const listed = createMemo((): readonly R[] => {
    const words = text().toLowerCase().split(/\s+/).filter(Boolean)
    const kept = rows().filter(
      (row) =>
        words.every((word) => parts.words(row).toLowerCase().includes(word)) &&
        filters.every(({ id, keeps }) => choiceOf(id) === ALL || keeps(row, choiceOf(id))),
    )
    const by = order()
    if (by === null) return kept
    const column = columns.find(({ id }) => id === by.column)
    return kept.toSorted(comparing(column?.order ?? parts.name, by.descending))
  })
  const byId = (id: string | null): R | null => rows().find((row) => row.id === id) ?? null

  return {
    columns,
    filters,
    name: parts.name,
    rows,
    listed,
    text,
    setText,
    choiceOf,
    choose: (filter: string, choice: string) => setChoices({ ...choices(), [filter]: choice }),
    filtered: () => text().trim() !== '' || Object.values(choices()).some((choice) => choice !== ALL),
    clearFilters() {
      setText('')
      setChoices({})
    },
    order,
    /** Orders by a column, "name" that of the names; once more, the other way round; then as the catalog is. */
    orderBy: ({ id, numeric }: Pick<EntryColumn<R>, 'id' | 'numeric'>) =>
      setOrder((now): TableOrder => {
        if (now?.column !== id) return { column: id, descending: numeric }
        return now.descending === numeric ? { column: id, descending: !numeric } : null
      }),
    isShown: (id: string) => usual().includes(id),
    show: (id: string, on: boolean) =>
      setUsual(columns.filter((column) => (column.id === id ? on : usual().includes(column.id))).map((one) => one.id)),
    shown: () => columns.filter(({ id }) => usual().includes(id)),
    selected: createMemo(() => byId(selected())),
    select,
    isCompared: (id: string) => chosen().includes(id),
    /** Whether one more can be compared. */
    hasRoom: () => chosen().length < MOST_COMPARED,
    compare: (id: string, on: boolean) =>
      setChosen((now) => {
        const others = now.filter((other) => other !== id)
        return on && others.length < MOST_COMPARED ? [...others, id] : others
      }),
    compared: createMemo(() => chosen().flatMap((id) => byId(id) ?? [])),
    compareNothing: () => setChosen([]),
  }
}

const comparing =
  <R>(order: EntryColumn<R>['order'], descending: boolean) =>
  (a: R, b: R): number => {
    const [one, other] = [order(a), order(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    const up =
      typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other))
    return descending ? -up : up
  }

export type EntryTable<R extends { readonly id: string }> = ReturnType<typeof createEntryTable<R>>
