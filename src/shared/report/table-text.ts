import { csv, tsv, type Cell } from './csv.ts'
import { cellInWords, columnHead, columnHeadInWords, type TableData, type TableNote } from './table-data.ts'

const noteInWords = ({ about, text }: TableNote): string => `${about}: ${text}`

/** Notes down a column, one beside each row; what there is no row for stands together beside the last. */
function noteCells(notes: readonly TableNote[], rows: number): readonly Cell[] {
  const beside = notes.slice(0, rows - 1).map(noteInWords)
  const rest = notes.slice(rows - 1).map(noteInWords)
  return rest.length === 0 ? beside : [...beside, rest.join('\n')]
}

/**
 * A table as CSV (RFC 4180): units in the header, numbers in full precision, formulas neutralised. Notes are a last column, so
 * that every row has the same fields and columns of numbers stay columns of numbers.
 */
export function tableCsv({ columns, rows, notes }: TableData): string {
  const header = columns.map(columnHead)
  if (notes.length === 0) return csv(header, rows)
  const written = rows.length === 0 ? [columns.map(() => null)] : rows
  const cells = noteCells(notes, written.length)
  return csv(
    [...header, 'notes'],
    written.map((row, i) => [...row, cells[i] ?? null]),
  )
}

/** A table as tab-separated text for the clipboard, as a spreadsheet takes it: figures in full precision, no notes. */
export const tableTsv = ({ columns, rows }: TableData): string => tsv(columns.map(columnHead), rows)

/** A text that is nothing but itself in a cell of a Markdown table. */
const markdownText = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .trim()

const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`

/** A table as Markdown (GitHub's): figures as people read them, numbers to the right, the notes as a list below. */
export function tableMarkdown({ columns, rows, notes }: TableData): string {
  const head = columns.map((column) => markdownText(columnHeadInWords(column)))
  const rule = columns.map(({ kind }) => (kind === 'text' ? '---' : '---:'))
  const body = rows.map((row) => markdownRow(row.map((cell, i) => markdownText(cellInWords(cell, columns[i]!)))))
  const list = notes.map(({ about, text }) => `- **${markdownText(about)}**: ${markdownText(text)}\n`)
  return [markdownRow(head), markdownRow(rule), ...body, ...(list.length === 0 ? [] : ['\n', ...list])].join('')
}
