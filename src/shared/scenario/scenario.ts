import * as v from 'valibot'
import { acceleratorEntrySchema } from '../catalog/accelerator-entry.ts'
import { constantsSetSchema, ownSetId } from '../catalog/constants-set.ts'
import { modelEntrySchema } from '../catalog/model-entry.ts'
import { between, positive, wholeBetween } from '../catalog/quantity.ts'
import { MOST_OBSERVED_SETS, observedSetSchema } from '../observed/observed-set.ts'
import { presentationFields, readingsSchema, USUAL_READINGS } from './presentation-fields.ts'
import { rangesSchema } from './ranges.ts'
import { standardFields, standardSearchFields } from './standard-fields.ts'

/** The newest scenario file version this app writes; every older one stays readable. */
export const SCENARIO_VERSION = 1
export const SCENARIO_FORMAT = 'paretoscope/scenario'
export const MOST_SERIES = 100

export const entryId = v.pipe(
  v.string('an id'),
  v.minLength(1, 'an id of at least 1 character'),
  v.maxLength(200, 'an id of at most 200 characters'),
)
export const title = v.pipe(
  v.string('a name'),
  v.minLength(1, 'a name of at least 1 character'),
  v.maxLength(200, 'a name of at most 200 characters'),
)
const bits = v.pipe(
  v.number('a number of bits from 1 to 32, or null'),
  v.minValue(1, 'at least 1 bit'),
  v.maxValue(32, 'at most 32 bits'),
)
const steps = wholeBetween(2, 2000)

export const speculativeSchema = v.strictObject({
  draft: entryId,
  acceptance: between(0, 1, 'a share from 0 to 1'),
  maxDraftTokens: v.optional(wholeBetween(2, 16), 5),
})

/** One frontier's inputs; defaults as docs/scenario-format.md says. */
export const seriesSchema = v.strictObject({
  name: title,
  model: entryId,
  accelerator: entryId,
  rules: v.optional(v.picklist(['paper', 'standard'], '"paper" or "standard"'), 'paper'),
  contextTokens: v.optional(between(0, 1e8, 'a number of tokens from 0 to 100 million'), 0),
  pipeline: v.optional(v.boolean('true or false'), true),
  attentionScaleDown: v.optional(v.boolean('true or false'), true),
  weightBits: v.optional(v.nullable(bits), null),
  activationBits: v.optional(v.nullable(bits), null),
  speculative: v.optional(v.nullable(speculativeSchema), null),
  demandCapTokensPerSecond: v.optional(v.nullable(positive), null),
  usdPerGpuHour: v.optional(v.nullable(positive), null),
  grid: v.optional(v.strictObject({ gpus: v.optional(steps, 400), batches: v.optional(steps, 400) }), {
    gpus: 400,
    batches: 400,
  }),
  ...standardFields,
  ...standardSearchFields,
  /** What is not known exactly; null or not there: all is. Without a default, so that files of before keep their hash. */
  ranges: v.optional(v.nullable(rangesSchema)),
  ...presentationFields,
})

const place = 'the place of a series, from 0'

const scenarioFields = v.strictObject({
  format: v.literal(SCENARIO_FORMAT, `"${SCENARIO_FORMAT}"`),
  version: v.literal(SCENARIO_VERSION, `${SCENARIO_VERSION}`),
  name: title,
  notes: v.optional(v.pipe(v.string('a text'), v.maxLength(100_000, 'a text of at most 100,000 characters')), ''),
  accelerators: v.optional(v.record(entryId, acceleratorEntrySchema), {}),
  models: v.optional(v.record(entryId, modelEntrySchema), {}),
  /** Sets of constants that the series name beside the app's, so that everyone gets the same numbers. */
  constants: v.optional(v.record(ownSetId, constantsSetSchema)),
  series: v.pipe(
    v.array(seriesSchema, 'a list of series'),
    v.minLength(1, 'at least one series'),
    v.maxLength(MOST_SERIES, `at most ${MOST_SERIES} series`),
    v.someItem(({ hidden }) => !hidden, 'at least one series that is not hidden'),
  ),
  /** Place in `series`, from 0, of the one that the others are read against. */
  baseline: v.optional(v.pipe(v.number(place), v.integer(place), v.minValue(0, place)), 0),
  readings: v.optional(readingsSchema, USUAL_READINGS),
  /** Measured or offered points that are laid over the frontiers. */
  observed: v.optional(
    v.pipe(
      v.array(observedSetSchema, 'a list of sets of observed points'),
      v.maxLength(MOST_OBSERVED_SETS, `at most ${MOST_OBSERVED_SETS} sets of observed points`),
    ),
    [],
  ),
})

// An interface, so that errors and the contract's type name it instead of spelling it out.
export interface Scenario extends v.InferOutput<typeof scenarioFields> {}

/** A comparison: its series, and the catalog entries that travel with it and win over the reader's own. */
export const scenarioSchema: v.GenericSchema<unknown, Scenario> = v.pipe(
  scenarioFields,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.baseline < dataset.value.series.length) return
    const { value: input } = dataset
    const path = {
      type: 'object',
      origin: 'value',
      input: { ...input },
      key: 'baseline',
      value: input.baseline,
    } as const
    addIssue({ message: place, input: input.baseline, path: [path] })
  }),
)

export type Series = v.InferOutput<typeof seriesSchema>
export const newScenario = (scenarioName: string, series: readonly Series[]): Scenario => ({
  format: SCENARIO_FORMAT,
  version: SCENARIO_VERSION,
  name: scenarioName,
  notes: '',
  accelerators: {},
  models: {},
  series: [...series],
  baseline: 0,
  readings: USUAL_READINGS,
  observed: [],
})

/** A series with every default filled in. */
export const seriesOf = (fields: v.InferInput<typeof seriesSchema>): Series => v.parse(seriesSchema, fields)

/** What a new comparison begins with: a deployment as it is bought most. */
export const NEW_SERIES = seriesOf({
  name: 'Llama 3.3 70B, H100',
  model: 'llama-3.3-70b',
  accelerator: 'h100-sxm',
  rules: 'standard',
  contextTokens: 1500,
  pipeline: false,
  weightFormat: 'fp8',
})
