import type { FrontierPoints } from '../search/frontier-points.ts'
import { indexAtSpeed } from '../search/readings.ts'
import { pointSpeeds } from './speeds.ts'

/** Speeds along which one of some frontiers is the cheapest; above `slowest`, up to `fastest`. */
export interface CheapestStretch {
  /** Place of the frontier among those given. */
  readonly at: number
  readonly slowest: number
  readonly fastest: number
}

/** A turn of the lead that is given back within this ratio of speeds is not told. */
const LEAST_RATIO = 1.02

/**
 * Who is cheapest at which speed. A frontier's cost at a speed is that of its cheapest point at least as fast, a staircase that
 * only changes at speeds of points, so that trying these finds every hand-over. Of equals the first is taken. The ends: the
 * slowest point of all, below which nothing changes, and the fastest.
 */
export function cheapestStretches(frontiers: readonly FrontierPoints[]): CheapestStretch[] {
  const speeds = pointSpeeds(frontiers)
  const stretches: CheapestStretch[] = []
  for (const [i, fastest] of speeds.entries()) {
    const at = cheapestAt(frontiers, fastest)!
    const last = stretches.at(-1)
    if (last?.at === at) stretches[stretches.length - 1] = { ...last, fastest }
    else stretches.push({ at, slowest: i === 0 ? fastest : speeds[i - 1]!, fastest })
  }
  return withoutFlicker(stretches)
}

/** Place of the cheapest frontier at a speed; null where none is that fast. */
export function cheapestAt(frontiers: readonly FrontierPoints[], tokensPerSecond: number): number | null {
  let cheapest: number | null = null
  let least = Infinity
  for (const [at, points] of frontiers.entries()) {
    const index = indexAtSpeed(points, tokensPerSecond)
    if (index === null || points.usdPerMillionTokens[index]! >= least) continue
    least = points.usdPerMillionTokens[index]!
    cheapest = at
  }
  return cheapest
}

/** Short leads between two of the same frontier are its own: steps of two near frontiers cross many times. */
function withoutFlicker(stretches: readonly CheapestStretch[]): CheapestStretch[] {
  const kept: CheapestStretch[] = []
  for (const [i, stretch] of stretches.entries()) {
    const last = kept.at(-1)
    const isShort = stretch.fastest / stretch.slowest < LEAST_RATIO
    if (last !== undefined && (last.at === stretch.at || (isShort && stretches[i + 1]?.at === last.at)))
      kept[kept.length - 1] = { ...last, fastest: stretch.fastest }
    else kept.push(stretch)
  }
  return kept
}
