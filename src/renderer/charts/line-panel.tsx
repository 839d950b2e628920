import type { Accessor, JSX } from 'solid-js'
import type { ChartBounds } from '../../shared/report/chart-bounds.ts'
import type { ChartAxes } from '../../shared/report/frontier-chart.ts'
import type { Curve } from '../../shared/report/frontier-curves.ts'
import { markerAt, readLine, type LineChart } from '../../shared/report/line-chart.ts'
import type { Palette } from '../../shared/report/palette.ts'
import { PlotPanel } from './plot-panel.tsx'
import type { ReadoutRow } from './readout.tsx'

/** Lines of any quantity over any other, with a cursor that reads them all. */
export function LinePanel(props: {
  readonly chart: LineChart
  /** The chart's lines, as they are drawn. */
  readonly curves: readonly Curve[]
  readonly axes: ChartAxes
  readonly limits: ChartBounds
  readonly palette: Palette
  readonly cursor: Accessor<number | null>
  readonly onCursor: (at: number | null) => void
  readonly onLook: (bounds: ChartBounds | null) => void
}): JSX.Element {
  const readout = (at: number, x: number): ReadoutRow => {
    const line = props.chart.lines[at]!
    const value = readLine(props.chart, line, x)
    return value === null
      ? { value: null, note: 'no value here' }
      : { value: props.axes.y.format(value), note: line.names?.[markerAt(props.chart, line, x)] ?? '' }
  }
  const says = () =>
    props.chart.lines
      .map(({ name, y }) =>
        y.length === 0
          ? `${name}: no values.`
          : `${name}: from ${props.axes.y.format(y[0]!)} to ${props.axes.y.format(y.at(-1)!)}.`,
      )
      .join(' ')
  return (
    <PlotPanel
      label={props.chart.title}
      says={says()}
      curves={props.curves}
      axes={props.axes}
      limits={props.limits}
      palette={props.palette}
      compact={false}
      cursor={props.cursor}
      readout={readout}
      onCursor={props.onCursor}
      onLook={props.onLook}
    />
  )
}
