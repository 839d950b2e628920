import type { FrontierPoints } from '../search/frontier-points.ts'
import type { Cell } from './csv.ts'
import { rangeOf } from './range-in-words.ts'
import type { ReadingsColumn } from './readings-columns.ts'
import type { Reading, ReadingsRow } from './readings-table.ts'
import {
  changeColumn,
  countColumn,
  numberColumn,
  textColumn,
  type TableColumn,
  type TableData,
  type TableNote,
} from './table-data.ts'

/** A row of the readings table as it is shown. */
export interface ShownRow {
  readonly name: string
  readonly points: FrontierPoints
  readonly row: ReadingsRow | null
}

const PLACED = { point: 'point', between: 'between points', end: 'end of frontier' } as const

const rangeUnit = (kind: ReadingsColumn['kind']): string =>
  kind === 'at-cost' ? 'tokens/s per user' : 'USD per million tokens'

function heads({ id, kind, title }: ReadingsColumn, ranges: boolean): TableColumn[] {
  if (kind === 'sure') return [textColumn('preferred point, error')]
  const at = id.split(' ')[1]
  const name = kind === 'point' ? title.toLowerCase() : kind === 'at-speed' ? `at ${at} tokens/s` : `at ${at} USD/M`
  return [
    numberColumn(`${name}, speed`, 'tokens/s per user'),
    numberColumn(`${name}, cost`, 'USD per million tokens'),
    changeColumn(`${name}, speed against baseline`),
    changeColumn(`${name}, cost against baseline`),
    countColumn(`${name}, GPUs`),
    countColumn(`${name}, batch`, 'sequences'),
    ...(ranges ? [numberColumn(`${name}, 5 %`, rangeUnit(kind)), numberColumn(`${name}, 95 %`, rangeUnit(kind))] : []),
    ...(kind === 'point' ? [] : [textColumn(`${name}, read at`)]),
  ]
}

function cells(column: ReadingsColumn, { row, points }: ShownRow, ranges: boolean): Cell[] {
  const reading: Reading | null = row === null ? null : column.reading(row)
  if (column.kind === 'sure') return [reading?.error.short ?? null]
  if (reading === null) {
    const empty = Array.from({ length: ranges ? 8 : 6 }, (): Cell => null)
    if (column.kind === 'point') return empty
    return [...empty, row === null ? null : column.kind === 'at-speed' ? 'not this fast' : 'not this cheap']
  }
  const { index, tokensPerSecond, usdPerMillionTokens, speedChange, costChange, placed } = reading
  const read = [
    tokensPerSecond,
    usdPerMillionTokens,
    speedChange,
    costChange,
    points.gpus[index]!,
    points.batch[index]!,
    ...(ranges ? rangeCells(column, reading) : []),
  ]
  return column.kind === 'point' ? read : [...read, PLACED[placed]]
}

/** Both ends; an end that is not there is empty. */
function rangeCells(column: ReadingsColumn, reading: Reading): Cell[] {
  const range = rangeOf(column, reading)
  if (range === null) return [null, null]
  return [range.low > 0 ? range.low : null, range.high < Infinity ? range.high : null]
}

/** Whether the inputs of any series are uncertain; without, the table is as it was. */
const hasRanges = (rows: readonly ShownRow[]): boolean => rows.some(({ row }) => row?.preferred.costRange != null)

/** The readings table as shown, one figure in each cell. */
export const readingsData = (
  subject: string,
  columns: readonly ReadingsColumn[],
  rows: readonly ShownRow[],
  notes: readonly TableNote[],
): TableData => ({
  subject,
  title: 'Readings',
  columns: [textColumn('series'), ...columns.flatMap((column) => heads(column, hasRanges(rows)))],
  rows: rows.map((row) => [row.name, ...columns.flatMap((column) => cells(column, row, hasRanges(rows)))]),
  notes,
})
