import { createMemo, Show, type JSX } from 'solid-js'
import { DIFFERENCES, differenceOf, ratioCurve } from '../../../shared/report/difference.ts'
import { picturePanel, type ChartPicture } from '../../../shared/report/chart-picture.ts'
import type { AxisRange } from '../../../shared/report/axis.ts'
import { frontierBounds, valueRange } from '../../../shared/report/chart-bounds.ts'
import { speedAxisOf } from '../../../shared/report/metrics.ts'
import { DARK, type Palette } from '../../../shared/report/palette.ts'
import { DifferencePanel, type DifferenceSeries } from '../../charts/difference-panel.tsx'
import type { Outputs } from '../outputs/create-outputs.ts'
import { ChartExport } from '../outputs/export-menus.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { createPlot, type PlotSetup } from './create-plot.ts'
import type { Workspace } from './create-workspace.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

/** Ratios within which a chart of nothing but the baseline would be. */
const LEAST_SPAN = [0.5, 2]

/** The chart of every series against the baseline. */
export function DifferenceView(props: {
  readonly workspace: Workspace
  readonly outputs: Outputs
  readonly palette: Palette
}): JSX.Element {
  const { workspace } = props
  const { charts } = workspace
  const difference = () => differenceOf(charts.difference())
  const baseline = () => {
    const chosen = workspace.document.baselineKey()
    return workspace.shown().find(({ key }) => key === chosen)
  }

  const series = createMemo((): DifferenceSeries[] => {
    const base = baseline()
    if (base === undefined) return []
    return workspace.shown().map(({ key, series: look, styleIndex, result: { points } }) => ({
      key,
      points,
      curve: {
        name: look.name,
        styleIndex,
        look,
        ...ratioCurve(difference(), base.result.points, points),
        preferred: null,
        pins: [],
      },
    }))
  })

  const setup = (): PlotSetup => {
    const { x, y, id } = difference()
    const curves = series().map(({ curve }) => curve)
    const columns = workspace.shown().map(({ result }) => result.points)
    return {
      x,
      y,
      xScale: charts.xScale(),
      yScale: 'log',
      curves,
      observed: [],
      whole: () => {
        const speeds = columns.map(({ tokensPerSecond, usdPerMillionTokens }) => ({
          x: tokensPerSecond,
          y: usdPerMillionTokens,
        }))
        // What the overlay shows: its speeds, or the costs it has at them.
        const overlay = frontierBounds(speeds, speedAxisOf('tokens-per-second'), charts.xScale(), charts.xScale())
        const range: AxisRange = id === 'cost' ? overlay.x : overlay.y
        // Below the slowest speed shown, a flat end of the baseline would make all others look endlessly faster.
        const base = baseline()?.result.points
        const from = id === 'cost' || base === undefined ? null : DIFFERENCES[0]!.valueAt(base, overlay.x[0])
        return { x: range, y: valueRange(curves, [from ?? range[0], range[1]], 'log', LEAST_SPAN) }
      },
    }
  }
  const plot = createPlot(charts, 'difference', setup)

  const picture = (): ChartPicture | null => {
    const { bounds, xScale, yScale } = plot.axes()
    if (series().length === 0) return null
    const curves = series().map(({ curve }) => curve)
    return {
      subject: props.outputs.subject(),
      theme: props.palette === DARK ? 'dark' : 'light',
      shows: { of: 'difference', difference: charts.difference() },
      xScale,
      yScale,
      panels: [picturePanel({ name: null, bounds, curves, observed: [], binding: null })],
      notes: props.outputs.notes(),
    }
  }
  props.outputs.offerChart(picture)

  return (
    <section class="chart-card" aria-label="Difference">
      <header class="chart-head">
        <h2 class="chart-title">
          {difference().title}
          <span class="quiet"> {difference().y.name}</span>
        </h2>
        <Segmented
          label="Difference of"
          options={DIFFERENCES}
          value={charts.difference()}
          onChange={charts.setDifference}
        />
        <ZoomButtons plot={plot} />
        <ChartExport outputs={props.outputs} picture={picture} />
      </header>
      <div class="chart-body">
        <Show when={baseline()} fallback={<p class="inspector-empty">The baseline has no frontier yet.</p>}>
          {(base) => (
            <DifferencePanel
              difference={difference()}
              series={series()}
              baseline={{ name: base().series.name, points: base().result.points }}
              axes={plot.axes()}
              limits={plot.limits()}
              palette={props.palette}
              cursor={charts.difference() === 'cost' ? charts.cursor : charts.costCursor}
              onCursor={charts.difference() === 'cost' ? charts.setCursor : charts.setCostCursor}
              onPin={workspace.pinPoint}
              onLook={plot.look}
            />
          )}
        </Show>
      </div>
    </section>
  )
}
