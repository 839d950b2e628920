import * as v from 'valibot'
import { positive, text } from '../catalog/quantity.ts'

export const MOST_OBSERVED_SETS = 20
export const MOST_OBSERVED_POINTS = 2000

const name = v.pipe(
  v.string('a name'),
  v.minLength(1, 'a name of at least 1 character'),
  v.maxLength(200, 'a name of at most 200 characters'),
)
const note = v.optional(v.pipe(text, v.maxLength(2000, 'a text of at most 2000 characters')), '')
const optionalRate = v.optional(v.nullable(positive), null)
const entryId = v.optional(v.nullable(name), null)

/** A deployment as somebody measured it, or as a provider offers it. */
const observedPointSchema = v.pipe(
  v.strictObject({
    name,
    /** For one user. */
    tokensPerSecond: positive,
    /** Of output tokens. */
    usdPerMillionTokens: optionalRate,
    /** Output tokens of all users together, over all GPUs that were needed. */
    tokensPerSecondPerGpu: optionalRate,
    note,
  }),
  v.check(
    ({ usdPerMillionTokens, tokensPerSecondPerGpu }) => usdPerMillionTokens !== null || tokensPerSecondPerGpu !== null,
    'a point with usdPerMillionTokens or tokensPerSecondPerGpu',
  ),
)

/** Points from one source, laid over the frontiers. */
export const observedSetSchema = v.strictObject({
  name,
  source: note,
  /** When they were observed, as the source says it. */
  date: v.optional(v.pipe(text, v.maxLength(100, 'a text of at most 100 characters')), ''),
  /** Catalog ids of what was observed; series of the same are compared with. null: not known. */
  model: entryId,
  accelerator: entryId,
  /** Prices the points that say how much a GPU gives but not what that costs. */
  usdPerGpuHour: optionalRate,
  hidden: v.optional(v.boolean('true or false'), false),
  points: v.pipe(
    v.array(observedPointSchema, 'a list of points'),
    v.minLength(1, 'at least one point'),
    v.maxLength(MOST_OBSERVED_POINTS, `at most ${MOST_OBSERVED_POINTS} points`),
  ),
})

export type ObservedPoint = v.InferOutput<typeof observedPointSchema>
export type ObservedSet = v.InferOutput<typeof observedSetSchema>

/** What a point costs: as observed, or by its throughput at the set's price; null where neither is known. */
export function observedCost({ usdPerGpuHour }: ObservedSet, point: ObservedPoint): number | null {
  if (point.usdPerMillionTokens !== null) return point.usdPerMillionTokens
  if (point.tokensPerSecondPerGpu === null || usdPerGpuHour === null) return null
  return (usdPerGpuHour * 1e6) / (3600 * point.tokensPerSecondPerGpu)
}
