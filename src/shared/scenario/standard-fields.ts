import * as v from 'valibot'
import { positive, wholeBetween } from '../catalog/quantity.ts'
import { ALL_REDUCE_ENGINES } from '../model/standard/all-reduce-constants.ts'
import { constantsId } from '../catalog/constants-set.ts'
import { KV_FORMATS, WEIGHT_FORMATS } from '../model/standard/formats.ts'
import { routingSkew } from './ranges.ts'
import { STANDARD_TERMS } from '../model/standard/standard-pass.ts'

const oneOf = <const T extends readonly string[]>(names: T) =>
  v.picklist(names, names.map((name) => `"${name}"`).join(', '))
const orNull = <const TSchema extends v.GenericSchema>(schema: TSchema) => v.optional(v.nullable(schema), null)
const fromZero = v.pipe(v.number('a number from 0'), v.minValue(0, 'a number from 0'))

const prompts = {
  /** Input tokens paid for with each output token, for the blended price; null = as many as the prompts have. */
  inputPerOutput: orNull(fromZero),
}
const withTokens = { inputTokens: positive, outputTokens: positive, ...prompts }

const prefillSchema = v.variant(
  'mode',
  [
    v.strictObject({
      mode: v.literal('none'),
      inputTokens: orNull(positive),
      outputTokens: orNull(positive),
      ...prompts,
    }),
    v.strictObject({ mode: v.literal('colocated'), ...withTokens }),
    v.strictObject({ mode: v.literal('disaggregated'), ...withTokens }),
  ],
  '"none", "colocated" or "disaggregated"',
)

/** What will not be gone beyond; null = no limit, of GPUs four scale-up domains. */
const limitsSchema = v.strictObject({
  maxGpus: orNull(wholeBetween(1, 4096, 'a whole number of GPUs from 1 to 4096')),
  minTokensPerSecond: orNull(positive),
  maxTtftSeconds: orNull(positive),
})

export const NO_LIMITS = { maxGpus: null, minTokensPerSecond: null, maxTtftSeconds: null } as const

/** Terms that can be left out, to see what each is worth. */
const TERM_IDS = STANDARD_TERMS.map(({ id }) => id)

/** Fields of a model's deployment that only the standard rules read; all optional. */
export const standardFields = {
  /** null: as the model was released. */
  weightFormat: orNull(oneOf(WEIGHT_FORMATS)),
  /** null: 8 bits where weights have at most 8 and activations follow them, else 16. */
  kvFormat: orNull(oneOf(KV_FORMATS)),
  prefill: orNull(prefillSchema),
  /** Whose all-reduce kernels; null: vLLM's. */
  engine: orNull(oneOf(ALL_REDUCE_ENGINES)),
  /** A set of the app's, or one that the scenario brings along. */
  constants: v.optional(constantsId, 'calibrated'),
  allReduceFit: v.optional(oneOf(['engine', 'generation']), 'engine'),
  routingSkew: orNull(routingSkew),
  without: v.optional(v.array(oneOf(TERM_IDS), 'a list of terms'), []),
} as const

/** Fields of the search that only the standard rules read; all optional. */
export const standardSearchFields = {
  limits: v.optional(limitsSchema, NO_LIMITS),
  tensorAcrossDomains: v.optional(v.boolean('true or false'), false),
  /** null: what activations and the engine mostly take. */
  reserveBytesPerGpu: orNull(fromZero),
} as const
