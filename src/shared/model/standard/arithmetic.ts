import type { PeakRate } from '../accelerator.ts'
import { ARITHMETIC_SHARE, ATTENTION_SHARE } from './constants.ts'
import { cacheFlopPerGpu, kvBytesPerGpu } from './kv-cache.ts'
import { reachedMemoryRate } from './memory.ts'
import type { DecodePass } from './standard-setup.ts'
import { weightBlocks } from './weight-blocks.ts'

/** Peak FLOP/s at a width, else at the next wider one the chip has. @throws RangeError where it has none */
export function peakAt({ peaks, name }: { readonly peaks: readonly PeakRate[]; readonly name: string }, bits: number) {
  const rate = peaks.find((peak) => peak.bits >= bits)
  if (rate === undefined) throw new RangeError(`${name} has no arithmetic of ${bits} bits or more`)
  return rate.flopPerSecond
}

/**
 * `Σ FLOP/(0.65·peak(bits))` over the blocks of weights, plus what attention over the cache takes beyond the time its
 * reads take: the longer of the two counts there, not the sum (standard rules, "arithmetic").
 */
export function arithmeticSeconds(pass: DecodePass): number {
  const { architecture, chip } = pass
  let seconds = 0
  for (const { flop, format } of weightBlocks(pass))
    seconds += flop / (ARITHMETIC_SHARE * peakAt(chip, format.arithmeticBits))
  const attentionRate = ATTENTION_SHARE * peakAt(chip, 16)
  for (const group of architecture.attention)
    seconds += Math.max(
      0,
      cacheFlopPerGpu(pass, group) / attentionRate - kvBytesPerGpu(pass, group) / reachedMemoryRate(pass),
    )
  return seconds
}
