import * as v from 'valibot'
import { between, positive } from '../catalog/quantity.ts'

/** Both ends of an interval of 90 %. */
const rangeOf = (end: v.GenericSchema<number>) =>
  v.optional(
    v.nullable(
      v.pipe(
        v.strictObject({ low: end, high: end }),
        v.forward(
          v.check(({ low, high }) => low <= high, 'a "low" of at most "high"'),
          ['low'],
        ),
      ),
    ),
    null,
  )

const FACTOR = 'a factor from 0.01 to 100'
const factor = v.pipe(positive, v.minValue(0.01, FACTOR), v.maxValue(100, FACTOR))
const openShare = v.pipe(
  v.number('a share above 0 and below 1'),
  v.gtValue(0, 'a share above 0 and below 1'),
  v.ltValue(1, 'a share above 0 and below 1'),
)
/** σ of how unevenly experts are chosen. */
export const routingSkew = between(0.1, 100)

/**
 * Inputs that are not known exactly, each between two values with 90 % and below or above them with 5 % each; null: known. Factors are
 * on what the rules assume. docs/ranges.md says how they are spread and what is made of them.
 */
export const rangesSchema = v.strictObject({
  memoryBandwidth: rangeOf(factor),
  arithmetic: rangeOf(factor),
  kernelTime: rangeOf(factor),
  networkLatency: rangeOf(factor),
  /** USD per GPU-hour, a value. */
  usdPerGpuHour: rangeOf(positive),
  /** Of drafted tokens, a value. */
  acceptance: rangeOf(openShare),
  /** σ, a value. */
  routingSkew: rangeOf(routingSkew),
  /** The error measured on deployments like these, on the time per token. */
  modelError: v.optional(v.boolean('true or false'), false),
})

export type Ranges = v.InferOutput<typeof rangesSchema>

export const NO_RANGES: Ranges = v.parse(rangesSchema, {})
