import type { FrontierPoints } from '../search/frontier-points.ts'
import { costAtSpeed, speedAtCost, type LineReading } from '../search/read-between.ts'
import { observedCost, type ObservedPoint, type ObservedSet } from './observed-set.ts'

/** A frontier that observed points are compared with. */
export interface PredictedSeries {
  readonly model: string
  readonly accelerator: string
  readonly points: FrontierPoints
}

/** What the nearest frontier predicts for an observed point; each part null where that frontier has no such point. */
export interface NearestPrediction {
  /** Place of the series in the list. */
  readonly at: number
  /** USD per million tokens at the observed speed, and how far above the observed cost (0.1: 10 % dearer). */
  readonly usdPerMillionTokens: number | null
  readonly costError: number | null
  /** Tokens per second at the observed cost, and how far above the observed speed. */
  readonly tokensPerSecond: number | null
  readonly speedError: number | null
}

/** Whether a set observed what a series predicts, as far as the set says. */
export const isObservationOf = (
  set: Pick<ObservedSet, 'model' | 'accelerator'>,
  one: { readonly model: string; readonly accelerator: string },
): boolean =>
  (set.model === null || one.model === set.model) && (set.accelerator === null || one.accelerator === set.accelerator)

/** A flat end of a frontier predicts nothing beyond it. */
const within = (reading: LineReading | null): LineReading | null => (reading?.placed === 'end' ? null : reading)

const apart = (error: number | null): number => (error === null ? Infinity : Math.abs(Math.log1p(error)))

/**
 * The prediction nearest to an observed point, at its speed or at its cost, whichever is nearer. Frontiers of the set's
 * model and accelerator are looked at; where there are none, all.
 * @returns null where the point has no cost or no frontier reaches it
 */
export function nearestPrediction(
  set: ObservedSet,
  point: ObservedPoint,
  series: readonly PredictedSeries[],
): NearestPrediction | null {
  const cost = observedCost(set, point)
  if (cost === null) return null
  const some = series.some((one) => isObservationOf(set, one))
  let nearest: NearestPrediction | null = null
  let least = Infinity
  for (const [at, one] of series.entries()) {
    if (some && !isObservationOf(set, one)) continue
    const usdPerMillionTokens = within(costAtSpeed(one.points, point.tokensPerSecond))?.usdPerMillionTokens ?? null
    const tokensPerSecond = within(speedAtCost(one.points, cost))?.tokensPerSecond ?? null
    const costError = usdPerMillionTokens === null ? null : usdPerMillionTokens / cost - 1
    const speedError = tokensPerSecond === null ? null : tokensPerSecond / point.tokensPerSecond - 1
    const distance = Math.min(apart(costError), apart(speedError))
    if (distance >= least) continue
    least = distance
    nearest = { at, usdPerMillionTokens, costError, tokensPerSecond, speedError }
  }
  return nearest
}
