import { visibleTokens, type AttentionGroup } from '../architecture.ts'
import { headCacheWidth, kvHeadsPerRank } from './attention-weights.ts'
import type { FormatPlan } from './formats.ts'
import type { ReplicaLayout, ReplicaPlan } from './standard-setup.ts'

/** Values one of `ranks` caches per token and layer: `max(kv/tp, 1)·(key + value)`; MLA latent + rotary on every rank. */
export const cachedValuesPerRank = (group: AttentionGroup, ranks: number): number =>
  group.mla === null ? kvHeadsPerRank(group, ranks) * headCacheWidth(group) : group.mla.kvRank + group.mla.rotaryWidth

/** What of a plan decides the cache of a sequence. */
export interface CachePlan {
  readonly contextTokens: number
  readonly layout: Pick<ReplicaLayout, 'tensor'>
  readonly formats: Pick<FormatPlan, 'kvBytes'>
}

/** KV cache bytes of one sequence on its rank, for the layers of a group; windows count `min(c, window)`. */
export const kvBytesPerSequence = (plan: CachePlan, group: AttentionGroup): number =>
  group.layers *
  visibleTokens(group, plan.contextTokens) *
  cachedValuesPerRank(group, plan.layout.tensor) *
  plan.formats.kvBytes

/**
 * FLOP of one token's attention over the cache on one GPU: `2·c·(query heads/tp)·(key + value width)` per layer; MLA
 * absorbed works on the latent, `2·latent + rotary` wide.
 */
export function cacheFlopPerToken(plan: ReplicaPlan, group: AttentionGroup): number {
  const width = group.mla === null ? group.dKey + group.dValue : 2 * group.mla.kvRank + group.mla.rotaryWidth
  const heads = group.queryHeads / plan.layout.tensor
  return group.layers * 2 * visibleTokens(group, plan.contextTokens) * heads * width
}
