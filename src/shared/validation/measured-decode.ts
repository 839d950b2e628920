import * as v from 'valibot'
import { positive, text } from '../catalog/quantity.ts'

const degree = v.pipe(v.number('a whole number'), v.integer('a whole number'), v.minValue(1, 'at least 1'))
const optionalNumber = v.optional(v.nullable(v.pipe(v.number('a number'), v.minValue(0, 'a number from 0'))))

/** One measured decode time of a served model; columns that are not needed are let through. */
const measuredDecodeSchema = v.object({
  id: v.optional(text, ''),
  source: v.optional(text, ''),
  sourcePath: v.optional(text, ''),
  engine: text,
  model: text,
  hardware: text,
  precision: text,
  tp: degree,
  dp: v.optional(degree, 1),
  ep: v.optional(degree, 1),
  pp: v.optional(degree, 1),
  /** "agg": prefill shares the GPUs; "disagg", "static-batch": it does not. */
  mode: text,
  batchOrConcurrency: positive,
  effectiveDecodeBatch: optionalNumber,
  meanContext: optionalNumber,
  effInputLen: optionalNumber,
  effOutputLen: optionalNumber,
  prefillTokensPerDecodeToken: optionalNumber,
  tpotMs: positive,
  date: v.optional(text, ''),
  /** Output tokens of all users, over the GPUs that decode. */
  tokensPerSecondPerGpu: optionalNumber,
  nGpus: optionalNumber,
  decodeGpus: optionalNumber,
})

export const measuredDecodesSchema = v.array(measuredDecodeSchema, 'a list of measured decode times')
export type MeasuredDecode = v.InferOutput<typeof measuredDecodeSchema>
