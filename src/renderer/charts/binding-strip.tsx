import { createMemo, For, type JSX } from 'solid-js'
import { bindingStretches } from '../../shared/report/binding-stretches.ts'
import { listed } from '../../shared/report/format.ts'
import { chartMargins, type ChartAxes } from '../../shared/report/frontier-chart.ts'
import { seriesStyle, type Palette } from '../../shared/report/palette.ts'
import type { SeriesLook } from '../../shared/scenario/look.ts'
import type { FrontierPoints } from '../../shared/search/frontier-points.ts'
import { LineSwatch } from '../ui/line-swatch.tsx'

/** Parts that take turns, as stripes. */
const stripes = (colours: readonly string[]): string =>
  colours.length === 1
    ? colours[0]!
    : `repeating-linear-gradient(90deg, ${colours.map((colour, i) => `${colour} ${6 * i}px ${6 * (i + 1)}px`).join(', ')})`

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
  const stretches = createMemo(() =>
    bindingStretches(props.points, props.axes.bounds.x, props.axes.xScale, props.convert),
  )
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
              <span
                class="binding-colour"
                style={{ background: stripes(one.parts.map((id) => props.palette.terms[id])) }}
              />
              <span class="binding-name">{one.label}</span>
            </span>
          )}
        </For>
      </div>
    </div>
  )
}
