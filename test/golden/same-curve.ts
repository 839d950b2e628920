import { relativeError } from './golden-files.ts'

/** A frontier as columns, fastest first. */
export interface Curve {
  readonly tokensPerSecond: ArrayLike<number>
  readonly usdPerMillionTokens: ArrayLike<number>
}

export interface CurveMiss {
  readonly tokensPerSecond: number
  readonly cost: number
  readonly otherCost: number | null
}

const SAME = 1e-9
/** Two setups as alike as this are a tie: either is right. */
const TIE = 1e-12

/** Least cost of a curve at a speed; null where it is not that fast. */
function leastCost({ tokensPerSecond, usdPerMillionTokens }: Curve, speed: number): number | null {
  let least: number | null = null
  for (let i = 0; i < tokensPerSecond.length; i++) {
    if (tokensPerSecond[i]! < speed * (1 - TIE)) break
    if (least === null || usdPerMillionTokens[i]! < least) least = usdPerMillionTokens[i]!
  }
  return least
}

/** Points of `curve` at whose speed `other` costs something else, by more than 1e-9. */
export function curveMisses(curve: Curve, other: Curve): CurveMiss[] {
  return Array.from({ length: curve.tokensPerSecond.length }, (_, i) => {
    const speed = curve.tokensPerSecond[i]!
    return { tokensPerSecond: speed, cost: leastCost(curve, speed)!, otherCost: leastCost(other, speed) }
  }).filter(({ cost, otherCost }) => otherCost === null || relativeError(otherCost, cost) > SAME)
}
