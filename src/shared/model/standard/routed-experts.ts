import { routedParams, type FeedForwardGroup } from '../architecture.ts'
import { slowestRankDeviation } from './slowest-rank.ts'
import type { DecodePass } from './standard-setup.ts'
import type { WeightBlock } from './weight-block.ts'

export const hasRoutedExperts = (group: FeedForwardGroup): boolean => group.experts > 1

export interface ExpertLoad {
  /** Experts whose weights the slowest rank reads. */
  readonly experts: number
  /** Token-expert pairs the slowest rank works on. */
  readonly tokens: number
}

/**
 * Load of the slowest of `ep` ranks for `B` tokens that pick `A` of `E` experts evenly:
 * experts `min(local, mean + z·√(mean·(1-coverage)))`, `local = E/ep`, `mean = local·coverage`, `coverage = 1-(1-A/E)^B`;
 * tokens `m + z·√(m·(1-1/ep))`, `m = B·A/ep` (standard rules, "Routed experts").
 */
export function slowestExpertLoad(group: FeedForwardGroup, expertRanks: number, batch: number): ExpertLoad {
  const z = slowestRankDeviation(expertRanks)
  const local = group.experts / expertRanks
  const coverage = 1 - (1 - group.activeExperts / group.experts) ** batch
  const mean = local * coverage
  const pairs = (batch * group.activeExperts) / expertRanks
  return {
    experts: Math.min(local, mean + z * Math.sqrt(mean * (1 - coverage))),
    tokens: pairs + z * Math.sqrt(pairs * (1 - 1 / expertRanks)),
  }
}

/** Routed experts on the slowest rank; the `G/ep` GPUs of a rank divide each expert among them. */
export function routedBlock({ architecture, formats, layout, gpus, batch }: DecodePass): WeightBlock {
  const share = layout.expert / gpus
  let weights = 0
  let flop = 0
  for (const group of architecture.feedForward.filter(hasRoutedExperts)) {
    const load = slowestExpertLoad(group, layout.expert, batch)
    const perExpert = (routedParams(architecture, group) / group.experts) * share
    weights += load.experts * perExpert
    flop += 2 * load.tokens * perExpert
  }
  return { block: 'routed', weights, flop, format: formats.routed }
}
