import * as v from 'valibot'
import { acceleratorEntrySchema } from '../catalog/accelerator-entry.ts'
import { modelEntrySchema } from '../catalog/model-entry.ts'
import { positive, wholeBetween } from '../catalog/quantity.ts'
import { InputError, NewerVersionError, parseInput } from '../scenario/input-error.ts'
import { parseJson } from '../scenario/parse-json.ts'
import { entryId, title } from '../scenario/scenario.ts'

/** The newest sweep file version this app reads; every older one stays readable. */
export const SWEEP_VERSION = 1
export const SWEEP_FORMAT = 'paretoscope/sweep'

const MOST_VALUES = 100_000
const values = `a list of 1 to ${MOST_VALUES} values`

const rangeSchema = v.strictObject({
  from: v.pipe(v.number('a number'), v.finite('a finite number')),
  to: v.pipe(v.number('a number'), v.finite('a finite number')),
  steps: wholeBetween(2, MOST_VALUES),
  scale: v.optional(v.picklist(['linear', 'log'], '"linear" or "log"'), 'linear'),
  /** Rounds to whole numbers; those that come out alike are taken once. */
  whole: v.optional(v.boolean('true or false'), false),
})

const listSchema = v.pipe(v.array(v.unknown(), values), v.minLength(1, values), v.maxLength(MOST_VALUES, values))

/** A list or a range; which of them is told by its looks, so that an error speaks of the one that was meant. */
const valuesSchema = v.lazy((input) => (Array.isArray(input) ? listSchema : rangeSchema))

const series = v.record(v.string(), v.unknown(), 'a series')
const speeds = 'a list of at most 20 speeds'

/** A base series, and the fields of it that take every value of a list or range, in every combination. */
export const sweepSchema = v.strictObject({
  format: v.literal(SWEEP_FORMAT, `"${SWEEP_FORMAT}"`),
  version: v.literal(SWEEP_VERSION, `${SWEEP_VERSION}`),
  name: title,
  notes: v.optional(v.pipe(v.string('a text'), v.maxLength(100_000, 'a text of at most 100,000 characters')), ''),
  accelerators: v.optional(v.record(entryId, acceleratorEntrySchema), {}),
  models: v.optional(v.record(entryId, modelEntrySchema), {}),
  series,
  over: v.record(v.string(), valuesSchema, 'an object of lists and ranges by field'),
  speeds: v.optional(v.pipe(v.array(positive, speeds), v.maxLength(20, speeds)), [10, 20, 50, 100]),
})

export type Range = v.InferOutput<typeof rangeSchema>
export type Sweep = v.InferOutput<typeof sweepSchema>

/** Reads the text of a sweep file; what its combinations are is seen by planSweep. @throws InputError, NewerVersionError */
export function parseSweep(source: string): Sweep {
  const json = parseJson(source)
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new InputError('', 'is not a sweep; expected a JSON object')
  if (!('format' in json) || json.format !== SWEEP_FORMAT)
    throw new InputError('format', `is not "${SWEEP_FORMAT}"; this is not a sweep file`)
  if ('version' in json && typeof json.version === 'number' && json.version > SWEEP_VERSION)
    throw new NewerVersionError(json.version, SWEEP_VERSION)
  return parseInput(sweepSchema, json)
}
