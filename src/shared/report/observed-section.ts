import { nearestPrediction } from '../observed/nearest-prediction.ts'
import { observedCost, type ObservedSet } from '../observed/observed-set.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import { fineChange, threeSignificant, usd } from './format.ts'
import { observedFrom } from './observed-facts.ts'

/** Points of a set that a report lists at most; the rest are in the scenario file. */
export const MOST_LISTED_POINTS = 40

export interface ObservedRow {
  readonly name: string
  readonly tokensPerSecond: string
  /** "$0.420", or a dash where none is known. */
  readonly cost: string
  /** "$0.390" at the same speed or "98.0 tok/s" at the same cost; empty where no frontier reaches the point. */
  readonly predicted: string
  /** Name of the series that predicts it. */
  readonly by: string
  /** How far the prediction is from what was observed. */
  readonly difference: string
}

/** A set of observed points against the frontiers. */
export interface ObservedSection {
  readonly set: ObservedSet
  /** Place of the set in the comparison: its marker. */
  readonly markerIndex: number
  /** Source and date. */
  readonly from: string
  readonly rows: readonly ObservedRow[]
}

/** The sets of a comparison that are shown, the fastest points of each first. */
export function observedSections(
  { series, observed }: Scenario,
  results: readonly FrontierResult[],
): ObservedSection[] {
  const predicted = series.map(({ model, accelerator }, at) => ({ model, accelerator, points: results[at]!.points }))
  return observed.flatMap((set, markerIndex) => {
    if (set.hidden) return []
    const fastest = set.points.toSorted((a, b) => b.tokensPerSecond - a.tokensPerSecond).slice(0, MOST_LISTED_POINTS)
    const rows = fastest.map((point): ObservedRow => {
      const cost = observedCost(set, point)
      const nearest = nearestPrediction(set, point, predicted)
      const [says, off] =
        nearest === null
          ? ['', '']
          : nearest.usdPerMillionTokens !== null
            ? [usd(nearest.usdPerMillionTokens), fineChange(nearest.costError!)]
            : nearest.tokensPerSecond !== null
              ? [`${threeSignificant(nearest.tokensPerSecond)} tok/s`, fineChange(nearest.speedError!)]
              : ['', '']
      return {
        name: point.name,
        tokensPerSecond: threeSignificant(point.tokensPerSecond),
        cost: cost === null ? '–' : usd(cost),
        predicted: says,
        by: nearest === null ? '' : series[nearest.at]!.name,
        difference: off,
      }
    })
    return [{ set, markerIndex, from: observedFrom(set).slice(1).join(', '), rows }]
  })
}
