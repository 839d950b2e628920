import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRecords } from '../csv/csv-records.ts'
import { countColumn, numberColumn, textColumn, type TableData } from './table-data.ts'
import { tableCsv, tableMarkdown, tableTsv } from './table-text.ts'

const table = (rows: TableData['rows'], notes: TableData['notes'] = []): TableData => ({
  subject: 'Small',
  title: 'Readings',
  columns: [textColumn('series'), numberColumn('cost', 'USD per million tokens')],
  rows,
  notes,
})

/** A name of a series as a hostile file may give it, and what the cell holds in each form. */
const HOSTILE: readonly (readonly [text: string, csv: string, tsv: string, markdown: string])[] = [
  ['=1+1', "'=1+1", "'=1+1", '=1+1'],
  ['+1', "'+1", "'+1", '+1'],
  ['-1', "'-1", "'-1", '-1'],
  ['@SUM(A1)', "'@SUM(A1)", "'@SUM(A1)", '@SUM(A1)'],
  ['\t=1', "'\t=1", "' =1", '=1'],
  ['\r=1', "'\r=1", "' =1", '=1'],
  ['\n=1', "'\n=1", "' =1", '=1'],
  ['＝1', "'＝1", "'＝1", '＝1'],
  ["=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1", "=cmd\\|'/c calc'!A1"],
  ['a|b', 'a|b', 'a|b', 'a\\|b'],
  ['a\\|b', 'a\\|b', 'a\\|b', 'a\\\\\\|b'],
  ['two\nlines', 'two\nlines', 'two lines', 'two lines'],
  ['<img src=x onerror=1>', '<img src=x onerror=1>', '<img src=x onerror=1>', '\\<img src=x onerror=1\\>'],
  ['[a](javascript:b)', '[a](javascript:b)', '[a](javascript:b)', '\\[a\\](javascript:b)'],
  ['say "yes", no', 'say "yes", no', 'say "yes", no', 'say "yes", no'],
  ['&lt;', '&lt;', '&lt;', '&amp;lt;'],
  ['−53 %', '−53 %', '−53 %', '−53 %'],
]

describe('hostile cells', () => {
  it.each(HOSTILE)('%j', (text, inCsv, inTsv, inMarkdown) => {
    const hostile = table([[text, 1]])
    expect(csvRecords(tableCsv(hostile), ',').records[1]!.cells).toEqual([inCsv, '1'])
    expect(tableTsv(hostile).split('\n')[1]).toBe(`${inTsv}\t1`)
    expect(tableMarkdown(hostile).split('\n')[2]).toBe(`| ${inMarkdown} | 1.00 |`)
  })
})

it('CSV gives back every text and number', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('ab=+-@|,;"\t\r\né😀 ')), maxLength: 8 })
  const cell = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), (rows) => {
      // A first column, so that no record is empty.
      const three = rows.map((row) => ['row', ...row])
      const whole = { ...table([]), columns: [textColumn('a'), textColumn('b'), textColumn('c')], rows: three }
      const [header, ...records] = csvRecords(tableCsv(whole), ',').records
      expect(header!.cells).toEqual(['a', 'b', 'c'])
      expect(records.map(({ cells }) => cells.map((read) => read.replace(/^'(?=[=+\-@\t\r\n])/, '')))).toEqual(
        three.map((row) => row.map((one) => (one === null ? '' : String(one)))),
      )
    }),
  )
})

describe('notes', () => {
  const notes = ['a', 'b', 'c'].map((text) => ({ about: 'Assumption', text }))
  const last = (rows: TableData['rows']) =>
    csvRecords(tableCsv(table(rows, notes)), ',').records.map(({ cells }) => cells.at(-1))

  it('are the last column of a CSV file, and none is lost', () => {
    const row = ['x', 1]
    expect(last([row, row, row, row])).toEqual(['notes', 'Assumption: a', 'Assumption: b', 'Assumption: c', ''])
    expect(last([row, row])).toEqual(['notes', 'Assumption: a', 'Assumption: b\nAssumption: c'])
    expect(last([row])).toEqual(['notes', 'Assumption: a\nAssumption: b\nAssumption: c'])
    expect(last([])).toEqual(['notes', 'Assumption: a\nAssumption: b\nAssumption: c'])
  })

  it('are a list below a Markdown table', () => {
    expect(tableMarkdown(table([['x', 0.0652]], notes.slice(0, 1)))).toBe(
      '| series | cost (USD per million tokens) |\n| --- | ---: |\n| x | 0.0652 |\n\n- **Assumption**: a\n',
    )
  })
})

it('Markdown writes shares and changes in percent, under heads without the unit', () => {
  const shares: TableData = {
    ...table([]),
    columns: [
      { title: 'MFU', unit: 'share of 1', kind: 'share' },
      { title: 'cost', unit: 'share of 1', kind: 'change' },
      countColumn('GPUs'),
    ],
    rows: [[0.42, -0.071, 4096]],
  }
  expect(tableMarkdown(shares)).toBe('| MFU | cost | GPUs |\n| ---: | ---: | ---: |\n| 42.0 % | −7.1 % | 4,096 |\n')
})
