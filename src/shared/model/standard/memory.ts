import { MEMORY_SHARE } from './constants.ts'
import { kvBytesPerGpu } from './kv-cache.ts'
import type { DecodePass } from './standard-setup.ts'
import { weightBlocks } from './weight-blocks.ts'

/** Bytes of activations that a token moves per layer and unit of model width. */
const ACTIVATION_BYTES = 20

/** Memory bytes per second that are reached: 0.77 of the peak. */
export const reachedMemoryRate = (pass: DecodePass): number => MEMORY_SHARE * pass.chip.hbmBytesPerSecond

/**
 * `[weights + KV cache + 20·d·L·b] / (0.77·BW)`, all per GPU; weights in an emulated 4-bit format at 0.72 of that rate.
 * Source: standard rules, "memory".
 */
export function memorySeconds(pass: DecodePass): number {
  const { architecture, constants, rankBatch } = pass
  let bytes = ACTIVATION_BYTES * architecture.dModel * architecture.layers * rankBatch
  for (const { weights, format } of weightBlocks(pass))
    bytes += (weights * format.bytesPerWeight) / (format.emulated ? constants.emulatedShare : 1)
  for (const group of architecture.attention) bytes += kvBytesPerGpu(pass, group)
  return bytes / reachedMemoryRate(pass)
}
