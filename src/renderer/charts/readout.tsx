import { For, Show, type JSX } from 'solid-js'
import type { Curve } from '../../shared/report/frontier-curves.ts'
import type { Palette } from '../../shared/report/palette.ts'
import { CurveSwatch } from './curve-swatch.tsx'
import type { Corner } from './readout-corner.ts'

/** A curve read at the cursor; without a value, the note says why. */
export interface ReadoutRow {
  readonly value: string | null
  readonly note: string
}

/** More curves than these stand in two columns, where there is room for their values only. */
export const MOST_IN_ONE_COLUMN = 6

/** Every curve at the cursor, in a corner of the plot. */
export function Readout(props: {
  readonly title: string
  readonly rows: readonly { readonly curve: Curve; readonly row: ReadoutRow }[]
  readonly aimed: number
  readonly corner: Corner
  readonly palette: Palette
}): JSX.Element {
  const many = () => props.rows.length > MOST_IN_ONE_COLUMN
  return (
    <div class="readout" classList={{ many: many() }} data-corner={props.corner} aria-live="polite">
      <p class="readout-title">{props.title}</p>
      <table>
        <tbody style={{ '--rows': Math.ceil(props.rows.length / 2) }}>
          <For each={props.rows}>
            {({ curve, row }, at) => (
              <tr classList={{ aimed: at() === props.aimed }}>
                <td>
                  <CurveSwatch curve={curve} palette={props.palette} />
                </td>
                <th scope="row">{curve.name}</th>
                <Show
                  when={row.value !== null}
                  fallback={
                    <td class="quiet" colspan="2">
                      {row.note}
                    </td>
                  }
                >
                  <td class="number strong">{row.value}</td>
                  <Show when={!many()}>
                    <td class="quiet">{row.note}</td>
                  </Show>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
