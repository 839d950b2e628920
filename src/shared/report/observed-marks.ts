import { observedCost, type ObservedPoint, type ObservedSet } from '../observed/observed-set.ts'
import type { Metric, SpeedAxis } from './metrics.ts'

/** The points of a set that a chart can show, by falling speed; the rest have no figure of the metric. */
export interface ObservedMarks {
  readonly set: ObservedSet
  /** Place of the set in the comparison: its marker. */
  readonly markerIndex: number
  readonly points: readonly ObservedPoint[]
  readonly x: Float64Array
  readonly y: Float64Array
}

/** The points of a set as marks of a metric. */
export function observedMarks(
  set: ObservedSet,
  markerIndex: number,
  metric: Metric,
  speedAxis: SpeedAxis,
): ObservedMarks {
  const marks = set.points
    .map((point) => ({ point, y: metric.observed({ ...point, usdPerMillionTokens: observedCost(set, point) }) }))
    .filter((mark) => mark.y !== null)
    .toSorted((a, b) => b.point.tokensPerSecond - a.point.tokensPerSecond)
  return {
    set,
    markerIndex,
    points: marks.map(({ point }) => point),
    x: Float64Array.from(marks, ({ point }) => speedAxis.convert(point.tokensPerSecond)),
    y: Float64Array.from(marks, ({ y }) => y!),
  }
}
