import Papa from 'papaparse'
import { InputError } from '../scenario/input-error.ts'

/** A record that holds something, and the line it begins on, from 1. */
export interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
}

/** Records of a text, and what its cells are parted by. */
export interface CsvRecords {
  readonly records: readonly CsvRecord[]
  readonly delimiter: string
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** What parts the names of the header most often; numbers below it may hold commas of their own. */
function delimiterOf(text: string): string {
  const [header = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1)
  const count = (delimiter: string) => header.split(delimiter).length
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best))
}

const lineEnds = (text: string): number => text.split(/\r\n|\r|\n/).length - 1

/**
 * Records of a CSV text (RFC 4180), with or without a byte-order mark; records without anything in them are left out.
 * @param delimiter unless given: comma, semicolon, tab or bar, whichever the header has most of
 * @throws InputError where a quoted field does not end
 */
export function csvRecords(text: string, delimiter?: string): CsvRecords {
  const source = text.replace(/^\uFEFF/, '')
  const parted = delimiter ?? delimiterOf(source)
  const records: CsvRecord[] = []
  let line = 1
  let read = 0
  Papa.parse(source, {
    delimiter: parted,
    step({ data, errors, meta }) {
      if (errors.some(({ code }) => code === 'MissingQuotes'))
        throw new InputError(`line ${line}`, 'a quoted field does not end')
      if (data.some((cell) => cell !== '')) records.push({ cells: data, line })
      line += lineEnds(source.slice(read, meta.cursor))
      read = meta.cursor
    },
  })
  return { records, delimiter: parted }
}
