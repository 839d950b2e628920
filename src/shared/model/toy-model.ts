import { peakFlopPerSecond, usableHbmBandwidth, type Accelerator } from './accelerator.ts'
import {
  kvCacheBytesPerSequence,
  totalParams,
  weightBytesTotal,
  type Architecture,
  type Precision,
} from './architecture.ts'

/** Latency of the toy model's all-reduce: `fixed + perSide·(√N - 1)`, sides of a square of the GPUs. */
export interface ToyReduce {
  readonly fixedSeconds: number
  readonly perSideSeconds: number
}

const PAPER_REDUCE: ToyReduce = { fixedSeconds: 6e-6, perSideSeconds: 2e-6 }

/** Only the part that grows with the GPUs, `2us·√N`: the law for many of them, where speed goes with the cube root of bandwidth. */
export const GROWING_REDUCE: ToyReduce = { ...PAPER_REDUCE, fixedSeconds: PAPER_REDUCE.perSideSeconds }

/**
 * The paper's toy model (section 2.2; model-spec A7): a latency per all-reduce that the message does not change, no network
 * bandwidth.
 * @param reduce the paper's where it is left out
 * @returns seconds per token, Infinity where the weights and the batch's KV cache do not fit
 */
export function toyLatencySeconds(
  architecture: Architecture,
  precision: Precision,
  accelerator: Accelerator,
  gpus: number,
  batch: number,
  contextTokens: number,
  { fixedSeconds, perSideSeconds }: ToyReduce = PAPER_REDUCE,
): number {
  const weights = weightBytesTotal(architecture, precision)
  const cache = kvCacheBytesPerSequence(architecture, precision, contextTokens) * batch
  const peak = peakFlopPerSecond(accelerator, precision.weightBytes)
  if (peak === null || gpus * accelerator.hbmBytes < weights + cache) return Infinity
  const reduceSeconds = fixedSeconds + perSideSeconds * Math.max(Math.sqrt(gpus) - 1, 0)
  const reducesPerLayer = architecture.parallelAttention ? 2 : 4
  const memory = weights / (gpus * usableHbmBandwidth(accelerator))
  const arithmetic = (2 * totalParams(architecture) * batch) / (gpus * peak * accelerator.arithmeticCap)
  return architecture.layers * reducesPerLayer * reduceSeconds + Math.max(memory, arithmetic)
}
