import { niceAbove, niceBelow, type AxisRange, type AxisScale } from './axis.ts'
import type { Curve } from './frontier-curves.ts'
import type { SpeedAxis } from './metrics.ts'

/** Extent of a chart's axes; shared by all panels of a comparison, unless they are to have their own. */
export interface ChartBounds {
  readonly x: AxisRange
  readonly y: AxisRange
}

/** An axis reaches down to this speed, or this far below the fastest; the frontier itself goes on to a hundredth. */
const SLOWEST_SHOWN = 8
const OCTAVES_SHOWN = 5

/** Where there is nothing to show yet. */
const EMPTY_SPEEDS: AxisRange = [8, 256]
const EMPTY_VALUES: AxisRange = [0.1, 100]

type Points = readonly Pick<Curve, 'x' | 'y'>[]
type Bounded = readonly Pick<Curve, 'x' | 'y' | 'band'>[]

/** Lines, and the ends of the bands around them. */
const withBands = (curves: Bounded): Points =>
  curves.flatMap(({ x, y, band = null }) =>
    band === null
      ? [{ x, y }]
      : [
          { x, y },
          { x: band.x, y: band.low },
          { x: band.x, y: band.high },
        ],
  )

/** Axes that hold all frontiers with their bands: speeds in powers of two (log) or from 0 (linear), values in steps of 1-2-5. */
export function frontierBounds(
  curves: Bounded,
  speedAxis: SpeedAxis,
  xScale: AxisScale,
  yScale: AxisScale,
): ChartBounds {
  const points = withBands(curves)
  const x = speedRange(points, speedAxis, xScale)
  return { x, y: valueRange(points, x, yScale) }
}

function speedRange(curves: Points, { id, convert }: SpeedAxis, scale: AxisScale): AxisRange {
  const speeds = extent(curves.flatMap(({ x }) => (x.length === 0 ? [] : [convert(x[0]!), convert(x.at(-1)!)])))
  const [slowest, fastest] = speeds ?? EMPTY_SPEEDS
  const most = 2 ** Math.ceil(Math.log2(fastest))
  const least = Math.max(Math.min(SLOWEST_SHOWN, most / 2 ** OCTAVES_SHOWN), 2 ** Math.floor(Math.log2(slowest)))
  if (id === 'ms-per-token') return [scale === 'log' ? convert(most) : 0, convert(least)]
  return scale === 'log' ? [least, most] : [0, niceAbove(fastest)]
}

/** Values of all points within the range of the other axis, `including` those given. */
export function valueRange(
  curves: Points,
  [least, most]: AxisRange,
  scale: AxisScale,
  including: readonly number[] = [],
): AxisRange {
  const values = [...including]
  for (const { x, y } of curves)
    for (let i = 0; i < x.length; i++) if (x[i]! >= least && x[i]! <= most) values.push(y[i]!)
  const [low, high] = extent(values) ?? EMPTY_VALUES
  if (scale === 'linear') return [0, niceAbove(high)]
  const range: AxisRange = [niceBelow(low), niceAbove(high)]
  return range[0] < range[1] ? range : [low / 2, high * 2]
}

/** How far out a chart can be zoomed and moved: all points, and what is shown at first. */
export function outerBounds(curves: Bounded, shown: ChartBounds): ChartBounds {
  const all = (column: 'x' | 'y'): AxisRange =>
    extent([...shown[column], ...withBands(curves).flatMap((one) => [...one[column]])])!
  return { x: all('x'), y: all('y') }
}

function extent(values: readonly number[]): AxisRange | null {
  let least = Infinity
  let most = -Infinity
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return least <= most ? [least, most] : null
}
