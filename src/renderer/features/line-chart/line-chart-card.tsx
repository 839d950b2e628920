import { createMemo, For, Show, type JSX } from 'solid-js'
import { lineAxis } from '../../../shared/report/line-axis.ts'
import { chartCurves, lineBounds, type LineChart } from '../../../shared/report/line-chart.ts'
import { linePicture, lineTable } from '../../../shared/report/line-picture.ts'
import { DARK, type Palette } from '../../../shared/report/palette.ts'
import type { TableNote } from '../../../shared/report/table-data.ts'
import { LinePanel } from '../../charts/line-panel.tsx'
import { CurveSwatch } from '../../charts/curve-swatch.tsx'
import { CardHead } from '../../ui/card-head.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Outputs } from '../outputs/create-outputs.ts'
import { ChartExport, TableExport } from '../outputs/export-menus.tsx'
import { createCharts } from '../workspace/create-charts.ts'
import { createPlot } from '../workspace/create-plot.ts'
import { ZoomButtons } from '../workspace/zoom-buttons.tsx'

/** A chart of lines with its legend, zoom and export menu, and below it the same figures as a table. */
export function LineChartCard(props: {
  readonly chart: LineChart
  /** What files of it are named by. */
  readonly subject: string
  /** What the figures stand under, for whatever is taken out. */
  readonly notes: () => readonly TableNote[]
  readonly outputs: Outputs
  readonly palette: Palette
  /** What stands between the chart and its table. */
  readonly children?: JSX.Element
}): JSX.Element {
  const charts = createCharts()
  const curves = createMemo(() => chartCurves(props.chart))
  const plot = createPlot(charts, 'lines', () => ({
    x: lineAxis(props.chart.x),
    y: lineAxis(props.chart.y),
    xScale: props.chart.x.scale,
    yScale: props.chart.y.scale,
    curves: curves(),
    observed: [],
    whole: () => lineBounds(props.chart),
  }))
  const notes = () => [...props.notes(), ...props.outputs.origin()]
  const picture = () =>
    linePicture(props.chart, {
      subject: props.subject,
      theme: props.palette === DARK ? 'dark' : 'light',
      notes: notes(),
      bounds: plot.axes().bounds,
    })
  const table = createMemo(() => lineTable(props.chart, props.subject, props.notes()))
  const exported = () => ({ ...table(), notes: notes() })
  props.outputs.offerChart(picture)
  props.outputs.offerTable(exported)

  return (
    <>
      <section class="chart-card line-chart" aria-label={props.chart.title}>
        <header class="chart-head">
          <h3 class="chart-title">
            {props.chart.title}
            <span class="quiet"> {props.chart.y.name}</span>
          </h3>
          <ZoomButtons plot={plot} />
          <ChartExport outputs={props.outputs} picture={picture} />
        </header>
        <Show when={curves().length > 1}>
          <ul class="line-legend" aria-label="Legend">
            <For each={curves()}>
              {(curve) => (
                <li>
                  <CurveSwatch curve={curve} palette={props.palette} /> {curve.name}
                </li>
              )}
            </For>
          </ul>
        </Show>
        <div class="chart-body">
          <LinePanel
            chart={props.chart}
            curves={curves()}
            axes={plot.axes()}
            limits={plot.limits()}
            palette={props.palette}
            cursor={charts.cursor}
            onCursor={charts.setCursor}
            onLook={plot.look}
          />
        </div>
      </section>
      {props.children}
      <section class="table-card line-table" aria-label={`${props.chart.title}, as a table`}>
        <CardHead title="The same figures">
          <TableExport outputs={props.outputs} name="the figures" table={exported} />
        </CardHead>
        <DataTable table={table()} />
      </section>
    </>
  )
}
