import { For, type JSX } from 'solid-js'
import { inUnit, isUnit } from '../../shared/report/quantities.ts'
import { cellInWords, columnHeadInWords, type TableColumn, type TableData } from '../../shared/report/table-data.ts'
import { numberHead, TableHead } from './table-head.tsx'

/** A figure with its unit where that has sizes (31.5 µs, 8.00 MB); the column then says no unit. */
const text = (cell: TableData['rows'][number][number], column: TableColumn): string =>
  typeof cell === 'number' && isUnit(column.unit) ? inUnit(cell, column.unit) : cellInWords(cell, column)
const head = (column: TableColumn): string => (isUnit(column.unit) ? column.title : columnHeadInWords(column))

/** A table of figures as people read them; it scrolls in the space it has. */
export function DataTable(props: { readonly table: TableData }): JSX.Element {
  const isNumber = (at: number) => props.table.columns[at]!.kind !== 'text'
  return (
    <div class="data-table" role="region" aria-label={`Figures: ${props.table.title}`} tabindex="0">
      <table class="readings">
        <caption class="for-screen-readers">{props.table.title}</caption>
        <TableHead
          cells={props.table.columns.map((column, at) => (isNumber(at) ? numberHead(head(column)) : head(column)))}
        />
        <tbody>
          <For each={props.table.rows}>
            {(row) => (
              <tr>
                <For each={row}>
                  {(cell, at) => (
                    <td classList={{ number: isNumber(at()) }}>{text(cell, props.table.columns[at()]!)}</td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
