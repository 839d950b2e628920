import { expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { csvRecords } from '../csv/csv-records.ts'
import { frontierPointsTable } from './frontier-points-table.ts'
import { tableCsv } from './table-text.ts'

const frontier = (speculative: boolean) => {
  const setup = paperSetup('Llama_3_70B', 'H100', {
    grid: { gpus: 8, batches: 8 },
    ...(speculative ? { speculative: { draft: 'paper/Llama_3_8B', acceptance: 0.9 } } : {}),
  })
  return findFrontier(setup).points
}

it('holds all points of all series, in full precision, under headers with units', () => {
  const [plain, drafted] = [frontier(false), frontier(true)]
  const table = frontierPointsTable(
    'Small',
    [
      { name: 'plain', points: plain },
      { name: '=drafted', points: drafted },
    ],
    [{ about: 'Assumption', text: 'a, b and\nc' }],
  )
  const [header, ...rows] = csvRecords(tableCsv(table), ',').records.map(({ cells }) => cells)
  expect(header!.slice(0, 5)).toEqual([
    'series',
    'speed (tokens/s per user)',
    'cost (USD per million tokens)',
    'GPUs',
    'batch (sequences)',
  ])
  expect(rows).toHaveLength(plain.gpus.length + drafted.gpus.length)
  expect(rows.every((row) => row.length === header!.length)).toBe(true)
  expect(header!.at(-1)).toBe('notes')
  expect(rows[0]!.at(-1)).toBe('Assumption: a, b and\nc')
  expect(Number(rows[0]![1])).toBe(plain.tokensPerSecond[0])
  expect(rows[plain.gpus.length]![0]).toBe("'=drafted")

  const column = (title: string) => header!.indexOf(title)
  expect(rows[0]![column('draft memory (s per draft)')]).toBe('')
  const speculating = rows.slice(plain.gpus.length).find((row) => row[column('drafts (tokens per pass)')] !== '0')!
  expect(Number(speculating[column('draft memory (s per draft)')])).toBeGreaterThan(0)
})

it('has the ends of the cost beside points whose inputs are uncertain, and no such columns where none are', () => {
  const points = frontier(false)
  const [fastest, slowest] = [points.tokensPerSecond[0]!, points.tokensPerSecond.at(-1)!]
  const column = (...values: number[]) => Float64Array.from(values)
  const band = {
    atSpeed: {
      tokensPerSecond: column(fastest, slowest),
      low: column(5, 1),
      median: column(6, 2),
      high: column(Infinity, 3),
      reached: column(0.8, 1),
    },
    atCost: { usdPerMillionTokens: column(), low: column(), median: column(), high: column() },
    shares: [],
    samples: 10,
    seed: 1,
  }
  const table = frontierPointsTable(
    'Small',
    [
      { name: 'one', points, band },
      { name: 'other', points },
    ],
    [],
  )
  const last = table.columns.slice(-2).map(({ title }) => title)
  expect(last).toEqual(['cost, 5 %', 'cost, 95 %'])
  expect(table.rows[0]!.slice(-2)).toEqual([5, null])
  expect(table.rows[points.gpus.length - 1]!.slice(-2)).toEqual([1, 3])
  expect(table.rows.at(-1)!.slice(-2)).toEqual([null, null])
  expect(frontierPointsTable('Small', [{ name: 'other', points }], []).columns.map(({ title }) => title)).not.toContain(
    last[0],
  )
})
