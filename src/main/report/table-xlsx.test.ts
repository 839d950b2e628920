import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import extract from '@electron-internal/extract-zip'
import { expect, it } from 'vitest'
import { countColumn, numberColumn, textColumn, type TableData } from '../../shared/report/table-data.ts'
import { tablesXlsx } from './table-xlsx.ts'

const COLUMNS = [
  textColumn('series'),
  numberColumn('cost', 'USD per million tokens'),
  countColumn('GPUs'),
  { title: 'cost against baseline', unit: 'share of 1', kind: 'change' as const },
]

const table = (title: string, rows: TableData['rows']): TableData => ({
  subject: 'Small',
  title,
  columns: COLUMNS,
  rows,
  notes: [{ about: 'Assumption', text: 'Decode only' }],
})

/** The parts of a workbook by their path. */
async function partsOf(workbook: Uint8Array, names: readonly string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'paretoscope-xlsx-'))
  try {
    await writeFile(join(folder, 'book.xlsx'), workbook)
    await extract(join(folder, 'book.xlsx'), { dir: join(folder, 'parts') })
    return await Promise.all(names.map((name) => readFile(join(folder, 'parts/xl', name), 'utf8')))
  } finally {
    await rm(folder, { recursive: true })
  }
}

const textOf = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** Cells by their place: their text or number, the number format and whether they are bold. */
function readSheet(sheet: string, strings: string, styles: string) {
  const shared = [...strings.matchAll(/<si>.*?<t[^>]*>([\s\S]*?)<\/t>.*?<\/si>/g)].map(([, text]) => textOf(text!))
  const formats = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id!, textOf(code!)]),
  )
  const fonts = [...styles.matchAll(/<font>([\s\S]*?)<\/font>/g)].map(([, font]) => font!.includes('<b/>'))
  const looks = [.../<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(styles)![1]!.matchAll(/<xf ([^>]*)/g)].map(([, xf]) => ({
    format: formats.get(/numFmtId="(\d+)"/.exec(xf!)?.[1] ?? ''),
    bold: fonts[Number(/fontId="(\d+)"/.exec(xf!)?.[1] ?? 0)] ?? false,
  }))
  return Object.fromEntries(
    [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>([\s\S]*?)<\/c>/g)].map(([, place, attributes, content]) => {
      const value = /<v>([\s\S]*?)<\/v>/.exec(content!)?.[1] ?? ''
      const look = looks[Number(/s="(\d+)"/.exec(attributes!)?.[1] ?? 0)]
      return [place!, { ...look, value: attributes!.includes('t="s"') ? shared[Number(value)] : Number(value) }]
    }),
  )
}

it('holds real numbers with formats, text that runs nothing, and a bold header that stays', async () => {
  const hostile = '=HYPERLINK("x")&<b>\u0001😀'
  const book = await tablesXlsx([
    table('Readings', [
      [hostile, 0.065234, 4096, -0.531],
      [' b ', null, 6.87, Infinity],
    ]),
  ])
  const [sheet, strings, styles] = (await partsOf(book, [
    'worksheets/sheet1.xml',
    'sharedStrings.xml',
    'styles.xml',
  ])) as [string, string, string]
  const cells = readSheet(sheet, strings, styles)
  expect(cells['B1']).toMatchObject({ value: 'cost (USD per million tokens)', bold: true })
  expect(cells['A2']).toMatchObject({ value: '=HYPERLINK("x")&<b>😀', bold: false })
  expect(cells['B2']).toMatchObject({ value: 0.065234, format: '#,##0.0000' })
  expect(cells['C2']).toMatchObject({ value: 4096, format: '#,##0' })
  expect(cells['D2']).toMatchObject({ value: -0.531, format: '+0.0%;-0.0%;0.0%' })
  expect(cells['A3']!.value).toBe(' b ')
  expect(cells['B3']).toBeUndefined()
  expect(cells['C3']).toMatchObject({ value: 6.87, format: '#,##0.00' })
  expect(cells['D3']).toBeUndefined()
  expect(sheet).not.toContain('<f>')
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
})

it('names sheets so that spreadsheets take them, and ends with what the figures stand under', async () => {
  const long = 'Cost: at [equal] speed / of everything there is'
  const book = await tablesXlsx([table(long, []), table(long, []), table('???', [])])
  const [workbook, sheet, strings, styles] = (await partsOf(book, [
    'workbook.xml',
    'worksheets/sheet4.xml',
    'sharedStrings.xml',
    'styles.xml',
  ])) as [string, string, string, string]
  expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'Cost  at  equal  speed   of eve',
    'Cost  at  equal  speed   o (2)',
    'Table',
    'Assumptions and sources',
  ])
  const cells = readSheet(sheet, strings, styles)
  expect(Object.keys(cells)).toHaveLength(4)
  expect([cells['A2']!.value, cells['B2']!.value]).toEqual(['Assumption', 'Decode only'])
})
