import type { PeakRate } from '../accelerator.ts'
import { ARITHMETIC_SHARE, ATTENTION_SHARE } from './constants.ts'
import { cacheFlopPerToken, kvBytesPerSequence } from './kv-cache.ts'
import { stateFlopPerRank, stateTrafficPerSequence } from './linear-mixers.ts'
import { reachedMemoryRate } from './memory.ts'
import { pairsWorkedOn, routedBlocks } from './routed-experts.ts'
import type { PerLoad } from './standard-setup.ts'
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
export const arithmeticSeconds: PerLoad = (plan) => {
  const { architecture, chip, formats, layout, tokensPerPass } = plan
  const perMultiplication = (bits: number): number => 2 / (ARITHMETIC_SHARE * peakAt(chip, bits))
  const secondsPerToken = weightBlocks(plan).reduce(
    (sum, { weights, format }) => sum + weights * perMultiplication(format.arithmeticBits),
    0,
  )
  const attentionRate = ATTENTION_SHARE * peakAt(chip, 16)
  const memoryRate = reachedMemoryRate(plan)
  const beyondReads = (flop: number, bytes: number): number =>
    Math.max(0, (tokensPerPass * flop) / attentionRate - bytes / memoryRate)
  const cacheSecondsPerSequence = architecture.attention.reduce(
    (sum, group) => sum + beyondReads(cacheFlopPerToken(plan, group), kvBytesPerSequence(plan, group)),
    beyondReads(stateFlopPerRank(plan), stateTrafficPerSequence(plan)),
  )
  const routed = routedBlocks(plan)
  const perRouted = perMultiplication(formats.routed.arithmeticBits)
  return ({ rankBatch, rankTokens, tokens }) => {
    let seconds = secondsPerToken * rankTokens + cacheSecondsPerSequence * rankBatch
    for (const { group, weightsPerExpert } of routed)
      seconds += pairsWorkedOn(group, layout.expert, tokens) * weightsPerExpert * perRouted
    return seconds
  }
}
