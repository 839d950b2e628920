import { createMemo, createSignal, createUniqueId, For, Show, type Accessor, type JSX } from 'solid-js'
import { amount, milliseconds, threeSignificant, usd } from '../../shared/report/format.ts'
import { frontierChart, chartMargins, type PinnedMark } from '../../shared/report/frontier-chart.ts'
import type { ChartBounds, SpeedScale } from '../../shared/report/chart-bounds.ts'
import { formatMetric, metricValue, type MetricId } from '../../shared/report/metrics.ts'
import { gpusInWords } from '../../shared/report/point-facts.ts'
import { seriesStyle, type Palette } from '../../shared/report/palette.ts'
import type { SeriesLook } from '../../shared/scenario/look.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import { indexAtSpeed } from '../../shared/search/readings.ts'
import { LineSwatch } from '../ui/line-swatch.tsx'
import { emptiestCorner } from './readout-corner.ts'
import { EChart, type PlotFrame, type PlotPosition } from './echart.tsx'

export interface PanelSeries {
  readonly key: string
  readonly series: { readonly name: string } & SeriesLook
  readonly styleIndex: number
  readonly result: FrontierResult
}

/** Space the readout takes, as shares of a usual plot. */
const READOUT_WIDTH = 0.5
const READOUT_HEADER = 0.12
const READOUT_ROW = 0.05

/** In a small panel the readout has a line of its own above the plot (workspace.css). */
const COMPACT_READOUT_HEIGHT = 20

/** How one press of an arrow key moves the cursor; with Shift ten times as far. */
const CURSOR_STEP = 1.01

/**
 * Frontiers over speed, with a cursor that may be shared between panels: it reads every series at that speed, and a
 * click or Enter pins the nearest point. Arrow keys move it, Up and Down choose the series that Enter pins.
 */
export function FrontierPanel(props: {
  readonly label: string
  readonly series: readonly PanelSeries[]
  readonly metric: MetricId
  readonly scale: SpeedScale
  readonly bounds: ChartBounds
  readonly palette: Palette
  readonly compact: boolean
  readonly speedWeight: number
  readonly cursor: Accessor<number | null>
  readonly pinned: readonly PinnedMark[]
  readonly onCursor: (speed: number | null) => void
  readonly onPin: (key: string, tokensPerSecond: number) => void
}): JSX.Element {
  const [frame, setFrame] = createSignal<PlotFrame>()
  const [aimed, setAimed] = createSignal(0)
  const hint = createUniqueId()

  const option = createMemo(() =>
    frontierChart(
      props.series.map(({ series, styleIndex, result }) => ({
        name: series.name,
        styleIndex,
        look: series,
        points: result.points,
      })),
      {
        metric: props.metric,
        scale: props.scale,
        bounds: props.bounds,
        palette: props.palette,
        fontSize: props.compact ? 11 : 12,
        fontFamily: 'Inter Variable, sans-serif',
        axisNames: !props.compact,
        speedWeight: props.speedWeight,
        pinned: props.pinned,
      },
    ),
  )

  const readings = createMemo(() => {
    const speed = props.cursor()
    if (speed === null) return []
    return props.series.map((one) => ({ one, index: indexAtSpeed(one.result.points, speed) }))
  })

  const corner = createMemo(() =>
    emptiestCorner(
      props.series.map((one) => one.result.points),
      props.metric,
      props.bounds,
      props.scale,
      READOUT_WIDTH,
      READOUT_HEADER + READOUT_ROW * props.series.length,
    ),
  )

  const cursorLeft = () => {
    const speed = props.cursor()
    const at = frame()
    if (speed === null || at === undefined) return null
    const [least, most] = props.bounds.speed
    if (speed < least || speed > most) return null
    return at.toPixel(speed, props.bounds.value[0])[0]
  }

  const pickNear = ({ x, y }: PlotPosition) => {
    let best: { key: string; speed: number } | null = null
    let nearest = Infinity
    for (const { key, result } of props.series) {
      const { points } = result
      for (let i = 0; i < points.tokensPerSecond.length; i++) {
        const across = Math.log2(points.tokensPerSecond[i]! / x)
        const up = Math.log10(metricValue(points, props.metric, i) / y)
        const distance = across * across + up * up
        if (distance < nearest) {
          nearest = distance
          best = { key, speed: points.tokensPerSecond[i]! }
        }
      }
    }
    if (best !== null) props.onPin(best.key, best.speed)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const [least, most] = props.bounds.speed
    const speed = props.cursor() ?? Math.sqrt(Math.max(least, most / 32) * most)
    const step = event.shiftKey ? CURSOR_STEP ** 10 : CURSOR_STEP
    const count = Math.max(1, props.series.length)
    if (event.key === 'ArrowRight') props.onCursor(Math.min(most, speed * step))
    else if (event.key === 'ArrowLeft') props.onCursor(Math.max(Math.max(least, most / 1024), speed / step))
    else if (event.key === 'ArrowDown') setAimed((aimed() + 1) % count)
    else if (event.key === 'ArrowUp') setAimed((aimed() + count - 1) % count)
    else if (event.key === 'Escape' && props.cursor() !== null) props.onCursor(null)
    else if (event.key === 'Enter') {
      const reading = readings()[aimed() % count]
      if (reading?.index != null)
        props.onPin(reading.one.key, reading.one.result.points.tokensPerSecond[reading.index]!)
    } else return
    event.preventDefault()
  }

  const describe = () =>
    props.series.length === 0
      ? 'No frontier yet.'
      : props.series
          .map(({ series: { name }, result: { points } }) =>
            points.tokensPerSecond.length === 0
              ? `${name}: nothing fits.`
              : `${name}: up to ${threeSignificant(points.tokensPerSecond[0]!)} tokens per second at ${usd(points.usdPerMillionTokens[0]!)} per million tokens, down to ${usd(points.usdPerMillionTokens.at(-1)!)}.`,
          )
          .join(' ')

  return (
    <div
      class="frontier-panel"
      classList={{ compact: props.compact }}
      role="application"
      tabindex="0"
      aria-label={`${props.label}. ${describe()}`}
      aria-describedby={hint}
      onKeyDown={onKeyDown}
    >
      <EChart
        option={option()}
        onMove={(position) => props.onCursor(position?.x ?? null)}
        onPick={pickNear}
        onFrame={setFrame}
      />
      <Show when={cursorLeft() !== null}>
        <div
          class="cursor-line"
          style={{
            left: `${cursorLeft()}px`,
            top: `${chartMargins(!props.compact).top + (props.compact ? COMPACT_READOUT_HEIGHT : 0)}px`,
            bottom: `${chartMargins(!props.compact).bottom}px`,
          }}
        />
      </Show>
      <Show when={props.cursor() !== null && readings().length > 0}>
        <div class="readout" data-corner={corner()} aria-live="polite">
          <p class="readout-title">At {threeSignificant(props.cursor()!)} tokens/s</p>
          <table>
            <tbody>
              <For each={readings()}>
                {({ one, index }, at) => (
                  <tr classList={{ aimed: at() === aimed() % props.series.length }}>
                    <Show when={!props.compact}>
                      <td>
                        <LineSwatch style={seriesStyle(props.palette, one.styleIndex, one.series)} />
                      </td>
                      <th scope="row">{one.series.name}</th>
                    </Show>
                    <Show
                      when={index !== null}
                      fallback={
                        <td class="quiet" colspan="2">
                          not this fast
                        </td>
                      }
                    >
                      <td class="number strong">
                        {formatMetric(props.metric, metricValue(one.result.points, props.metric, index!))}
                      </td>
                      <td class="quiet">
                        {gpusInWords(one.result.points, index!)}, batch {amount(one.result.points.batch[index!]!)}
                      </td>
                    </Show>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
      <p id={hint} class="for-screen-readers">
        Arrow keys left and right move the cursor, up and down choose a series, Enter pins its point. The table below
        has the same figures. {props.cursor() === null ? '' : `Time per token ${milliseconds(1 / props.cursor()!)}.`}
      </p>
    </div>
  )
}
