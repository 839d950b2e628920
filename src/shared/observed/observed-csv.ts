import { csvRecords, type CsvRecord } from '../csv/csv-records.ts'
import { InputError } from '../scenario/input-error.ts'
import { MOST_OBSERVED_POINTS, type ObservedPoint } from './observed-set.ts'

/** What a column of a file can hold. */
export const OBSERVED_COLUMNS = [
  { id: 'name', label: 'Name' },
  { id: 'speed', label: 'Speed, tokens/s for one user' },
  { id: 'latency', label: 'Time per token, ms' },
  { id: 'cost', label: 'Cost, $ per million output tokens' },
  { id: 'throughput', label: 'Throughput, tokens/s per GPU' },
  { id: 'note', label: 'Note' },
] as const

export type ObservedColumn = (typeof OBSERVED_COLUMNS)[number]['id']

/** Place of the column that holds each, from 0; null: none does. */
export type ColumnMapping = Readonly<Record<ObservedColumn, number | null>>

/** A file as read, before its columns are understood. */
export interface ObservedFile {
  readonly header: readonly string[]
  readonly records: readonly CsvRecord[]
  /** Whether numbers have a comma where others have a point. */
  readonly decimalComma: boolean
}

export interface RejectedRow {
  readonly line: number
  readonly reason: string
}

export interface ObservedRows {
  readonly points: readonly ObservedPoint[]
  readonly rejected: readonly RejectedRow[]
}

/** How headers call each, most telling first; the first header that matches a name is taken. */
const NAMES: Readonly<Record<ObservedColumn, readonly RegExp[]>> = {
  name: [/^name$/i, /provider|label|configuration|config$/i, /^id$/i, /engine|model/i],
  throughput: [/(per.?|\/)gpu|tps.?gpu|tput.?per/i, /throughput/i],
  speed: [/(per.?|\/)user|interactivity/i, /tokens?.?per.?s|tok(ens)?\/s|tps|speed/i],
  latency: [/tpot|itl|inter.?token|ms.?per.?token|ms\/tok/i],
  cost: [/usd.*output|output.*(usd|price|cost)/i, /usd.?per.?m|\$.?\/.?m|per.?million|cost|price/i],
  note: [/note|comment|layout|remark/i],
}

/** @throws InputError where there is no header with rows below it */
export function readObservedFile(text: string): ObservedFile {
  const { records, delimiter } = csvRecords(text)
  const [header, ...rows] = records
  if (header === undefined || rows.length === 0)
    throw new InputError('', 'holds no points; expected a line of column names and a line for each point')
  const cells = rows.flatMap((row) => row.cells)
  const decimalComma =
    delimiter !== ',' &&
    cells.some((cell) => /^\s*\d+,\d+\s*$/.test(cell)) &&
    !cells.some((cell) => /^\s*\d+\.\d+\s*$/.test(cell))
  return { header: header.cells.map((cell) => cell.trim()), records: rows, decimalComma }
}

/** The columns as their names say, each taken once. */
export function guessColumns(header: readonly string[]): ColumnMapping {
  const taken = new Set<number>()
  const find = (id: ObservedColumn): number | null => {
    for (const pattern of NAMES[id]) {
      const at = header.findIndex((column, place) => !taken.has(place) && pattern.test(column))
      if (at === -1) continue
      taken.add(at)
      return at
    }
    return null
  }
  const throughput = find('throughput')
  const latency = find('latency')
  const speed = latency === null || header.some((column) => NAMES.speed[0]!.test(column)) ? find('speed') : null
  return {
    throughput,
    latency: speed === null ? latency : null,
    speed,
    cost: find('cost'),
    name: find('name'),
    note: find('note'),
  }
}

/** The points that columns make, and the rows that make none, with the reason. */
export function observedRows(file: ObservedFile, mapping: ColumnMapping): ObservedRows {
  const points: ObservedPoint[] = []
  const rejected: RejectedRow[] = []
  for (const record of file.records)
    try {
      if (points.length === MOST_OBSERVED_POINTS)
        throw new InputError('', `is beyond the ${MOST_OBSERVED_POINTS} points that are taken`)
      points.push(pointOf(record, file, mapping))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      rejected.push({ line: record.line, reason: error.message })
    }
  return { points, rejected }
}

function pointOf(
  { cells, line }: CsvRecord,
  { header, decimalComma }: ObservedFile,
  mapping: ColumnMapping,
): ObservedPoint {
  if (cells.length > header.length)
    throw new InputError('', `has ${cells.length} cells; expected ${header.length}, as the header has`)
  const textOf = (id: ObservedColumn): string => {
    const at = mapping[id]
    return at === null ? '' : (cells[at] ?? '').trim()
  }
  const numberOf = (id: ObservedColumn): number | null => {
    const text = textOf(id)
    if (text === '') return null
    const value = plainNumberOf(text, decimalComma)
    if (value === null)
      throw new InputError(header[mapping[id]!]!, `is "${text.slice(0, 40)}"; expected a number above 0`)
    return value
  }
  const latency = numberOf('latency')
  const tokensPerSecond = numberOf('speed') ?? (latency === null ? null : 1000 / latency)
  if (tokensPerSecond === null)
    throw new InputError('', 'has no speed; expected tokens per second or milliseconds per token')
  const usdPerMillionTokens = numberOf('cost')
  const tokensPerSecondPerGpu = numberOf('throughput')
  if (usdPerMillionTokens === null && tokensPerSecondPerGpu === null)
    throw new InputError('', 'has neither a cost nor a throughput; expected one of them')
  return {
    name: textOf('name').slice(0, 200) || `Line ${line}`,
    tokensPerSecond,
    usdPerMillionTokens,
    tokensPerSecondPerGpu,
    note: textOf('note').slice(0, 2000),
  }
}

/** A number above 0 as files write it: "1,234.5", "1 234,5", "$0.60"; null for anything else. */
function plainNumberOf(text: string, decimalComma: boolean): number | null {
  const bare = text.replace(/^(US)?\$\s*/, '').replaceAll(/[\s\u00A0']/g, '')
  const plain = decimalComma ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(/,(?=\d{3}(\D|$))/g, '')
  if (!/^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null
  const value = Number(plain)
  return value > 0 && Number.isFinite(value) ? value : null
}
