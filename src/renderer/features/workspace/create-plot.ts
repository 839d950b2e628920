import { createMemo, type Accessor } from 'solid-js'
import type { AxisQuantity, AxisScale } from '../../../shared/report/axis.ts'
import { outerBounds, type ChartBounds } from '../../../shared/report/chart-bounds.ts'
import type { ChartAxes } from '../../../shared/report/frontier-chart.ts'
import type { Curve } from '../../../shared/report/frontier-curves.ts'
import type { ObservedMarks } from '../../../shared/report/observed-marks.ts'
import type { Charts } from './create-charts.ts'

/** What a plot's axes show, before what is looked at of them. */
export interface PlotSetup {
  readonly x: AxisQuantity
  readonly y: AxisQuantity
  readonly xScale: AxisScale
  readonly yScale: AxisScale
  readonly curves: readonly Curve[]
  readonly observed: readonly ObservedMarks[]
  /** Axes that hold all of it. */
  readonly whole: () => ChartBounds
}

/** Axes, and what they were made for. */
interface Held {
  readonly madeFor: string
  readonly curves: number
  readonly bounds: ChartBounds
}

/**
 * Axes stay while a pointer reads them, until a curve comes or goes: a pointer that rests over a comparison as it opens must not
 * keep the axes of the first frontier that is ready.
 */
export const stayWhilePointed = (before: Held | null, next: Held, pointed: boolean): Held =>
  pointed && before?.madeFor === next.madeFor && before.curves === next.curves ? before : next

/** The axes of a plot: they hold all curves, or what was zoomed to; both stay while the pointer reads them. */
export function createPlot(charts: Charts, scope: string, setup: Accessor<PlotSetup>) {
  const held = createMemo((before: Held | null): Held => {
    const { x, y, xScale, yScale, curves, whole } = setup()
    const madeFor = [x.id, y.id, xScale, yScale].join(' ')
    return stayWhilePointed(before, { madeFor, curves: curves.length, bounds: whole() }, charts.pointed())
  }, null)
  const shows = () => ({ x: setup().x.id, y: setup().y.id })
  const axes = createMemo((): ChartAxes => {
    const { x, y, xScale, yScale } = setup()
    const { bounds } = held()
    return {
      x,
      y,
      xScale,
      yScale,
      bounds: {
        x: charts.zoom.rangeOf(scope, 'x', x.id, xScale) ?? bounds.x,
        y: charts.zoom.rangeOf(scope, 'y', y.id, yScale) ?? bounds.y,
      },
    }
  })
  return {
    axes,
    limits: createMemo(() => outerBounds([...setup().curves, ...setup().observed], held().bounds)),
    zoomed: () => charts.zoom.isZoomed(scope, shows()),
    look: (bounds: ChartBounds | null) => charts.zoom.look(scope, shows(), bounds),
  }
}

export type Plot = ReturnType<typeof createPlot>
