import { For, type JSX } from 'solid-js'
import { cellInWords, columnHeadInWords, type TableData } from '../../shared/report/table-data.ts'

/** A table of figures as people read them; it scrolls in the space it has. */
export function DataTable(props: { readonly table: TableData }): JSX.Element {
  const isNumber = (at: number) => props.table.columns[at]!.kind !== 'text'
  return (
    <div class="data-table" role="region" aria-label={props.table.title} tabindex="0">
      <table class="readings">
        <caption class="for-screen-readers">{props.table.title}</caption>
        <thead>
          <tr>
            <For each={props.table.columns}>
              {(column, at) => (
                <th scope="col" classList={{ number: isNumber(at()) }}>
                  {columnHeadInWords(column)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.table.rows}>
            {(row) => (
              <tr>
                <For each={row}>
                  {(cell, at) => (
                    <td classList={{ number: isNumber(at()) }}>{cellInWords(cell, props.table.columns[at()]!)}</td>
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
