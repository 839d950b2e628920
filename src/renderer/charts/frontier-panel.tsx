import { createMemo, Show, type Accessor, type JSX } from 'solid-js'
import type { ChartBounds } from '../../shared/report/chart-bounds.ts'
import { amount, threeSignificant, usd, usdRange } from '../../shared/report/format.ts'
import type { ChartAxes } from '../../shared/report/frontier-chart.ts'
import type { Curve } from '../../shared/report/frontier-curves.ts'
import { metricOf, speedAxisOf, type MetricId, type SpeedAxisId } from '../../shared/report/metrics.ts'
import { observedFacts } from '../../shared/report/observed-facts.ts'
import type { ObservedMarks } from '../../shared/report/observed-marks.ts'
import type { Palette } from '../../shared/report/palette.ts'
import { gpusInWords } from '../../shared/report/point-facts.ts'
import type { SeriesLook } from '../../shared/scenario/look.ts'
import type { Series } from '../../shared/scenario/scenario.ts'
import { bindingPart } from '../../shared/search/binding.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import type { BandResult } from '../../shared/search/ranges/band.ts'
import { costBand } from '../../shared/search/ranges/read-band.ts'
import { indexAtSpeed } from '../../shared/search/readings.ts'
import { BindingStrip } from './binding-strip.tsx'
import { PlotPanel } from './plot-panel.tsx'
import type { ReadoutRow } from './readout.tsx'

/** A frontier with the line that is drawn of it. */
export interface PanelSeries {
  readonly key: string
  readonly series: Pick<Series, 'name' | 'model' | 'accelerator'> & SeriesLook
  readonly styleIndex: number
  readonly result: FrontierResult
  readonly curve: Curve
  readonly band: BandResult | null
}

/** Frontiers over speed. The cursor is a speed, whatever the axis shows, so that every panel and view shares it. */
export function FrontierPanel(props: {
  readonly label: string
  readonly series: readonly PanelSeries[]
  readonly metric: MetricId
  readonly speedAxis: SpeedAxisId
  /** Points laid over the frontiers. */
  readonly observed: readonly ObservedMarks[]
  readonly pue: number
  readonly axes: ChartAxes
  readonly limits: ChartBounds
  readonly palette: Palette
  readonly compact: boolean
  readonly cursor: Accessor<number | null>
  /** Whether to say what takes most of the time, and of which series along its whole length. */
  readonly binding: boolean
  readonly bindingKey: string
  readonly onCursor: (tokensPerSecond: number | null) => void
  readonly onPin: (key: string, tokensPerSecond: number) => void
  readonly onLook: (bounds: ChartBounds | null) => void
}): JSX.Element {
  const metric = () => metricOf(props.metric)
  const convert = (value: number) => speedAxisOf(props.speedAxis).convert(value)

  const readout = (at: number, x: number): ReadoutRow => {
    const { result, band } = props.series[at]!
    const reason = metric().missing(result)
    if (reason !== null) return { value: null, note: reason }
    const index = indexAtSpeed(result.points, convert(x))
    if (index === null) return { value: null, note: 'not this fast' }
    const setup = `${gpusInWords(result.points, index)}, batch ${amount(result.points.batch[index]!)}`
    const around = band === null || props.metric !== 'cost' ? null : costBand(band, convert(x))
    const interval = around === null ? [] : [usdRange(around.low, around.high)]
    const most = bindingPart(result.points, index).label.toLowerCase()
    return {
      value: metric().format(metric().value(result, index, props.pue)),
      // A small panel has room for one of the two.
      note: [
        ...interval,
        ...(props.binding && props.compact ? [] : [setup]),
        ...(props.binding ? [`most: ${most}`] : []),
      ].join(' · '),
    }
  }

  const pin = (at: number, x: number) => {
    const { key, result } = props.series[at]!
    const index = indexAtSpeed(result.points, convert(x) * (1 - 1e-9))
    if (index !== null) props.onPin(key, result.points.tokensPerSecond[index]!)
  }

  const says = () =>
    props.series.length === 0
      ? 'No frontier yet.'
      : props.series
          .map(({ series: { name }, result: { points } }) =>
            points.tokensPerSecond.length === 0
              ? `${name}: nothing fits.`
              : `${name}: up to ${threeSignificant(points.tokensPerSecond[0]!)} tokens per second at ${usd(points.usdPerMillionTokens[0]!)} per million tokens, down to ${usd(points.usdPerMillionTokens.at(-1)!)}.`,
          )
          .concat(props.observed.map(({ set, points }) => `${set.name}: ${points.length} observed points.`))
          .join(' ')

  const predicted = () =>
    props.series.map(({ series: { name, model, accelerator }, result: { points } }) => ({
      name,
      model,
      accelerator,
      points,
    }))
  const curves = createMemo(() => props.series.map(({ curve }) => curve))
  const told = () => props.series.find(({ key }) => key === props.bindingKey) ?? props.series[0]
  return (
    <div class="panel-body">
      <PlotPanel
        label={props.label}
        says={says()}
        curves={curves()}
        axes={props.axes}
        limits={props.limits}
        palette={props.palette}
        compact={props.compact}
        cursor={() => {
          const speed = props.cursor()
          return speed === null ? null : convert(speed)
        }}
        observed={{
          marks: props.observed,
          facts: ({ set, points }, index) => observedFacts(set, points[index]!, predicted()),
        }}
        readout={readout}
        onCursor={(x) => props.onCursor(x === null ? null : convert(x))}
        onPin={pin}
        onLook={props.onLook}
      />
      <Show when={props.binding && told()}>
        {(one) => (
          <BindingStrip
            name={one().series.name}
            styleIndex={one().styleIndex}
            look={one().series}
            points={one().result.points}
            axes={props.axes}
            convert={convert}
            palette={props.palette}
          />
        )}
      </Show>
    </div>
  )
}
