export type Cell = string | number | null

/** A text that a spreadsheet would run: one that begins like a formula, in full width too (OWASP, “CSV Injection”). */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** A text that stays one. */
const textOf = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const QUOTED = /[",\r\n]/

/** A field of RFC 4180: quoted where needed, a formula made text by a leading apostrophe; numbers in full precision. */
export function csvField(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const text = textOf(cell)
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A row, ended by CRLF. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvField).join(',')}\r\n`

/** A table as tab-separated text, as a spreadsheet takes it from the clipboard: a header row, then the rows. */
export const tsv = (header: readonly string[], rows: Iterable<readonly Cell[]>): string =>
  [header, ...rows].map((row) => `${row.map(tsvField).join('\t')}\n`).join('')

const tsvField = (cell: Cell): string =>
  typeof cell === 'string' ? textOf(cell).replaceAll(/[\t\r\n]+/g, ' ') : csvField(cell)

/** A table as CSV: a header row, then the rows. */
export const csv = (header: readonly string[], rows: Iterable<readonly Cell[]>): string =>
  [header, ...rows].map(csvRow).join('')
