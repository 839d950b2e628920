import { For, Show, type JSX } from 'solid-js'
import { axisTicks, placeOf, type AxisRange } from '../../shared/report/axis.ts'
import { plainNumber, threeSignificant } from '../../shared/report/format.ts'
import { chartMargins } from '../../shared/report/frontier-chart.ts'
import { seriesStyle, type Palette } from '../../shared/report/palette.ts'
import type { Stretch } from '../../shared/questions/answer.ts'

/** A stretch narrower than this has no room for words; its tip, the label and the table have them. */
const LEAST_NAMED_PERCENT = 4

/** Along a speed axis: who is cheapest where, by colour and name, with the speeds at which that changes. */
export function CheapestStrip(props: {
  readonly stretches: readonly Stretch[]
  /** Speeds at the ends of the axis. */
  readonly range: AxisRange
  readonly palette: Palette
}): JSX.Element {
  const percentAt = (speed: number) => 100 * Math.min(1, Math.max(0, placeOf(speed, props.range, 'log')))
  const says = ({ name, slowest, fastest }: Stretch) =>
    `${name} from ${threeSignificant(slowest)} to ${threeSignificant(fastest)} tokens/s`
  const margins = chartMargins(true)
  return (
    <div
      class="cheapest-strip"
      role="img"
      aria-label={`Cheapest by speed: ${props.stretches.map(says).join(', ')}`}
      style={{ 'padding-left': `${margins.left}px`, 'padding-right': `${margins.right}px` }}
    >
      <div class="cheapest-stretches">
        <For each={props.stretches}>
          {(one) => (
            <span
              class="cheapest-stretch"
              title={says(one)}
              style={{
                left: `${percentAt(one.slowest)}%`,
                width: `${percentAt(one.fastest) - percentAt(one.slowest)}%`,
                '--stretch': seriesStyle(props.palette, one.styleIndex).colour,
              }}
            >
              <Show when={percentAt(one.fastest) - percentAt(one.slowest) >= LEAST_NAMED_PERCENT}>
                <span>{one.name}</span>
                <span class="cheapest-until">to {threeSignificant(one.fastest)}</span>
              </Show>
            </span>
          )}
        </For>
      </div>
      <div class="cheapest-axis">
        <For each={axisTicks(props.range, 'log', 10)}>
          {(tick) => <span style={{ left: `${percentAt(tick)}%` }}>{plainNumber(tick)}</span>}
        </For>
      </div>
    </div>
  )
}
