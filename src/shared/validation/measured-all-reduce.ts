import * as v from 'valibot'
import { positive, text } from '../catalog/quantity.ts'

/** One measured all-reduce; columns that are not needed are let through. */
const measuredAllReduceSchema = v.object({
  source: v.optional(text, ''),
  hardware: text,
  nGpus: positive,
  nNodes: v.optional(positive, 1),
  op: v.optional(text, 'all_reduce'),
  bytes: positive,
  microseconds: positive,
  /** The library, its version and whether a CUDA graph is used. */
  impl: text,
})

export const measuredAllReducesSchema = v.array(measuredAllReduceSchema, 'a list of measured all-reduces')
export type MeasuredAllReduce = v.InferOutput<typeof measuredAllReduceSchema>
