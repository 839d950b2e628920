import { logSpace } from '../../model/log-space.ts'
import type { FrontierCurve } from '../sensitivity/frontier-curve.ts'

/** Speeds at which the samples' costs are read and costs at which their speeds are, both from the greatest down. */
export interface Knots {
  readonly tokensPerSecond: Float64Array
  readonly usdPerMillionTokens: Float64Array
}

/** The ends of a frontier. */
export interface CurveExtent {
  readonly fastest: number
  readonly slowest: number
  readonly dearest: number
  readonly cheapest: number
}

/** null for a frontier without a point. */
export const extentOf = ({ tokensPerSecond, usdPerMillionTokens }: FrontierCurve): CurveExtent | null =>
  tokensPerSecond.length === 0
    ? null
    : {
        fastest: tokensPerSecond[0]!,
        slowest: tokensPerSecond.at(-1)!,
        dearest: usdPerMillionTokens[0]!,
        cheapest: usdPerMillionTokens.at(-1)!,
      }

/** Knots over the fast octaves, where frontiers are steep, and over the rest. */
const FAST_OCTAVES = 4
const FAST_KNOTS = 224
const SLOW_KNOTS = 64
const COST_KNOTS = 192

/** With several inputs at their ends a sample is faster than any frontier that is known. */
const SURPLUS = 1.25
const SURPLUS_KNOTS = 18

/** Speeds and costs that cover all the frontiers and what may lie beyond; the fastest of these is one of the speeds. */
export function knotsOf(extents: readonly CurveExtent[]): Knots {
  if (extents.length === 0) return { tokensPerSecond: new Float64Array(), usdPerMillionTokens: new Float64Array() }
  const fastest = Math.max(...extents.map((extent) => extent.fastest))
  const slowest = Math.min(...extents.map((extent) => extent.slowest))
  const dearest = Math.max(...extents.map((extent) => extent.dearest))
  const cheapest = Math.min(...extents.map((extent) => extent.cheapest))
  const middle = Math.max(slowest, fastest / 2 ** FAST_OCTAVES)
  const beyond = logSpace(SURPLUS * fastest, fastest, SURPLUS_KNOTS).subarray(0, -1)
  const fast = logSpace(fastest, middle, FAST_KNOTS).subarray(1)
  const slow = middle > slowest ? logSpace(middle, slowest, SLOW_KNOTS).subarray(1) : new Float64Array()
  return {
    tokensPerSecond: Float64Array.from([...beyond, fastest, ...fast, ...slow]),
    usdPerMillionTokens: logSpace(dearest, cheapest, COST_KNOTS),
  }
}
