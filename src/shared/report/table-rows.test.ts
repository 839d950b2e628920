import { expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { newScenario, seriesOf } from '../scenario/scenario.ts'
import { differenceData } from './difference-data.ts'
import { differenceTable } from './difference-table.ts'
import { differenceOf } from './difference.ts'
import type { PointError } from './error-class-at.ts'
import { observedData, observedRows } from './observed-rows.ts'
import { pinsData } from './pins-data.ts'
import { comparisonNotes } from './table-notes.ts'
import { columnHead, tableDataSchema, type TableData } from './table-data.ts'
import { parse } from 'valibot'

const result = findFrontier(paperSetup('Llama_3_70B', 'H100', { grid: { gpus: 8, batches: 8 } }))
const { points } = result
const last = points.gpus.length - 1
const error = { short: '±40 %', because: 'trends', notes: ['a note'], share: 0.4 } as unknown as PointError

/** Cells of a row by their heads. */
const row = ({ columns, rows }: TableData, at: number) =>
  Object.fromEntries(columns.map((column, i) => [columnHead(column), rows[at]![i]]))

it('pinned points stand in rows, each against the first, and parts of time and memory add up', () => {
  const pin = (name: string, index: number) => ({ pin: name, series: '70B', result, index, error })
  const table = parse(tableDataSchema, pinsData('Small', [pin('A', 0), pin('B', last)], []))
  const [first, second] = [row(table, 0), row(table, 1)]
  expect(first).toMatchObject({ pin: 'A', 'speed against the first (share of 1)': null, because: 'trends; a note' })
  expect(second['cost against the first (share of 1)']).toBe(
    points.usdPerMillionTokens[last]! / points.usdPerMillionTokens[0]! - 1,
  )
  const sum = (cells: typeof first, begins: string) =>
    Object.entries(cells).reduce((all, [head, cell]) => all + (head.startsWith(begins) ? Number(cell) : 0), 0)
  expect(sum(second, 'time per token, ')).toBeCloseTo(points.latencySeconds[last]!, 9)
  expect(sum(second, 'memory, ')).toBeCloseTo(result.hbmBytes, -3)
})

it('observed points come with the nearest prediction and their source, hidden sets not at all', () => {
  const set = {
    name: 'Bench',
    source: 'a paper',
    date: '2025-01-02',
    model: null,
    accelerator: null,
    usdPerGpuHour: null,
    hidden: false,
    points: [
      {
        name: 'slow',
        tokensPerSecond: points.tokensPerSecond[last]!,
        usdPerMillionTokens: 1,
        tokensPerSecondPerGpu: null,
        note: '',
      },
      {
        name: 'fast',
        tokensPerSecond: points.tokensPerSecond[last]! * 2,
        usdPerMillionTokens: null,
        tokensPerSecondPerGpu: 3,
        note: 'n',
      },
    ],
  }
  const series = [{ name: '70B', model: 'm', accelerator: 'a', points }]
  const rows = observedRows([{ ...set, hidden: true }, set], series)
  expect(rows.map(({ point, markerIndex }) => [point.name, markerIndex])).toEqual([
    ['fast', 1],
    ['slow', 1],
  ])
  const table = parse(tableDataSchema, observedData('Small', rows, []))
  expect(row(table, 0)).toMatchObject({ 'cost (USD per million tokens)': null, 'nearest prediction': null, note: 'n' })
  expect(row(table, 1)).toMatchObject({
    'nearest prediction': '70B',
    'its cost against the observed (share of 1)': points.usdPerMillionTokens[last]! - 1,
    source: 'a paper',
  })
})

it('differences have the value and the ratio at each place, and nothing where a series has no point', () => {
  const cost = differenceOf('cost')
  const found = differenceTable([points], 0, cost, 2)
  const table = parse(tableDataSchema, differenceData('Small', cost, found, ['70B'], []))
  expect(table.columns).toHaveLength(1 + 2 * found.at.length)
  expect(table.rows[0]![1]).toBe(found.rows[0]![0]?.value ?? null)
  expect(table.rows[0]![2]).toBe(found.rows[0]![0]?.ratio ?? null)
})

it('notes name the comparison, its assumptions, the price with its source, and the app', () => {
  const series = seriesOf({ name: '70B', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
  const hidden = { ...series, name: 'hidden one', hidden: true }
  const scenario = { ...newScenario('Small', [hidden, series]), notes: 'mine' }
  const notes = comparisonNotes(scenario, [{ series, result }], BUILT_IN_CATALOG, '1.2.3')
  expect(notes[0]).toEqual({ about: 'Comparison', text: 'Small' })
  expect(notes.some(({ text }) => text.includes('Percentages compare with 70B.'))).toBe(true)
  expect(notes.find(({ about }) => about === '70B')!.text).toMatch(/Price: \$[\d.]+ per GPU-hour \(.+\)/)
  expect(notes.map(({ about }) => about)).not.toContain('hidden one')
  expect(notes.slice(-2)).toEqual([
    { about: 'Notes', text: 'mine' },
    { about: 'Written by', text: 'Paretoscope 1.2.3' },
  ])
})
