import { MEMORY_SHARE } from './constants.ts'
import type { BlockFormat } from './formats.ts'
import { kvBytesPerSequence } from './kv-cache.ts'
import { stateTrafficPerSequence } from './linear-mixers.ts'
import { expertsRead, routedBlocks } from './routed-experts.ts'
import type { PerLoad, StandardSetup } from './standard-setup.ts'
import { weightBlocks } from './weight-blocks.ts'

/** Bytes of activations that a token moves per layer and unit of model width. */
const ACTIVATION_BYTES = 20

/** Memory bytes per second that are reached: 0.77 of the peak. */
export const reachedMemoryRate = ({ chip }: StandardSetup): number => MEMORY_SHARE * chip.hbmBytesPerSecond

/**
 * `[weights + KV cache or states + 20·d·L·b] / (0.77·BW)`, all per GPU; weights in an emulated 4-bit format at 0.72 of that rate.
 * Source: standard rules, "memory".
 */
export const memorySeconds: PerLoad = (plan) => {
  const { architecture, constants, formats, layout, rules } = plan
  const bytesPerWeight = (format: BlockFormat): number =>
    format.bytesPerWeight / (format.emulated ? constants.emulatedShare : 1)
  const fixedBytes = weightBlocks(plan).reduce((sum, block) => sum + block.weights * bytesPerWeight(block.format), 0)
  const cacheBytes = architecture.attention.reduce((sum, group) => sum + kvBytesPerSequence(plan, group), 0)
  const perSequence = cacheBytes + stateTrafficPerSequence(plan)
  const activationBytes = ACTIVATION_BYTES * architecture.dModel * architecture.layers
  const routed = routedBlocks(plan)
  const bytesPerRouted = bytesPerWeight(formats.routed)
  const rate = reachedMemoryRate(plan)
  return ({ rankBatch, rankTokens, tokens }) => {
    let bytes = fixedBytes + perSequence * rankBatch + activationBytes * rankTokens
    for (const { group, weightsPerExpert } of routed)
      bytes += expertsRead(group, layout.expert, tokens, rules.routingSkew) * weightsPerExpert * bytesPerRouted
    return bytes / rate
  }
}
