import { nearestPrediction, type PredictedSeries } from '../observed/nearest-prediction.ts'
import { observedCost, type ObservedPoint, type ObservedSet } from '../observed/observed-set.ts'
import { fineChange, threeSignificant, usd } from './format.ts'

/** What is told of an observed point. */
export interface ObservedFacts {
  readonly name: string
  /** "98.7 tok/s at $0.420 /M". */
  readonly figures: string
  /** Note, set, source and date. */
  readonly from: readonly string[]
  /** What the nearest frontier predicts, a sentence each; one that says why where none does. */
  readonly predicted: readonly string[]
}

/** Where a set comes from: name, source and date, as far as they are known. */
export const observedFrom = ({ name, source, date }: ObservedSet): string[] =>
  [name, source, date].filter((part) => part !== '')

/** A point of a set with its source, against the nearest prediction at the same speed and at the same cost. */
export function observedFacts(
  set: ObservedSet,
  point: ObservedPoint,
  series: readonly (PredictedSeries & { readonly name: string })[],
): ObservedFacts {
  const cost = observedCost(set, point)
  const throughput = point.tokensPerSecondPerGpu
  const figures = [
    `${threeSignificant(point.tokensPerSecond)} tok/s`,
    ...(cost === null ? [] : [`${usd(cost)} /M`]),
    ...(throughput === null ? [] : [`${threeSignificant(throughput)} tok/s per GPU`]),
  ]
  const nearest = nearestPrediction(set, point, series)
  const predicted: string[] = []
  if (nearest !== null) {
    const { name } = series[nearest.at]!
    if (nearest.usdPerMillionTokens !== null)
      predicted.push(
        `At this speed, ${name} is predicted at ${usd(nearest.usdPerMillionTokens)} /M: ${fineChange(nearest.costError!)}.`,
      )
    if (nearest.tokensPerSecond !== null)
      predicted.push(
        `At this cost, ${name} is predicted at ${threeSignificant(nearest.tokensPerSecond)} tok/s: ${fineChange(nearest.speedError!)}.`,
      )
  }
  if (predicted.length === 0)
    predicted.push(
      cost === null
        ? 'No cost is known of it: give the set a price per GPU-hour.'
        : 'No frontier reaches this speed or this cost.',
    )
  return {
    name: point.name,
    figures: figures.join(' · '),
    from: [...(point.note === '' ? [] : [point.note]), ...observedFrom(set)],
    predicted,
  }
}
