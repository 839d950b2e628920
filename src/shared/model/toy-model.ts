import { peakFlopPerSecond, usableHbmBandwidth, type Accelerator } from './accelerator.ts'
import {
  kvCacheBytesPerSequence,
  totalParams,
  weightBytesTotal,
  type Architecture,
  type Precision,
} from './architecture.ts'

/**
 * The paper's toy model (section 2.2; model-spec A7): a fixed latency per all-reduce, no network bandwidth.
 * @returns seconds per token, Infinity where the weights and the batch's KV cache do not fit
 */
export function toyLatencySeconds(
  architecture: Architecture,
  precision: Precision,
  accelerator: Accelerator,
  gpus: number,
  batch: number,
  contextTokens: number,
): number {
  const weights = weightBytesTotal(architecture, precision)
  const cache = kvCacheBytesPerSequence(architecture, precision, contextTokens) * batch
  const peak = peakFlopPerSecond(accelerator, precision.weightBytes)
  if (peak === null || gpus * accelerator.hbmBytes < weights + cache) return Infinity
  const reduceSeconds = 6e-6 + 2e-6 * Math.max(Math.sqrt(gpus) - 1, 0)
  const reducesPerLayer = architecture.parallelAttention ? 2 : 4
  const memory = weights / (gpus * usableHbmBandwidth(accelerator))
  const arithmetic = (2 * totalParams(architecture) * batch) / (gpus * peak * accelerator.arithmeticCap)
  return architecture.layers * reducesPerLayer * reduceSeconds + Math.max(memory, arithmetic)
}
