import { InputError, parseInput } from '../scenario/input-error.ts'
import { parseJson } from '../scenario/parse-json.ts'
import { atLine, csvTable } from '../csv/csv-table.ts'
import { measuredAllReducesSchema, type MeasuredAllReduce } from './measured-all-reduce.ts'
import { measuredDecodesSchema, type MeasuredDecode } from './measured-decode.ts'

/** Measured rows by what was measured; null = none of the kind. */
export interface Measurements {
  readonly decode: readonly MeasuredDecode[] | null
  readonly allReduce: readonly MeasuredAllReduce[] | null
}

/** Rows of either kind out of a file's text; all-reduces are told by their `microseconds`. @throws InputError */
export function parseMeasurements(text: string, format: 'json' | 'csv'): Measurements {
  if (format === 'json') return measurementsOf(parseJson(text))
  const { rows, lines } = csvTable(text)
  try {
    return measurementsOf(rows)
  } catch (error) {
    throw error instanceof InputError ? atLine(error, lines) : error
  }
}

function measurementsOf(rows: unknown): Measurements {
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined
  if (typeof first !== 'object' || first === null)
    throw new InputError(
      '',
      'holds no measurements; expected a list of decode times (tpotMs) or all-reduces (microseconds)',
    )
  return 'microseconds' in first
    ? { decode: null, allReduce: parseInput(measuredAllReducesSchema, rows) }
    : { decode: parseInput(measuredDecodesSchema, rows), allReduce: null }
}
