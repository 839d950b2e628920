import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { For, Show, type JSX } from 'solid-js'
import type { EntryTable } from './create-entry-table.ts'
import type { EntryColumn } from './entry-listing.ts'

export type Entry = { readonly id: string; readonly origin: 'paper' | 'built-in' | 'user' }

/**
 * The entries that the filters leave, a row each. One row is a tab stop: arrow keys go from row to row, which shows it; the
 * box before its name takes it into the comparison.
 */
export function EntryGrid<R extends Entry>(props: {
  readonly label: string
  readonly table: EntryTable<R>
}): JSX.Element {
  let body!: HTMLTableSectionElement
  const { table } = props
  const stop = () => table.listed().find(({ id }) => id === table.selected()?.id)?.id ?? table.listed()[0]?.id
  const moveTo = (at: number) => {
    const last = table.listed().length - 1
    const row = table.listed()[Math.max(0, Math.min(last, at))]
    if (row === undefined) return
    table.select(row.id)
    body.querySelector<HTMLElement>(`[data-entry="${CSS.escape(row.id)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = table.listed().findIndex(({ id }) => id === stop())
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: Infinity,
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    moveTo(to)
  }
  return (
    <div class="entry-grid">
      <table aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col" class="entry-name" aria-sort={sortOf(table, 'name')}>
              <SortButton table={table} column={NAME_COLUMN} label="Name" />
            </th>
            <For each={table.shown()}>
              {(column) => (
                <th scope="col" classList={{ number: column.numeric }} aria-sort={sortOf(table, column.id)}>
                  <SortButton table={table} column={column} label={column.label} />
                  <Show when={column.unit}>
                    <span class="entry-unit">{column.unit}</span>
                  </Show>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          <For each={table.listed()}>
            {(row) => (
              <tr
                classList={{ selected: row.id === table.selected()?.id }}
                onClick={(event) => {
                  if (!(event.target instanceof HTMLInputElement)) table.select(row.id)
                }}
              >
                <th scope="row" class="entry-name">
                  <span class="entry-name-cell">
                    <input
                      type="checkbox"
                      class="entry-compare"
                      aria-label={`Compare ${table.name(row)}`}
                      tabindex={row.id === stop() ? 0 : -1}
                      checked={table.isCompared(row.id)}
                      disabled={!table.isCompared(row.id) && !table.hasRoom()}
                      onChange={(event) => table.compare(row.id, event.currentTarget.checked)}
                    />
                    <button
                      type="button"
                      class="entry-open"
                      data-entry={row.id}
                      tabindex={row.id === stop() ? 0 : -1}
                      aria-current={row.id === table.selected()?.id}
                      title={table.name(row)}
                    >
                      {table.name(row)}
                    </button>
                    <Show when={row.origin === 'user'}>
                      <span class="badge">yours</span>
                    </Show>
                  </span>
                </th>
                <For each={table.shown()}>
                  {(column) => (
                    <td classList={{ number: column.numeric }} title={column.title?.(row)}>
                      {column.text(row)}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={table.listed().length === 0}>
        <p class="entry-none">No entry is left by these filters.</p>
      </Show>
    </div>
  )
}

/** Names are always there. */
const NAME_COLUMN = { id: 'name', numeric: false } as const

const sortOf = <R extends Entry>(table: EntryTable<R>, id: string) => {
  const order = table.order()
  return order?.column === id ? (order.descending ? 'descending' : 'ascending') : 'none'
}

function SortButton<R extends Entry>(props: {
  readonly table: EntryTable<R>
  readonly column: Pick<EntryColumn<R>, 'id' | 'numeric'>
  readonly label: string
}): JSX.Element {
  const sort = () => sortOf(props.table, props.column.id)
  return (
    <button type="button" class="sort-button" onClick={() => props.table.orderBy(props.column)}>
      <Show when={sort() !== 'none'}>
        {sort() === 'descending' ? (
          <ArrowDown size={12} aria-hidden="true" />
        ) : (
          <ArrowUp size={12} aria-hidden="true" />
        )}
      </Show>
      {props.label}
    </button>
  )
}
