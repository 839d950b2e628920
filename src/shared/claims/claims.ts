import { InputError } from '../scenario/input-error.ts'
import type { Claim } from './claim.ts'
import { contextLength } from './context-length.ts'
import { drainTime } from './drain-time.ts'
import { gpuGenerations } from './gpu-generations.ts'
import { hbmBandwidth } from './hbm-bandwidth.ts'
import { networkLatency } from './network-latency.ts'
import { parameterCount } from './parameter-count.ts'
import { pipelining } from './pipelining.ts'
import { precision } from './precision.ts'
import { speculativeDecoding } from './speculative-decoding.ts'
import { withoutLatency } from './without-latency.ts'

/** What “Inference economics of language models” (arXiv 2506.04645) says, in the order in which the app shows it. */
export const CLAIMS: readonly Claim[] = [
  networkLatency,
  withoutLatency,
  parameterCount,
  hbmBandwidth,
  pipelining,
  drainTime,
  speculativeDecoding,
  gpuGenerations,
  precision,
  contextLength,
]

/** The claim of an id. @throws InputError that names those there are */
export function claimOf(id: string): Claim {
  const found = CLAIMS.find((one) => one.id === id)
  if (found !== undefined) return found
  throw new InputError('claim', `is "${id}"; expected one of ${CLAIMS.map((one) => one.id).join(', ')}`)
}
