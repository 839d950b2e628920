import { For, Show, type JSX } from 'solid-js'
import type { Curve } from '../../shared/report/frontier-curves.ts'
import type { Palette } from '../../shared/report/palette.ts'
import { CurveSwatch } from './curve-swatch.tsx'
import type { ReadoutRow } from './readout.tsx'

/** Above a small panel: its legend, and at the cursor what each curve reads. Room for values is kept, so that the plot stays. */
export function ReadoutLine(props: {
  /** null = no cursor. */
  readonly title: string | null
  readonly curves: readonly Curve[]
  /** In the order of the curves; none without a cursor. */
  readonly rows: readonly ReadoutRow[]
  readonly aimed: number
  readonly palette: Palette
}): JSX.Element {
  const single = () => props.curves.length === 1
  return (
    <div class="readout-line" classList={{ legend: !single() }} aria-live="polite">
      <Show when={!single() || props.title !== null}>
        <p class="quiet">{props.title}</p>
      </Show>
      <ul>
        <For each={props.curves}>
          {(curve, at) => (
            <li classList={{ aimed: at() === props.aimed && !single() }}>
              <Show when={!single()}>
                <CurveSwatch curve={curve} palette={props.palette} /> <span>{curve.name}</span>
              </Show>
              <span class="strong readout-value">{props.rows[at()]?.value ?? ''}</span>
              <Show when={props.rows[at()] !== undefined && (single() || props.rows[at()]!.value === null)}>
                <span class="quiet">{props.rows[at()]!.note}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
