import type { FrontierPoints } from './frontier-points.ts'

/** Weight of speed in the preferred point unless told otherwise: the greatest `speed³/cost` (model-spec A6). */
const SPEED_WEIGHT = 3

/** Index of the frontier point with the greatest `speed^speedWeight/cost`. */
export function preferredIndex(
  { tokensPerSecond, usdPerMillionTokens }: Pick<FrontierPoints, 'tokensPerSecond' | 'usdPerMillionTokens'>,
  speedWeight = SPEED_WEIGHT,
): number {
  let best = 0
  let most = -Infinity
  for (let i = 0; i < tokensPerSecond.length; i++) {
    const merit = tokensPerSecond[i]! ** speedWeight / usdPerMillionTokens[i]!
    if (merit > most) {
      most = merit
      best = i
    }
  }
  return best
}

export const fastestIndex = (): number => 0
export const cheapestIndex = ({ tokensPerSecond }: Pick<FrontierPoints, 'tokensPerSecond'>): number =>
  tokensPerSecond.length - 1

/** Index of the cheapest point at least as fast as `tokensPerSecond`; null where none is. */
export function indexAtSpeed(
  { tokensPerSecond }: Pick<FrontierPoints, 'tokensPerSecond'>,
  speed: number,
): number | null {
  let low = 0
  let high = tokensPerSecond.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (tokensPerSecond[middle]! >= speed) low = middle + 1
    else high = middle
  }
  return low === 0 ? null : low - 1
}

/** Index of the fastest point that costs at most `usdPerMillionTokens`; null where none does. */
export function indexAtCost({ usdPerMillionTokens }: FrontierPoints, cost: number): number | null {
  let low = 0
  let high = usdPerMillionTokens.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (usdPerMillionTokens[middle]! <= cost) high = middle
    else low = middle + 1
  }
  return low === usdPerMillionTokens.length ? null : low
}
