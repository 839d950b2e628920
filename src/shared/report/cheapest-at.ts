import { indexAtSpeed } from '../search/readings.ts'
import { signedPercent } from './format.ts'
import { roundSpeeds, type ReadSeries } from './readings-table.ts'

/** The speed most ask about, where a comparison reaches it. */
export const USUAL_SPEED = 50

export interface CostAtSpeed {
  /** Place of the series among those given. */
  readonly at: number
  readonly index: number
  readonly usdPerMillionTokens: number
}

/** The cheapest point of each series at least as fast as `tokensPerSecond`, the cheapest series first. */
export const cheapestFirst = (series: readonly ReadSeries[], tokensPerSecond: number): CostAtSpeed[] =>
  series
    .flatMap(({ points }, at) => {
      const index = indexAtSpeed(points, tokensPerSecond)
      return index === null ? [] : [{ at, index, usdPerMillionTokens: points.usdPerMillionTokens[index]! }]
    })
    .toSorted((a, b) => a.usdPerMillionTokens - b.usdPerMillionTokens)

/**
 * The series that comes next: "H200 +8 %, within the error", where the two are no further apart than their errors together
 * (as independent errors add, by the root of their squares).
 * @param errors shares that the two speeds may be off by; null where not known
 */
export function rivalInWords(name: string, dearerBy: number, errors: readonly (number | null)[]): string {
  const apart = `${name} ${signedPercent(dearerBy)}${dearerBy > 2 ? ' as much' : ''}`
  const known = errors.filter((error) => error !== null)
  return known.length === errors.length && dearerBy <= Math.hypot(...known) ? `${apart}, within the error` : apart
}

/** The speed to ask for unless a person names one: 50 tokens/s, or the fastest round speed that most series reach. */
export function usualSpeed(series: readonly ReadSeries[]): number {
  if (cheapestFirst(series, USUAL_SPEED).length > 0) return USUAL_SPEED
  const [speed] = roundSpeeds(
    series.map(({ points }) => points),
    1,
  )
  return speed ?? USUAL_SPEED
}
