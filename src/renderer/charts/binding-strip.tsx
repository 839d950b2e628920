import { createMemo, For, type JSX } from 'solid-js'
import { placeOf } from '../../shared/report/axis.ts'
import { bindingRuns } from '../../shared/report/binding-runs.ts'
import { listed, threeSignificant } from '../../shared/report/format.ts'
import { chartMargins, type ChartAxes } from '../../shared/report/frontier-chart.ts'
import { seriesStyle, type Palette } from '../../shared/report/palette.ts'
import type { SeriesLook } from '../../shared/scenario/look.ts'
import type { FrontierPoints } from '../../shared/search/frontier-points.ts'
import { LineSwatch } from '../ui/line-swatch.tsx'

/** Shorter stretches than this share of what is seen are told together where they take turns. */
const LEAST_TOLD = 0.03
/** An axis from 0 counts as one that reaches down by this. */
const MOST_RATIO = 32

/** Parts that take turns, as stripes. */
const stripes = (colours: readonly string[]): string =>
  colours.length === 1
    ? colours[0]!
    : `repeating-linear-gradient(90deg, ${colours.map((colour, i) => `${colour} ${6 * i}px ${6 * (i + 1)}px`).join(', ')})`

const clamped = (place: number): number => Math.min(1, Math.max(0, place))

/** Under a plot, along its horizontal axis: the part that takes most of a frontier's time, by colour and name. */
export function BindingStrip(props: {
  readonly name: string
  readonly styleIndex: number
  readonly look: SeriesLook
  readonly points: FrontierPoints
  readonly axes: ChartAxes
  /** A speed in the unit of the horizontal axis. */
  readonly convert: (tokensPerSecond: number) => number
  readonly palette: Palette
}): JSX.Element {
  const stretches = createMemo(() => {
    const { bounds, xScale } = props.axes
    const [seenLeast, seenMost] = bounds.x
    const leastRatio = (seenMost / Math.max(seenLeast, seenMost / MOST_RATIO)) ** LEAST_TOLD
    return bindingRuns(props.points, leastRatio).flatMap(({ parts, slowest, fastest }) => {
      const ends = [slowest, fastest].map((speed) => clamped(placeOf(props.convert(speed), bounds.x, xScale)))
      const [from, to] = [Math.min(...ends), Math.max(...ends)]
      const label = parts.map((part, i) => (i === 0 ? part.label : part.label.toLowerCase())).join(' or ')
      const says = `${label}, ${threeSignificant(slowest)} to ${threeSignificant(fastest)} tokens/s`
      return from < to
        ? [{ colours: stripes(parts.map(({ id }) => props.palette.terms[id])), label, from, to, says }]
        : []
    })
  })
  const margins = chartMargins(true)
  return (
    <div
      class="binding-strip"
      role="img"
      aria-label={`What takes most of the time of ${props.name}: ${listed(stretches().map(({ says }) => says))}`}
      style={{ 'padding-left': `${margins.left}px`, 'padding-right': `${margins.right}px` }}
    >
      <span class="binding-of" title={`What takes most of the time of ${props.name}`}>
        <LineSwatch style={seriesStyle(props.palette, props.styleIndex, props.look)} />
      </span>
      <div class="binding-stretches">
        <For each={stretches()}>
          {(one) => (
            <span
              class="binding-stretch"
              title={`${one.says}: takes most of the time`}
              style={{
                left: `${100 * one.from}%`,
                width: `${100 * (one.to - one.from)}%`,
              }}
            >
              <span class="binding-colour" style={{ background: one.colours }} />
              <span class="binding-name">{one.label}</span>
            </span>
          )}
        </For>
      </div>
    </div>
  )
}
