import { createSignal } from 'solid-js'
import type { AxisRange, AxisScale } from '../../../shared/report/axis.ts'
import type { ChartBounds } from '../../../shared/report/chart-bounds.ts'

/** What the two axes show. */
export interface Quantities {
  readonly x: string
  readonly y: string
}

const keyOf = (scope: string, which: 'x' | 'y', quantity: string): string => `${scope} ${which} ${quantity}`

/**
 * What of each axis is looked at. Kept by what the axis shows, so that it stays while series are edited and views are
 * switched, and is there again when a metric is chosen again; all panels of a scope share it.
 */
export function createZoom() {
  const [ranges, setRanges] = createSignal<ReadonlyMap<string, AxisRange>>(new Map())
  const rangeOf = (scope: string, which: 'x' | 'y', quantity: string, scale: AxisScale): AxisRange | null => {
    const range = ranges().get(keyOf(scope, which, quantity)) ?? null
    // Seen on a linear axis, it may begin at or below 0, where a log axis has nothing.
    return range !== null && scale === 'log' && range[0] <= 0 ? null : range
  }
  return {
    rangeOf,
    isZoomed: (scope: string, { x, y }: Quantities): boolean =>
      ranges().has(keyOf(scope, 'x', x)) || ranges().has(keyOf(scope, 'y', y)),
    /** @param bounds null = all there is */
    look(scope: string, { x, y }: Quantities, bounds: ChartBounds | null) {
      setRanges((before) => {
        const next = new Map(before)
        for (const [which, quantity] of [['x', x] as const, ['y', y] as const])
          if (bounds === null) next.delete(keyOf(scope, which, quantity))
          else next.set(keyOf(scope, which, quantity), bounds[which])
        return next
      })
    },
    reset: () => setRanges(new Map()),
  }
}
