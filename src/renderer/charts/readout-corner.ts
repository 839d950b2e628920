import { placeOf } from '../../shared/report/axis.ts'
import type { ChartAxes } from '../../shared/report/frontier-chart.ts'
import type { Curve } from '../../shared/report/frontier-curves.ts'

export const CORNERS = ['top-left', 'bottom-right', 'bottom-left', 'top-right'] as const
export type Corner = (typeof CORNERS)[number]

/**
 * The corner of the plot where a box covers the fewest points of the curves; it depends on the curves alone, so that the
 * box stays where it is while the cursor moves.
 * @param width, height of the box as shares of the plot
 */
export function emptiestCorner(
  curves: readonly Pick<Curve, 'x' | 'y'>[],
  { bounds, xScale, yScale }: Pick<ChartAxes, 'bounds' | 'xScale' | 'yScale'>,
  width: number,
  height: number,
): Corner {
  const covered = { 'top-left': 0, 'top-right': 0, 'bottom-left': 0, 'bottom-right': 0 }
  for (const { x, y } of curves) {
    for (let i = 0; i < x.length; i++) {
      const across = placeOf(x[i]!, bounds.x, xScale)
      const up = placeOf(y[i]!, bounds.y, yScale)
      if (across < 0 || across > 1 || up < 0 || up > 1) continue
      const vertical = up > 1 - height ? 'top' : up < height ? 'bottom' : null
      const horizontal = across < width ? 'left' : across > 1 - width ? 'right' : null
      if (vertical !== null && horizontal !== null) covered[`${vertical}-${horizontal}`]++
    }
  }
  return CORNERS.reduce((best, corner) => (covered[corner] < covered[best] ? corner : best))
}
