import { createSignal } from 'solid-js'
import type { AxisScale } from '../../../shared/report/axis.ts'
import type { DifferenceId } from '../../../shared/report/difference.ts'
import { USUAL_PUE, type MetricId, type SpeedAxisId } from '../../../shared/report/metrics.ts'
import type { PanelGrouping } from './panel-groups.ts'
import { createZoom } from './create-zoom.ts'

/** How frontiers are looked at: what the axes show, which part of them, and how they are shared out to panels. */
export function createCharts() {
  const [speedAxis, setSpeedAxis] = createSignal<SpeedAxisId>('tokens-per-second')
  const [metric, setMetric] = createSignal<MetricId>('cost')
  const [xScale, setXScale] = createSignal<AxisScale>('log')
  const [yScale, setYScale] = createSignal<AxisScale>('log')
  const [pue, setPue] = createSignal(USUAL_PUE)
  const [binding, setBinding] = createSignal(false)
  const [panelPer, setPanelPer] = createSignal<PanelGrouping>('series')
  const [sharedAxes, setSharedAxes] = createSignal(true)
  const [difference, setDifference] = createSignal<DifferenceId>('cost')
  const [cursor, setCursor] = createSignal<number | null>(null)
  const [costCursor, setCostCursor] = createSignal<number | null>(null)
  return {
    speedAxis,
    setSpeedAxis,
    metric,
    setMetric,
    xScale,
    setXScale,
    yScale,
    setYScale,
    /** Power usage effectiveness: watts from the grid per watt of GPU. */
    pue,
    setPue,
    /** Whether charts say what takes most of the time. */
    binding,
    setBinding,
    panelPer,
    setPanelPer,
    sharedAxes,
    setSharedAxes,
    difference,
    setDifference,
    /** Speed under the cursor, shared by all panels. */
    cursor,
    setCursor,
    /** Cost under the cursor, where costs are on the horizontal axis. */
    costCursor,
    setCostCursor,
    pointed: () => cursor() !== null || costCursor() !== null,
    zoom: createZoom(),
  }
}

export type Charts = ReturnType<typeof createCharts>
