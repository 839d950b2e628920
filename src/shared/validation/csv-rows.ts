import { InputError } from '../scenario/input-error.ts'

/** Records of a CSV text (RFC 4180): fields in quotes may hold commas, line ends and doubled quotes. */
function csvRecords(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let field = ''
  let quoted = false
  const endField = () => {
    record.push(field)
    field = ''
  }
  const endRecord = () => {
    endField()
    if (record.some((cell) => cell !== '')) records.push(record)
    record = []
  }
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const character = text[i]!
    if (quoted) {
      if (character !== '"') field += character
      else if (text[i + 1] === '"') field += text[++i]!
      else quoted = false
    } else if (character === '"') quoted = true
    else if (character === ',') endField()
    else if (character === '\n') endRecord()
    else if (character !== '\r') field += character
  }
  if (quoted) throw new InputError('', 'ends inside a quoted field')
  endRecord()
  return records
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/**
 * Rows of a CSV text by its header's names; what looks like a number is one, and an empty cell is absent.
 * @throws InputError where a row has more cells than the header
 */
export function csvRows(text: string): Record<string, string | number>[] {
  const [header = [], ...records] = csvRecords(text)
  const names = header.map((name) => name.trim())
  return records.map((cells, row) => {
    if (cells.length > names.length)
      throw new InputError(`[${row}]`, `has ${cells.length} cells; expected ${names.length}, as the header has`)
    return Object.fromEntries(
      cells.flatMap((cell, column) => {
        const value = cell.trim()
        return value === '' ? [] : [[names[column]!, NUMBER.test(value) ? Number(value) : value]]
      }),
    )
  })
}
