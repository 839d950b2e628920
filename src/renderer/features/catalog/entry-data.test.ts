import * as v from 'valibot'
import { expect, test } from 'vitest'
import { BUILT_IN_CATALOG } from '../../../shared/catalog/builtin.ts'
import { fineChange, threeSignificant } from '../../../shared/report/format.ts'
import { tableDataSchema } from '../../../shared/report/table-data.ts'
import { tableMarkdown } from '../../../shared/report/table-text.ts'
import { numberColumn, textColumn } from './entry-columns.ts'
import { comparisonData, entryData } from './entry-data.ts'

const { accelerators } = BUILT_IN_CATALOG
const rows = ['h100-sxm', 'paper/H100'].map((id) => ({ id, entry: accelerators[id]! }))
type Row = (typeof rows)[number]
const name = ({ id }: Row): string => id.toUpperCase()
const of = { subject: 'Accelerators', rows, name, notes: [{ about: 'Written by', text: 'a test' }] }

const memory = numberColumn<Row>('m', 'Memory', 'GB', ({ entry }) => entry.hbmBytes / 1e9)
const columns = [
  textColumn<Row>('id', 'Maker', () => 'NVIDIA'),
  memory,
  numberColumn<Row>('d', 'Difference', '', ({ id }) => (id === 'h100-sxm' ? 0.25 : null), fineChange),
  numberColumn<Row>('t', 'Time', 'ms', () => 1 / 3, threeSignificant),
]

test('a table keeps its figures in full precision, with their units, and the sources of each entry', () => {
  const data = v.parse(tableDataSchema, entryData({ ...of, columns }))
  expect(data.columns.map(({ title, unit, kind }) => [title, unit, kind])).toEqual([
    ['Name', '', 'text'],
    ['Id', '', 'text'],
    ['Maker', '', 'text'],
    ['Memory', 'GB', 'count'],
    ['Difference', 'share of 1', 'change'],
    ['Time', 'ms', 'number'],
  ])
  expect(data.rows).toEqual([
    ['H100-SXM', 'h100-sxm', 'NVIDIA', 80, 0.25, 1 / 3],
    ['PAPER/H100', 'paper/H100', 'NVIDIA', 80, null, 1 / 3],
  ])
  expect(data.notes.map(({ about }) => about)).toEqual(['H100-SXM', 'PAPER/H100', 'Written by'])
  expect(data.notes[0]!.text).toMatch(/Price: https/)
  expect(tableMarkdown(data)).toContain('| H100-SXM | h100-sxm | NVIDIA | 80 | +25.0 % | 0.333 |')
})

test('a comparison has a row for each figure, and ratios to the first entry where both are known', () => {
  const figures = [
    { label: 'Memory', unit: 'GB', value: ({ id }: Row) => (id === 'h100-sxm' ? 80 : 120) },
    { label: 'Power', unit: 'W', value: ({ id }: Row) => (id === 'h100-sxm' ? 700 : null) },
  ]
  const data = v.parse(tableDataSchema, comparisonData({ ...of, figures }))
  expect(data.columns.map(({ title }) => title)).toEqual([
    'Figure',
    'Unit',
    'H100-SXM',
    'PAPER/H100',
    'PAPER/H100 / H100-SXM',
  ])
  expect(data.rows).toEqual([
    ['Memory', 'GB', 80, 120, 1.5],
    ['Power', 'W', 700, null, null],
  ])
})
