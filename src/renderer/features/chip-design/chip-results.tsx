import { createMemo, For, Show, type JSX } from 'solid-js'
import { picturePanel, type ChartPicture } from '../../../shared/report/chart-picture.ts'
import { frontierBounds } from '../../../shared/report/chart-bounds.ts'
import { chipHeadlines, costHeadline } from '../../../shared/report/chip-headlines.ts'
import { threeSignificant, usd } from '../../../shared/report/format.ts'
import { frontierCurve } from '../../../shared/report/frontier-curves.ts'
import { metricAxis, metricOf, METRICS, speedAxisOf, type MetricId } from '../../../shared/report/metrics.ts'
import { DARK, type Palette } from '../../../shared/report/palette.ts'
import { FrontierPanel, type PanelSeries } from '../../charts/frontier-panel.tsx'
import { LineSwatch } from '../../ui/line-swatch.tsx'
import { seriesStyle } from '../../../shared/report/palette.ts'
import { Choice } from '../../ui/choice.tsx'
import { InlineNumber } from '../../ui/inline-number.tsx'
import type { Outputs } from '../outputs/create-outputs.ts'
import { ChartExport } from '../outputs/export-menus.tsx'
import { createCharts } from '../workspace/create-charts.ts'
import { createPlot } from '../workspace/create-plot.ts'
import { TimeBreakdown } from '../workspace/time-breakdown.tsx'
import { ZoomButtons } from '../workspace/zoom-buttons.tsx'
import { ChipReadings } from './chip-readings.tsx'
import type { ChipDesign } from './create-chip-design.ts'

const NOT_MARKED = [] as const

/** What the chip is worth beside its original: sentences, both frontiers, costs at speeds, and where the time goes. */
export function ChipResults(props: {
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
    <div class="chip-results">
      <section class="chip-headlines" aria-label="What it is worth">
        <Show when={design.both()} fallback={<p class="quiet">Computing both frontiers…</p>}>
          {(both) => (
            <>
              <p class="chip-headline">
                At{' '}
                <InlineNumber
                  label="Speed asked for, in tokens per second"
                  value={design.speed()}
                  onChange={design.setSpeed}
                />{' '}
                tokens/s{' '}
                <span data-testid="chip-headline" aria-live="polite">
                  {costHeadline(both().chip, both().original, design.speed())}
                </span>
              </p>
              <ul class="chip-sentences" data-testid="chip-sentences">
                <For each={chipHeadlines(both().chip, both().original)}>{(sentence) => <li>{sentence}</li>}</For>
              </ul>
            </>
          )}
        </Show>
        <Show when={design.problems().length > 0}>
          <ul class="problems" role="status">
            <For each={design.problems()}>
              {({ name, message }) => (
                <li>
                  <strong>{name}</strong>: {message}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
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
      <div class="chip-below">
        <ChipReadings design={design} />
        <section class="chip-times" aria-label="Where the time goes">
          <Show
            when={design.picked()}
            fallback={<p class="quiet small">At the preferred points. Pick another on the chart.</p>}
          >
            {(speed) => (
              <p class="quiet small">
                At {threeSignificant(speed())} tokens/s and more.{' '}
                <button type="button" class="text-button" onClick={() => design.pick(null)}>
                  Back to the preferred points
                </button>
              </p>
            )}
          </Show>
          <For each={design.shown()}>
            {(one) => (
              <TimeBreakdown
                title={`${one.series.name}: ${usd(one.result.points.usdPerMillionTokens[design.pointOf(one)]!)}/M at ${threeSignificant(one.result.points.tokensPerSecond[design.pointOf(one)]!)} tokens/s`}
                points={one.result.points}
                which="terms"
                index={design.pointOf(one)}
                leftOut={[]}
                palette={props.palette}
              />
            )}
          </For>
        </section>
      </div>
    </div>
  )
}
