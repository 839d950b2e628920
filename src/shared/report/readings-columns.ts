import type { ReadingsColumnId } from '../scenario/presentation-fields.ts'
import { usd } from './format.ts'
import type { Reading, ReadingsRow } from './readings-table.ts'

/** The figure that a column is about: it is compared with the baseline and sorted by. */
type Figure = 'speed' | 'cost'

/** A column of the readings table beside the series' names. */
export interface ReadingsColumn {
  readonly id: string
  readonly kind: 'point' | 'sure' | 'at-speed' | 'at-cost'
  readonly title: string
  readonly unit: string
  readonly figure: Figure
  readonly reading: (row: ReadingsRow) => Reading | null
}

const POINTS = [
  { id: 'fastest', title: 'Fastest', figure: 'speed' },
  { id: 'preferred', title: 'Preferred', figure: 'cost' },
  { id: 'cheapest', title: 'Cheapest', figure: 'cost' },
] as const

/** The columns chosen, in their order: points, how sure, costs at speeds, speeds at costs. */
export function readingsColumns(
  chosen: readonly ReadingsColumnId[],
  speeds: readonly number[],
  costs: readonly number[],
): ReadingsColumn[] {
  const points = POINTS.filter(({ id }) => chosen.includes(id)).map(({ id, title, figure }): ReadingsColumn => ({
    id,
    kind: 'point',
    title,
    unit: '@ $/M',
    figure,
    reading: (row) => row[id],
  }))
  const sure: ReadingsColumn = {
    id: 'sure',
    kind: 'sure',
    title: 'How sure',
    unit: '',
    figure: 'speed',
    reading: (row) => row.preferred,
  }
  return [
    ...points,
    ...(chosen.includes('sure') ? [sure] : []),
    ...speeds.map((speed, i): ReadingsColumn => ({
      id: `at-speed ${speed}`,
      kind: 'at-speed',
      title: `$/M at ${speed}`,
      unit: 'tok/s',
      figure: 'cost',
      reading: (row) => row.atSpeed[i]!,
    })),
    ...costs.map((cost, i): ReadingsColumn => ({
      id: `at-cost ${cost}`,
      kind: 'at-cost',
      title: `tok/s at ${usd(cost)}`,
      unit: '/M',
      figure: 'speed',
      reading: (row) => row.atCost[i]!,
    })),
  ]
}

/** How far the column's figure is from the baseline's, and whether that is to the good; within half a percent it is neither. */
export function changeIn({ figure }: ReadingsColumn, { speedChange, costChange }: Reading) {
  const change = figure === 'speed' ? speedChange : costChange
  const better = change === null || Math.abs(change) <= 0.005 ? null : (figure === 'speed') === change > 0
  return { change, better }
}

/** What the column is sorted by; null where the series has no figure there. */
export function sortValue(column: ReadingsColumn, row: ReadingsRow | null): number | null {
  const reading = row === null ? null : column.reading(row)
  if (reading === null) return null
  if (column.kind === 'sure') return reading.error.share
  return column.figure === 'speed' ? reading.tokensPerSecond : reading.usdPerMillionTokens
}

export interface ReadingsSort {
  /** A column's id, or 'name'. */
  readonly by: string
  readonly descending: boolean
}

/** Places of the rows in the order asked for; rows without a figure come last, equal ones stay as they were. */
export function sortedRows(
  names: readonly string[],
  rows: readonly (ReadingsRow | null)[],
  columns: readonly ReadingsColumn[],
  sort: ReadingsSort | null,
): number[] {
  const places = names.map((_, i) => i)
  if (sort === null) return places
  const turn = sort.descending ? -1 : 1
  if (sort.by === 'name') return places.toSorted((a, b) => turn * names[a]!.localeCompare(names[b]!, 'en'))
  const column = columns.find(({ id }) => id === sort.by)
  if (column === undefined) return places
  return places.toSorted((a, b) => {
    const [left, right] = [sortValue(column, rows[a] ?? null), sortValue(column, rows[b] ?? null)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return turn * (left - right)
  })
}
