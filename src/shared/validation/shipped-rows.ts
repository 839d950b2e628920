import { parseInput } from '../scenario/input-error.ts'
import allReduces from './data/all-reduce.json' with { type: 'json' }
import decodes from './data/decode-points.json' with { type: 'json' }
import { measuredAllReducesSchema } from './measured-all-reduce.ts'
import { measuredDecodesSchema } from './measured-decode.ts'
import type { Measurements } from './measurements.ts'

/** The measurements that ship with the app (data/README.md has their sources). Half a megabyte: the window asks main. */
export const SHIPPED_MEASUREMENTS: Measurements = {
  decode: parseInput(measuredDecodesSchema, decodes),
  allReduce: parseInput(measuredAllReducesSchema, allReduces),
}
