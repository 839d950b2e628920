import { For, type JSX } from 'solid-js'

interface NumberHead {
  readonly title: string
  /** In quiet letters behind it: a unit. */
  readonly note: string
}

/** Over words, which begin at the left, or over numbers, which end at the right; none: ''. */
export type HeadCell = string | NumberHead

/** Over numbers. */
export const numberHead = (title: string, note = ''): HeadCell => ({ title, note })
export const numberHeads = (...titles: readonly string[]): HeadCell[] => titles.map((title) => numberHead(title))

function Cell({ cell }: { readonly cell: HeadCell }): JSX.Element {
  if (cell === '') return <td />
  if (typeof cell === 'string') return <th scope="col">{cell}</th>
  return (
    <th scope="col" class="number">
      {cell.title} {cell.note === '' ? '' : <span class="quiet">{cell.note}</span>}
    </th>
  )
}

/** The first row of a table: what its columns hold. */
export function TableHead(props: { readonly cells: readonly HeadCell[] }): JSX.Element {
  return (
    <thead>
      <tr>
        <For each={props.cells}>{(cell) => <Cell cell={cell} />}</For>
      </tr>
    </thead>
  )
}
