import { placeOf } from '../../shared/report/axis.ts'
import type { ChartAxes } from '../../shared/report/frontier-chart.ts'
import type { Curve } from '../../shared/report/frontier-curves.ts'

/** A point of a curve: the curve's place in the list, the point's in it and on the horizontal axis. */
export interface NearPoint {
  readonly at: number
  readonly index: number
  readonly x: number
  /** How far away it is seen. */
  readonly pixels: number
}

/** The point of all curves that is nearest to a position as it is seen, in pixels; null without a point. */
export function nearestPoint(
  curves: readonly Pick<Curve, 'x' | 'y'>[],
  { bounds, xScale, yScale }: Pick<ChartAxes, 'bounds' | 'xScale' | 'yScale'>,
  size: { readonly width: number; readonly height: number },
  position: { readonly x: number; readonly y: number },
): NearPoint | null {
  const left = (x: number) => placeOf(x, bounds.x, xScale) * size.width
  const up = (y: number) => placeOf(y, bounds.y, yScale) * size.height
  let best: NearPoint | null = null
  let nearest = Infinity
  for (const [at, { x, y }] of curves.entries())
    for (let i = 0; i < x.length; i++) {
      const distance = Math.hypot(left(x[i]!) - left(position.x), up(y[i]!) - up(position.y))
      if (distance >= nearest) continue
      nearest = distance
      best = { at, index: i, x: x[i]!, pixels: distance }
    }
  return best
}
