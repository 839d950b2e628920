import { createMemo } from 'solid-js'
import { frontierBounds } from '../../../shared/report/chart-bounds.ts'
import { frontierCurve } from '../../../shared/report/frontier-curves.ts'
import { observedMarks, type ObservedMarks } from '../../../shared/report/observed-marks.ts'
import { isObservationOf } from '../../../shared/observed/nearest-prediction.ts'
import { metricAxis, metricOf, METRICS, speedAxisOf } from '../../../shared/report/metrics.ts'
import type { PanelSeries } from '../../charts/frontier-panel.tsx'
import type { PlotSetup } from './create-plot.ts'
import type { Workspace } from './create-workspace.ts'

/** The frontiers as lines of the chosen metric, and what their plots are made from. */
export function createFrontierPanels(workspace: Workspace) {
  const { charts } = workspace
  const metric = () => metricOf(charts.metric())
  const speedAxis = () => speedAxisOf(charts.speedAxis())

  const series = createMemo((): PanelSeries[] => {
    return workspace.shown().map(({ key, series: one, styleIndex, result, band }) => ({
      key,
      series: one,
      styleIndex,
      result,
      band,
      curve: frontierCurve(
        { name: one.name, styleIndex, look: one, result, band },
        metric(),
        speedAxis(),
        charts.pue(),
        workspace.document.scenario().readings.speedWeight,
        workspace.pinned().filter((pin) => pin.one.key === key),
      ),
    }))
  })

  const marks = createMemo((): ObservedMarks[] =>
    workspace.document
      .scenario()
      .observed.flatMap((set, at) => (set.hidden ? [] : [observedMarks(set, at, metric(), speedAxis())])),
  )
  /** Sets of the model and accelerator of a series shown; those of no series at all stand everywhere. */
  const observedOf = (shown: readonly PanelSeries[]): ObservedMarks[] =>
    marks().filter(
      ({ set }) =>
        shown.some((one) => isObservationOf(set, one.series)) ||
        !series().some((one) => isObservationOf(set, one.series)),
    )

  return {
    series,
    observedOf,
    setupOf(shown: readonly PanelSeries[]): PlotSetup {
      const observed = observedOf(shown)
      const curves = shown.map(({ curve }) => curve)
      const [xScale, yScale] = [charts.xScale(), charts.yScale()]
      const x = speedAxis()
      return {
        x,
        y: metricAxis(metric(), charts.pue()),
        xScale,
        yScale,
        curves,
        observed,
        whole: () => frontierBounds([...curves, ...observed], x, xScale, yScale),
      }
    },
    /** The metrics as choices; one that no series has data for cannot be chosen, and says why. */
    metricOptions: () =>
      METRICS.map(({ id, label, missing }) => {
        const reasons = workspace.shown().map(({ result }) => missing(result))
        const none = reasons.length > 0 && reasons.every((reason) => reason !== null)
        return { id, label, disabled: none, ...(none && { note: reasons[0]! }) }
      }),
    /** Series that the chosen metric has no data for, with the reason. */
    without: () =>
      workspace.shown().flatMap(({ key, series: { name }, result }) => {
        const message = metric().missing(result)
        return message === null ? [] : [{ key, name, message }]
      }),
  }
}

export type FrontierPanels = ReturnType<typeof createFrontierPanels>
