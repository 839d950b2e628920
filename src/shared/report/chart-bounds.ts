import type { FrontierPoints } from '../search/frontier-points.ts'
import { metricValue, type MetricId } from './metrics.ts'

export type SpeedScale = 'log' | 'linear'

/** Extent of a chart's axes; shared by all panels of a comparison. */
export interface ChartBounds {
  readonly speed: readonly [least: number, most: number]
  readonly value: readonly [least: number, most: number]
}

/** A log axis reaches down to this speed, or this far below the fastest; the frontier itself goes on to a hundredth. */
const SLOWEST_SHOWN = 8
const OCTAVES_SHOWN = 5

export const niceBelow = (value: number): number => niceStep(value, (step) => step <= value * (1 + 1e-9), 'last')
export const niceAbove = (value: number): number => niceStep(value, (step) => step >= value * (1 - 1e-9), 'first')

function niceStep(value: number, fits: (step: number) => boolean, which: 'first' | 'last'): number {
  const decade = 10 ** Math.floor(Math.log10(value))
  const steps = [1, 2, 5, 10].map((factor) => factor * decade)
  return (which === 'first' ? steps.find(fits) : steps.findLast(fits)) ?? value
}

/** Axes that hold all series: speeds in powers of two (log) or from 0 (linear), values in steps of 1-2-5. */
export function chartBounds(frontiers: readonly FrontierPoints[], metric: MetricId, scale: SpeedScale): ChartBounds {
  const filled = frontiers.filter((points) => points.tokensPerSecond.length > 0)
  if (filled.length === 0)
    return { speed: scale === 'log' ? [8, 256] : [0, 250], value: metric === 'mfu' ? [0.001, 1] : [0.1, 100] }
  const fastest = Math.max(...filled.map((points) => points.tokensPerSecond[0]!))
  const slowest = Math.min(...filled.map((points) => points.tokensPerSecond.at(-1)!))
  const most = scale === 'log' ? 2 ** Math.ceil(Math.log2(fastest)) : niceAbove(fastest)
  const least =
    scale === 'log'
      ? Math.max(Math.min(SLOWEST_SHOWN, most / 2 ** OCTAVES_SHOWN), 2 ** Math.floor(Math.log2(slowest)))
      : 0
  let low = Infinity
  let high = -Infinity
  for (const points of filled) {
    for (let i = 0; i < points.tokensPerSecond.length; i++) {
      if (points.tokensPerSecond[i]! < least) break
      const value = metricValue(points, metric, i)
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  }
  return { speed: [least, most], value: [niceBelow(low), niceAbove(high)] }
}
