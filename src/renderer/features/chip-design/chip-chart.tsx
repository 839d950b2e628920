import { createMemo, For, type JSX } from 'solid-js'
import { picturePanel, type ChartPicture } from '../../../shared/report/chart-picture.ts'
import { frontierBounds } from '../../../shared/report/chart-bounds.ts'
import { frontierCurve } from '../../../shared/report/frontier-curves.ts'
import { metricAxis, metricOf, METRICS, speedAxisOf, type MetricId } from '../../../shared/report/metrics.ts'
import { DARK, seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { FrontierPanel, type PanelSeries } from '../../charts/frontier-panel.tsx'
import { Choice } from '../../ui/choice.tsx'
import { LineSwatch } from '../../ui/line-swatch.tsx'
import type { Outputs } from '../outputs/create-outputs.ts'
import { ChartExport } from '../outputs/export-menus.tsx'
import { createCharts } from '../workspace/create-charts.ts'
import { createPlot } from '../workspace/create-plot.ts'
import { ZoomButtons } from '../workspace/zoom-buttons.tsx'
import type { ChipDesign } from './create-chip-design.ts'

const NOT_MARKED = [] as const

/** The frontiers of the chip and its original in the chart of the comparison; a point picked on it is looked at on both. */
export function ChipChart(props: {
  readonly design: ChipDesign
  readonly outputs: Outputs
  readonly palette: Palette
}): JSX.Element {
  const { design } = props
  const charts = createCharts()
  const metric = () => metricOf(charts.metric())
  const speedAxis = () => speedAxisOf(charts.speedAxis())
  const series = createMemo((): PanelSeries[] =>
    design.shown().map((one) => {
      const styleIndex = design.styleOf(one)
      const pins = design.picked() === null ? NOT_MARKED : [{ name: 'A', index: design.pointOf(one) }]
      const source = { name: one.series.name, styleIndex, result: one.result }
      return {
        ...one,
        styleIndex,
        band: null,
        curve: frontierCurve(source, metric(), speedAxis(), charts.pue(), undefined, pins),
      }
    }),
  )
  const plot = createPlot(charts, 'chip-design', () => {
    const curves = series().map(({ curve }) => curve)
    const [x, xScale, yScale] = [speedAxis(), charts.xScale(), charts.yScale()]
    const whole = () => frontierBounds(curves, x, xScale, yScale)
    return { x, y: metricAxis(metric(), charts.pue()), xScale, yScale, curves, observed: [], whole }
  })
  const metricOptions = () =>
    METRICS.map(({ id, label, missing }) => {
      const reason = design.shown().map(({ result }) => missing(result))[0] ?? null
      return { id, label, ...(reason !== null && { disabled: true, note: reason }) }
    })
  const picture = (): ChartPicture | null =>
    series().length === 0
      ? null
      : {
          subject: design.comparison().name,
          theme: props.palette === DARK ? 'dark' : 'light',
          shows: { of: 'frontiers', metric: charts.metric(), speedAxis: charts.speedAxis(), pue: charts.pue() },
          xScale: charts.xScale(),
          yScale: charts.yScale(),
          panels: [
            picturePanel({
              name: null,
              bounds: plot.axes().bounds,
              curves: series().map(({ curve }) => curve),
              observed: [],
              binding: null,
            }),
          ],
          notes: props.outputs.origin(),
        }
  props.outputs.offerChart(picture)

  return (
    <section class="chart-card" aria-label="Frontiers of the chip and its original">
      <header class="chart-head">
        <ul class="marker-legend" aria-label="Legend">
          <For each={series()}>
            {(one) => (
              <li>
                <LineSwatch style={seriesStyle(props.palette, one.styleIndex, {})} /> {one.series.name}
              </li>
            )}
          </For>
        </ul>
        <div class="chart-tools">
          <Choice
            label="y"
            options={metricOptions()}
            value={charts.metric()}
            onChange={(id) => charts.setMetric(id as MetricId)}
          />
          <ZoomButtons plot={plot} />
          <ChartExport outputs={props.outputs} picture={picture} />
        </div>
      </header>
      <div class="chart-body">
        <FrontierPanel
          label="Frontiers of the chip and its original"
          series={series()}
          observed={[]}
          metric={charts.metric()}
          speedAxis={charts.speedAxis()}
          pue={charts.pue()}
          axes={plot.axes()}
          limits={plot.limits()}
          palette={props.palette}
          compact={false}
          cursor={charts.cursor}
          binding={false}
          bindingKey=""
          onCursor={charts.setCursor}
          onPin={(_, tokensPerSecond) => design.pick(tokensPerSecond)}
          onLook={plot.look}
        />
      </div>
    </section>
  )
}
