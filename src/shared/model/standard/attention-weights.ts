import { attentionOutputWidth, type Architecture, type AttentionGroup } from '../architecture.ts'
import type { ReplicaPlan } from './standard-setup.ts'
import type { WeightBlock } from './weight-block.ts'

/** Key and value heads one of `ranks` keeps: a head cannot be cut, so more ranks than heads keep copies. */
export const kvHeadsPerRank = (group: AttentionGroup, ranks: number): number => Math.max(group.kvHeads / ranks, 1)

/** Width of a head's cached key and value. */
export const headCacheWidth = (group: AttentionGroup): number =>
  group.valueIsKey ? group.dKey : group.dKey + group.dValue

/** Width of a key with the part that carries the position. */
export const expandedKeyWidth = (group: AttentionGroup): number => group.dKey + (group.mla?.rotaryWidth ?? 0)

/**
 * Attention weights of one layer on one of `ranks`: query and output projections (and a gate) are divided, KV heads
 * `max(kv/tp, 1)`, MLA down-projections whole on every rank (standard rules, "Bytes per GPU").
 */
export function attentionWeightsPerRank(architecture: Architecture, group: AttentionGroup, ranks: number): number {
  const d = architecture.dModel
  const queryWidth = group.queryHeads * expandedKeyWidth(group)
  const output = (attentionOutputWidth(group) + group.outputGateWidth) * d
  if (group.mla === null)
    return (queryWidth * d + output) / ranks + kvHeadsPerRank(group, ranks) * headCacheWidth(group) * d
  const { kvRank, queryRank, rotaryWidth } = group.mla
  const down = (kvRank + rotaryWidth + queryRank) * d
  const queryUp = queryWidth * (queryRank === 0 ? d : queryRank)
  const keyValueUp = group.queryHeads * (group.dKey + group.dValue) * kvRank
  return down + (queryUp + keyValueUp + output) / ranks
}

export function attentionBlock({ architecture, formats, layout }: ReplicaPlan): WeightBlock {
  const weights = architecture.attention.reduce(
    (sum, group) => sum + group.layers * attentionWeightsPerRank(architecture, group, layout.tensor),
    0,
  )
  return { block: 'attention', weights, format: formats.attention }
}
