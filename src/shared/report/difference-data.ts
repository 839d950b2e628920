import type { DifferenceTable } from './difference-table.ts'
import type { Difference } from './difference.ts'
import { numberColumn, textColumn, type TableData, type TableNote } from './table-data.ts'

/** The difference table as shown: each series' value at a place, and how many times the baseline's that is. */
export const differenceData = (
  subject: string,
  { id, title }: Difference,
  { at, rows }: DifferenceTable,
  names: readonly string[],
  notes: readonly TableNote[],
): TableData => {
  const [place, value, unit] =
    id === 'cost' ? ['tokens/s', 'cost', 'USD per million tokens'] : ['USD/M', 'speed', 'tokens/s per user']
  return {
    subject,
    title,
    columns: [
      textColumn('series'),
      ...at.flatMap((one) => [
        numberColumn(`at ${one} ${place}, ${value}`, unit),
        numberColumn(`at ${one} ${place}, ${value} over the baseline’s`, 'ratio'),
      ]),
    ],
    rows: rows.map((row, i) => [
      names[i]!,
      ...row.flatMap((cell) => (cell === null ? [null, null] : [cell.value, cell.ratio])),
    ]),
    notes,
  }
}
