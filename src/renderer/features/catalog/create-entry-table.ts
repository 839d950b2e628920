import { createMemo, createSignal, type Accessor } from 'solid-js'
import {
  ALL,
  keptRows,
  MOST_COMPARED,
  nextOrder,
  orderedRows,
  withCompared,
  type EntryColumn,
  type EntryFilter,
  type TableOrder,
} from './entry-listing.ts'

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
    const kept = keptRows(rows(), filters, choiceOf, parts.words, text())
    const by = order()
    if (by === null) return kept
    const column = columns.find(({ id }) => id === by.column)
    return orderedRows(kept, column?.order ?? parts.name, by.descending)
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
    /** Orders by a column, "name" that of the names. */
    orderBy: (column: Pick<EntryColumn<R>, 'id' | 'numeric'>) => setOrder((now) => nextOrder(now, column)),
    isShown: (id: string) => usual().includes(id),
    show: (id: string, on: boolean) =>
      setUsual(columns.filter((column) => (column.id === id ? on : usual().includes(column.id))).map((one) => one.id)),
    shown: () => columns.filter(({ id }) => usual().includes(id)),
    selected: createMemo(() => byId(selected())),
    select,
    isCompared: (id: string) => chosen().includes(id),
    /** Whether one more can be compared. */
    hasRoom: () => chosen().length < MOST_COMPARED,
    compare: (id: string, on: boolean) => setChosen((now) => withCompared(now, id, on)),
    compared: createMemo(() => chosen().flatMap((id) => byId(id) ?? [])),
    compareNothing: () => setChosen([]),
  }
}

export type EntryTable<R extends { readonly id: string }> = ReturnType<typeof createEntryTable<R>>
