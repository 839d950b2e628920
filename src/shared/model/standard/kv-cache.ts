import { visibleTokens, type AttentionGroup } from '../architecture.ts'
import { headCacheWidth, kvHeadsPerRank } from './attention-weights.ts'
import type { DecodePass } from './standard-setup.ts'

/** Values one of `ranks` caches per token and layer: `max(kv/tp, 1)·(key + value)`; MLA latent + rotary on every rank. */
export const cachedValuesPerRank = (group: AttentionGroup, ranks: number): number =>
  group.mla === null ? kvHeadsPerRank(group, ranks) * headCacheWidth(group) : group.mla.kvRank + group.mla.rotaryWidth

/** KV cache bytes that one GPU keeps, and reads in a pass, for the layers of a group; windows count `min(c, window)`. */
export const kvBytesPerGpu = (pass: DecodePass, group: AttentionGroup): number =>
  group.layers *
  pass.rankBatch *
  visibleTokens(group, pass.contextTokens) *
  cachedValuesPerRank(group, pass.layout.tensor) *
  pass.formats.kvBytes

/**
 * FLOP of attention over the cache on one GPU: `2·b·c·(query heads/tp)·(key + value width)` per layer; MLA absorbed works
 * on the latent, `2·latent + rotary` wide.
 */
export function cacheFlopPerGpu(pass: DecodePass, group: AttentionGroup): number {
  const width = group.mla === null ? group.dKey + group.dValue : 2 * group.mla.kvRank + group.mla.rotaryWidth
  const heads = group.queryHeads / pass.layout.tensor
  return group.layers * 2 * pass.rankBatch * visibleTokens(group, pass.contextTokens) * heads * width
}
