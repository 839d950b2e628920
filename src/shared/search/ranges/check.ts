import type { SearchSetup } from '../search.ts'
import { costAt, speedAt, type FrontierCurve } from '../sensitivity/frontier-curve.ts'
import { rangeSearchOf, type Candidates } from './range-search.ts'
import { draws, type Uncertainty } from './uncertainty.ts'

/**
 * How far one frontier is from another, as a share: at each point of the latter the lesser of the differences in cost and speed,
 * the largest of all. Where frontiers are steep, costs far apart are speeds close by.
 */
export function curveDistance(curve: FrontierCurve, from: FrontierCurve): number {
  let largest = 0
  for (const [at, speed] of from.tokensPerSecond.entries()) {
    const cost = from.usdPerMillionTokens[at]!
    const [otherCost, otherSpeed] = [costAt(curve, speed), speedAt(curve, cost)]
    const inCost = otherCost === null ? Infinity : Math.abs(otherCost / cost - 1)
    const inSpeed = otherSpeed === null ? Infinity : Math.abs(otherSpeed / speed - 1)
    largest = Math.max(largest, Math.min(inCost, inSpeed))
  }
  return largest
}

/** How far a sample's frontier among the candidates is from that of its whole search. */
export function checkSample(
  setup: SearchSetup,
  uncertainty: Uncertainty,
  candidates: Candidates,
  sample: number,
): number {
  const search = rangeSearchOf(setup, uncertainty)
  const [draw] = draws(sample, sample + 1)
  return curveDistance(search.among(candidates)(draw!), search.whole(draw!))
}
