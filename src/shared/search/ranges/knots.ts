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

/** Speeds and costs that cover all the frontiers. */
export function knotsOf(extents: readonly CurveExtent[]): Knots {
  if (extents.length === 0) return { tokensPerSecond: new Float64Array(), usdPerMillionTokens: new Float64Array() }
  const fastest = Math.max(...extents.map((extent) => extent.fastest))
  const slowest = Math.min(...extents.map((extent) => extent.slowest))
  const dearest = Math.max(...extents.map((extent) => extent.dearest))
  const cheapest = Math.min(...extents.map((extent) => extent.cheapest))
  const middle = Math.max(slowest, fastest / 2 ** FAST_OCTAVES)
  const fast = logSpace(fastest, middle, FAST_KNOTS)
  const slow = middle > slowest ? logSpace(middle, slowest, SLOW_KNOTS).subarray(1) : new Float64Array()
  return {
    tokensPerSecond: Float64Array.from([...fast, ...slow]),
    usdPerMillionTokens: logSpace(dearest, cheapest, COST_KNOTS),
  }
}
