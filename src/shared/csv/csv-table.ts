import { csvRecords } from './csv-records.ts'
import { InputError } from '../scenario/input-error.ts'

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
  const [header, ...records] = csvRecords(text, ',').records
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
