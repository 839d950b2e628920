import type { ChartBounds, SpeedScale } from '../../shared/report/chart-bounds.ts'
import { metricValue, type MetricId } from '../../shared/report/metrics.ts'
import type { FrontierPoints } from '../../shared/search/frontier-points.ts'

export const CORNERS = ['top-left', 'bottom-right', 'bottom-left', 'top-right'] as const
export type Corner = (typeof CORNERS)[number]

/** Where a point lies in the plot, from 0 to 1: rightwards and upwards. */
function place(bounds: ChartBounds, scale: SpeedScale, speed: number, value: number): readonly [number, number] {
  const [least, most] = bounds.speed
  const [low, high] = bounds.value
  const across = scale === 'log' ? Math.log(speed / least) / Math.log(most / least) : (speed - least) / (most - least)
  return [across, Math.log(value / low) / Math.log(high / low)]
}

/**
 * The corner of the plot where a box covers the fewest points of the curves; it depends on the curves alone, so that the
 * box stays where it is while the cursor moves.
 * @param width, height of the box as shares of the plot
 */
export function emptiestCorner(
  frontiers: readonly FrontierPoints[],
  metric: MetricId,
  bounds: ChartBounds,
  scale: SpeedScale,
  width: number,
  height: number,
): Corner {
  const covered = { 'top-left': 0, 'top-right': 0, 'bottom-left': 0, 'bottom-right': 0 }
  for (const points of frontiers) {
    for (let i = 0; i < points.tokensPerSecond.length; i++) {
      const [across, up] = place(bounds, scale, points.tokensPerSecond[i]!, metricValue(points, metric, i))
      if (across < 0 || across > 1 || up < 0 || up > 1) continue
      const vertical = up > 1 - height ? 'top' : up < height ? 'bottom' : null
      const horizontal = across < width ? 'left' : across > 1 - width ? 'right' : null
      if (vertical !== null && horizontal !== null) covered[`${vertical}-${horizontal}`]++
    }
  }
  return CORNERS.reduce((best, corner) => (covered[corner] < covered[best] ? corner : best))
}
