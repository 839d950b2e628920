import { routedParams, type FeedForwardGroup } from '../architecture.ts'
import { slowestRankDeviation } from './slowest-rank.ts'
import type { ReplicaPlan } from './standard-setup.ts'

export const hasRoutedExperts = (group: FeedForwardGroup): boolean => group.experts > 1

/**
 * Share of the experts that `tokens` reach: `1-(1-A/E)^B` where all are as likely; with a skew `σ`,
 * `1-(1+λ/σ)^-σ`, `λ = -B·ln(1-A/E)` (a gamma-distributed liking; standard rules, "Weak").
 */
export function expertCoverage(group: FeedForwardGroup, tokens: number, skew: number | null): number {
  const missed = 1 - group.activeExperts / group.experts
  if (skew === null) return 1 - missed ** tokens
  return 1 - (1 - (tokens * Math.log(missed)) / skew) ** -skew
}

/**
 * Experts whose weights the slowest of `ep` ranks reads for `B` tokens: `min(local, mean + z·√(mean·(1-coverage)))`,
 * `local = E/ep`, `mean = local·coverage` over the whole expert group (standard rules, "Routed experts").
 */
export function expertsRead(group: FeedForwardGroup, expertRanks: number, tokens: number, skew: number | null): number {
  const local = group.experts / expertRanks
  const coverage = expertCoverage(group, tokens, skew)
  const mean = local * coverage
  return Math.min(local, mean + slowestRankDeviation(expertRanks) * Math.sqrt(mean * (1 - coverage)))
}

/** Token-expert pairs the slowest of `ep` ranks works on: `m + z·√(m·(1-1/ep))`, `m = B·A/ep`. */
export function pairsWorkedOn(group: FeedForwardGroup, expertRanks: number, tokens: number): number {
  const pairs = (tokens * group.activeExperts) / expertRanks
  return pairs + slowestRankDeviation(expertRanks) * Math.sqrt(pairs * (1 - 1 / expertRanks))
}

/** Routed layers of one kind: what a GPU of the slowest rank keeps of each expert, all layers together. */
export interface RoutedBlock {
  readonly group: FeedForwardGroup
  /** Weights of one expert on one of the `G/ep` GPUs that divide it. */
  readonly weightsPerExpert: number
}

export const routedBlocks = ({ architecture, layout, stageGpus }: ReplicaPlan): RoutedBlock[] =>
  architecture.feedForward.filter(hasRoutedExperts).map((group) => ({
    group,
    weightsPerExpert: (routedParams(architecture, group) / group.experts) * (layout.expert / stageGpus),
  }))
