import { expect, it } from 'vitest'
import type { FrontierPoints } from '../search/frontier-points.ts'
import type { PointError } from './error-class-at.ts'
import { changeIn, readingsColumns, sortedRows } from './readings-columns.ts'
import { readingsTable, type ReadSeries } from './readings-table.ts'
import { readingsData } from './readings-data.ts'
import { tableTsv } from './table-text.ts'

const error = { short: '±10 %', because: '', notes: [], share: 0.1 } as unknown as PointError

const series = (name: string, speeds: number[], costs: number[]): ReadSeries => ({
  name,
  points: {
    tokensPerSecond: Float64Array.from(speeds),
    usdPerMillionTokens: Float64Array.from(costs),
    gpus: Float64Array.from(speeds, () => 8),
    batch: Float64Array.from(speeds, () => 64),
  } as unknown as FrontierPoints,
  errorAt: () => error,
  band: null,
})

const all = [series('dear', [100, 10], [4, 2]), series('cheap', [200, 10], [2, 1]), series('none', [], [])]
const asked = { baseline: 0, speeds: [100, 150], costs: [2], speedWeight: 3 }
const table = readingsTable(all, asked)

it('puts every reading beside the baseline, in speed and in cost', () => {
  const [base, cheap, none] = table.rows
  expect(base!.fastest).toMatchObject({ tokensPerSecond: 100, speedChange: null, costChange: null })
  expect(cheap!.fastest).toMatchObject({ speedChange: 1, costChange: -0.5 })
  expect(cheap!.cheapest).toMatchObject({ usdPerMillionTokens: 1, costChange: -0.5 })
  expect(cheap!.atCost[0]).toMatchObject({ tokensPerSecond: 200, speedChange: 19 })
  expect(base!.atSpeed[1]).toBeNull()
  expect(cheap!.atSpeed[1]).toMatchObject({ placed: 'between', costChange: null })
  expect(none).toBeNull()
})

it('reads against another baseline, and chooses the preferred point by the weight of speed', () => {
  const other = readingsTable(all, { ...asked, baseline: 1, speedWeight: 0 })
  expect(other.rows[0]!.fastest.speedChange).toBe(-0.5)
  expect(other.rows[0]!.preferred.usdPerMillionTokens).toBe(2)
})

it('says what is better by the figure of the column', () => {
  const columns = readingsColumns(['fastest', 'cheapest'], [100], [2])
  expect(columns.map(({ id }) => id)).toEqual(['fastest', 'cheapest', 'at-speed 100', 'at-cost 2'])
  expect(columns.slice(0, 2).map((column) => changeIn(column, column.reading(table.rows[1]!)!))).toEqual([
    { change: 1, better: true },
    { change: -0.5, better: true },
  ])
})

it('sorts by any column, what has no figure last', () => {
  const names = all.map(({ name }) => name)
  const columns = readingsColumns(['fastest'], asked.speeds, [])
  const order = (by: string, descending: boolean) => sortedRows(names, table.rows, columns, { by, descending })
  expect(order('fastest', true)).toEqual([1, 0, 2])
  expect(order('fastest', false)).toEqual([0, 1, 2])
  expect(order('at-speed 150', true)).toEqual([1, 0, 2])
  expect(order('name', false)).toEqual([1, 0, 2])
  expect(sortedRows(names, table.rows, columns, null)).toEqual([0, 1, 2])
})

it('is copied with one figure in a cell', () => {
  const columns = readingsColumns(['sure'], asked.speeds, []).filter(({ id }) => id !== 'at-speed 100')
  const rows = all.map(({ name, points }, i) => ({ name: i === 0 ? '=dear\t1' : name, points, row: table.rows[i]! }))
  const [head, first, second, third] = tableTsv(readingsData('Three', columns, rows, []))
    .split('\n')
    .map((line) => line.split('\t'))
  expect(head!.slice(0, 3)).toEqual(['series', 'preferred point, error', 'at 150 tokens/s, speed (tokens/s per user)'])
  expect(first).toEqual(["'=dear 1", '±10 %', '', '', '', '', '', '', 'not this fast'])
  expect(second!.slice(2, 3)).toEqual(['150'])
  expect(second!.slice(6)).toEqual(['8', '64', 'between points'])
  expect(third).toEqual(['none', '', '', '', '', '', '', '', ''])
})
