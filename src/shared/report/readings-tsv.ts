import type { FrontierPoints } from '../search/frontier-points.ts'
import { tsv, type Cell } from './csv.ts'
import type { ReadingsColumn } from './readings-columns.ts'
import type { Reading, ReadingsRow } from './readings-table.ts'

/** A row of the table as it is copied. */
export interface CopiedRow {
  readonly name: string
  readonly points: FrontierPoints
  readonly row: ReadingsRow | null
}

const PLACED = { point: 'point', between: 'between points', end: 'end of frontier' } as const

function heads({ id, kind, title }: ReadingsColumn): string[] {
  if (kind === 'sure') return ['preferred point, error']
  const at = id.split(' ')[1]
  const name = kind === 'point' ? title.toLowerCase() : kind === 'at-speed' ? `at ${at} tokens/s` : `at ${at} USD/M`
  return [
    `${name}, tokens/s`,
    `${name}, USD per million tokens`,
    `${name}, speed against baseline (share)`,
    `${name}, cost against baseline (share)`,
    `${name}, GPUs`,
    `${name}, batch`,
    ...(kind === 'point' ? [] : [`${name}, read at`]),
  ]
}

function cells(column: ReadingsColumn, { row, points }: CopiedRow): Cell[] {
  const reading: Reading | null = row === null ? null : column.reading(row)
  if (column.kind === 'sure') return [reading?.error.short ?? null]
  if (reading === null) {
    const empty = Array.from({ length: 6 }, (): Cell => null)
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
  ]
  return column.kind === 'point' ? read : [...read, PLACED[placed]]
}

/** The table as shown, for a spreadsheet: figures in full precision, one in each cell, units in the header. */
export const readingsTsv = (columns: readonly ReadingsColumn[], rows: readonly CopiedRow[]): string =>
  tsv(
    ['series', ...columns.flatMap(heads)],
    rows.map((row) => [row.name, ...columns.flatMap((column) => cells(column, row))]),
  )
