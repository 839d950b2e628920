import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/universal'
import type { Cell } from '../../shared/report/csv.ts'
import { columnHead, type TableColumn, type TableData } from '../../shared/report/table-data.ts'

/** A spreadsheet takes no longer text in a cell, and no longer name of a sheet. */
const LONGEST_TEXT = 32_767
const LONGEST_SHEET_NAME = 31

/** Characters of a column's width. */
const [LEAST_WIDTH, MOST_WIDTH] = [8, 48]

/** Shown with three significant figures; the cell holds all of them. */
function numberFormat(value: number, kind: TableColumn['kind']): string {
  if (kind === 'share') return '0.0%'
  if (kind === 'change') return '+0.0%;-0.0%;0.0%'
  if (value === 0 || (kind === 'count' && Number.isInteger(value))) return '#,##0'
  const magnitude = Math.abs(value)
  if (magnitude < 0.001) return '0.00E+00'
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Number(magnitude.toPrecision(3)))))
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

function cellOf(cell: Cell, { kind }: TableColumn): CellObject | null {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return { value: cell.slice(0, LONGEST_TEXT), type: String }
  return Number.isFinite(cell) ? { value: cell, type: Number, format: numberFormat(cell, kind) } : null
}

const headCell = (text: string, align: 'left' | 'right' = 'left'): CellObject => ({
  value: text,
  type: String,
  fontWeight: 'bold',
  align,
  alignVertical: 'top',
  wrap: true,
})

const widthOf = (head: string, texts: readonly string[]): number =>
  Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, head.length / 2, ...texts.map((text) => text.length + 1)))

/** A name that spreadsheets take, unlike those before it. */
function sheetName(title: string, taken: ReadonlySet<string>): string {
  const safe =
    title
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .slice(0, LONGEST_SHEET_NAME)
      .trim() || 'Table'
  for (let n = 1; ; n++) {
    const name = n === 1 ? safe : `${safe.slice(0, LONGEST_SHEET_NAME - 5).trim()} (${n})`
    if (!taken.has(name.toLowerCase())) return name
  }
}

const sheetOf = ({ columns, rows }: TableData, sheet: string) => ({
  sheet,
  stickyRowsCount: 1,
  stickyColumnsCount: 1,
  columns: columns.map((column, i) => ({
    width: widthOf(
      columnHead(column),
      rows.slice(0, 200).map((row) => (typeof row[i] === 'string' ? row[i] : '')),
    ),
  })),
  data: [
    columns.map((column) => headCell(columnHead(column), column.kind === 'text' ? 'left' : 'right')),
    ...rows.map((row) => row.map((cell, i) => cellOf(cell, columns[i]!))),
  ] satisfies SheetData,
})

/** The last sheet: what the figures of all tables stand under, each note once. */
function notesSheet(tables: readonly TableData[], sheet: string) {
  const notes = new Map(tables.flatMap((table) => table.notes).map((note) => [`${note.about}\n${note.text}`, note]))
  const text: TableColumn = { title: '', unit: '', kind: 'text' }
  return {
    sheet,
    stickyRowsCount: 1,
    columns: [{ width: 26 }, { width: 110 }],
    data: [
      [headCell('About'), headCell('Assumptions and sources')],
      ...[...notes.values()].map((note) => [
        cellOf(note.about, text),
        { value: note.text.slice(0, LONGEST_TEXT), type: String, wrap: true },
      ]),
    ] satisfies SheetData,
  }
}

/** Tables as an XLSX workbook, a sheet each under a bold header that stays in view, then a sheet of what they stand under. */
export async function tablesXlsx(tables: readonly TableData[]): Promise<Uint8Array> {
  const taken = new Set<string>()
  const name = (title: string) => {
    const given = sheetName(title, taken)
    taken.add(given.toLowerCase())
    return given
  }
  const sheets = tables.map((table) => sheetOf(table, name(table.title)))
  const workbook = writeXlsxFile([...sheets, notesSheet(tables, name('Assumptions and sources'))])
  return new Uint8Array(await (await workbook.toBlob()).arrayBuffer())
}
