import { InputError } from '../scenario/input-error.ts'

/** A record and the line it begins on, from 1. */
interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
}

/** Records of a CSV text (RFC 4180): fields in quotes may hold commas, line ends and doubled quotes. */
function csvRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  let line = 1
  let beginsOn = 1
  let quoteOn = 1
  let record: string[] = []
  let field = ''
  let quoted = false
  const endField = () => {
    record.push(field)
    field = ''
  }
  const endRecord = () => {
    endField()
    if (record.some((cell) => cell !== '')) records.push({ cells: record, line: beginsOn })
    record = []
    beginsOn = line
  }
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const character = text[i]!
    if (character === '\n') line++
    if (quoted) {
      if (character !== '"') field += character
      else if (text[i + 1] === '"') field += text[++i]!
      else quoted = false
    } else if (character === '"') {
      quoted = true
      quoteOn = line
    } else if (character === ',') endField()
    else if (character === '\n') endRecord()
    else if (character !== '\r') field += character
  }
  if (quoted) throw new InputError(`line ${quoteOn}`, 'a quoted field does not end')
  endRecord()
  return records
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Rows by the header's names, and the line of each. */
export interface CsvTable {
  readonly rows: readonly Readonly<Record<string, string | number>>[]
  readonly lines: readonly number[]
}

/**
 * Rows of a CSV text; what looks like a number is one, and an empty cell is absent.
 * @throws InputError where a row has more cells than the header
 */
export function csvTable(text: string): CsvTable {
  const [header, ...records] = csvRecords(text)
  const names = (header?.cells ?? []).map((name) => name.trim())
  const rows = records.map(({ cells, line }) => {
    if (cells.length > names.length)
      throw new InputError(`line ${line}`, `has ${cells.length} cells; expected ${names.length}, as the header has`)
    return Object.fromEntries(
      cells.flatMap((cell, column) => {
        const value = cell.trim()
        return value === '' ? [] : [[names[column]!, NUMBER.test(value) ? Number(value) : value]]
      }),
    )
  })
  return { rows, lines: records.map(({ line }) => line) }
}

/** An error about `[3].tp` of the rows, told by the line and column of the file that a person sees. */
export function atLine(error: InputError, lines: readonly number[]): InputError {
  const found = /^\[(\d+)\](?:\.(.+))?$/.exec(error.path)
  if (found === null) return error
  const column = found[2] === undefined ? '' : `, column ${found[2]}`
  return new InputError(`line ${lines[Number(found[1])]!}${column}`, error.message.slice(error.path.length + 2))
}
