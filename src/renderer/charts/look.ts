import type { ChartBounds } from '../../shared/report/chart-bounds.ts'
import type { ChartAxes } from '../../shared/report/frontier-chart.ts'
import type { PlotBox, PlotPlace } from './plot-gestures.ts'
import { boxed, panned, zoomed } from './zoom.ts'

/** A plot's axes, and how far out they may go. */
export interface Looked {
  readonly axes: ChartAxes
  readonly limits: ChartBounds
}

/** `factor` times nearer, about a place. */
export const lookNearer = ({ axes, limits }: Looked, factor: number, { across, up }: PlotPlace): ChartBounds => ({
  x: zoomed(axes.bounds.x, axes.xScale, factor, across, limits.x),
  y: zoomed(axes.bounds.y, axes.yScale, factor, up, limits.y),
})

/** Moved by shares of what is seen. */
export const lookAside = ({ axes, limits }: Looked, { across, up }: PlotPlace): ChartBounds => ({
  x: panned(axes.bounds.x, axes.xScale, across, limits.x),
  y: panned(axes.bounds.y, axes.yScale, up, limits.y),
})

/** What a box holds. */
export const lookInto = ({ axes, limits }: Looked, { from, to }: PlotBox): ChartBounds => ({
  x: boxed(axes.bounds.x, axes.xScale, from.across, to.across, limits.x),
  y: boxed(axes.bounds.y, axes.yScale, from.up, to.up, limits.y),
})
