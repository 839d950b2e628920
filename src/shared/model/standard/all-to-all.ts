import type { FeedForwardGroup } from '../architecture.ts'
import { hasRoutedExperts } from './routed-experts.ts'
import { networkLatencyFactor, type PerLoad, type ReplicaLayout } from './standard-setup.ts'

/** A token goes out in 1 byte per value and comes back in 2. */
const BYTES_THERE_AND_BACK = 3

/** Ranks other than its own that a token goes to: `ep·(1-(1-1/ep)^A)·(ep-1)/ep`; `dp-1` where experts are not divided. */
export function ranksReached(
  { activeExperts }: FeedForwardGroup,
  { expert, data }: Pick<ReplicaLayout, 'expert' | 'data'>,
): number {
  if (expert === 1) return data - 1
  return expert * (1 - (1 - 1 / expert) ** activeExperts) * ((expert - 1) / expert)
}

/** Share of the other ranks that lie outside the scale-up domain: `(ep-domain)/(ep-1)`. */
const shareOutside = (expert: number, domain: number): number =>
  expert > domain ? (expert - domain) / (expert - 1) : 0

/**
 * `moeLayers·[2·t_a + 3·d·b·R/(0.37·W)]`, only with data-parallel attention; what leaves the scale-up domain goes at 0.37
 * of the scale-out speed (standard rules, "allToAll").
 */
export const allToAllSeconds: PerLoad = (plan) => {
  const { architecture, chip, constants, layout } = plan
  if (layout.data <= 1) return () => 0
  const outside = shareOutside(layout.expert, chip.domainSize)
  const perByte = (1 - outside) / chip.scaleUpBytesPerSecond + outside / chip.scaleOutBytesPerSecond
  let floor = 0
  let perToken = 0
  for (const group of architecture.feedForward.filter(hasRoutedExperts)) {
    const bytes = BYTES_THERE_AND_BACK * architecture.dModel * ranksReached(group, layout)
    floor += group.layers * 2 * constants.allToAllFloorSeconds * networkLatencyFactor(plan)
    perToken += group.layers * ((bytes * perByte) / constants.allToAllShare)
  }
  return ({ rankTokens }) => floor + perToken * rankTokens
}
