import type { Band } from '../search/ranges/band.ts'
import { preferredIndex } from '../search/readings.ts'
import type { SeriesLook } from '../scenario/look.ts'
import type { Metric, MetricSource, SpeedAxis } from './metrics.ts'

/** A line of a chart; `styleIndex` is its place in the whole comparison, so that a panel keeps its colour. */
export interface Curve {
  readonly name: string
  readonly styleIndex: number
  readonly look?: SeriesLook
  readonly x: Float64Array
  readonly y: Float64Array
  /** Place of the preferred point; null = not marked. */
  readonly preferred: number | null
  readonly pins: readonly PinnedMark[]
  /** What lies around the line with 90 %, in the units of the axes, fastest first; Infinity = no upper end. */
  readonly band?: CurveBand | null
  /** Each point by a marker of its own instead of a line through them; a line where it is absent. */
  readonly drawn?: 'line' | 'points'
}

/** Ends of a band over the horizontal axis, columns of equal length. */
export interface CurveBand {
  readonly x: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
}

/** A pinned point: its letter and its place in the curve. */
export interface PinnedMark {
  readonly name: string
  readonly index: number
}

/** A frontier to draw. */
export interface ChartSeries {
  readonly name: string
  readonly styleIndex: number
  readonly look?: SeriesLook
  readonly result: MetricSource
  readonly band?: Band | null
}

/** The band of costs over an axis of speeds. */
const curveBand = ({ atSpeed: { tokensPerSecond, low, high } }: Band, { convert }: SpeedAxis): CurveBand => ({
  x: tokensPerSecond.map(convert),
  low,
  high,
})

const NONE = new Float64Array()

/** A frontier as a line, its preferred point by the weight of speed in it; without a point where the metric has no data of it, so that nothing is drawn as 0. */
export function frontierCurve(
  { name, styleIndex, look = {}, result, band = null }: ChartSeries,
  metric: Metric,
  speedAxis: SpeedAxis,
  pue: number,
  speedWeight?: number,
  pins: readonly PinnedMark[] = [],
): Curve {
  const { tokensPerSecond } = result.points
  if (tokensPerSecond.length === 0 || metric.missing(result) !== null)
    return { name, styleIndex, look, x: NONE, y: NONE, preferred: null, pins: [] }
  return {
    name,
    styleIndex,
    look,
    x: tokensPerSecond.map(speedAxis.convert),
    y: tokensPerSecond.map((_, i) => metric.value(result, i, pue)),
    preferred: preferredIndex(result.points, speedWeight),
    pins,
    band: band === null || metric.id !== 'cost' ? null : curveBand(band, speedAxis),
  }
}
