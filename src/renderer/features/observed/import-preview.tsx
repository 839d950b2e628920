import { For, Show, type JSX } from 'solid-js'
import { threeSignificant, usd } from '../../../shared/report/format.ts'
import type { Import } from './create-import.ts'
import { numberHeads, TableHead } from '../../ui/table-head.tsx'

/** As many as are looked at before the rest is believed. */
const SHOWN = 8
const REASONS_SHOWN = 50

/** The points that the columns make, and the rows that are left out with the reason. */
export function ImportPreview(props: { readonly file: Import }): JSX.Element {
  const { file } = props
  const points = () => file.rows().points
  const rejected = () => file.rows().rejected
  return (
    <section class="vary-preview" aria-label="Preview" aria-live="polite">
      <h3 class="section-label">{points().length} points</h3>
      <Show
        when={points().length > 0}
        fallback={<p class="quiet">No row makes a point yet. Say which columns hold the speed and the cost.</p>}
      >
        <table class="readings preview-table">
          <TableHead cells={['Name', ...numberHeads('tok/s', '$/M', 'tok/s/GPU')]} />
          <tbody>
            <For each={points().slice(0, SHOWN)}>
              {(point) => (
                <tr>
                  <th scope="row">{point.name}</th>
                  <td class="number">{threeSignificant(point.tokensPerSecond)}</td>
                  <td class="number">{point.usdPerMillionTokens === null ? '' : usd(point.usdPerMillionTokens)}</td>
                  <td class="number">
                    {point.tokensPerSecondPerGpu === null ? '' : threeSignificant(point.tokensPerSecondPerGpu)}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <Show when={points().length > SHOWN}>
          <p class="field-note">and {points().length - SHOWN} more</p>
        </Show>
      </Show>
      <Show when={rejected().length > 0}>
        <h3 class="section-label">{rejected().length} rows left out</h3>
        <ul class="rejected-rows" aria-label="Rows left out">
          <For each={rejected().slice(0, REASONS_SHOWN)}>
            {({ line, reason }) => (
              <li>
                Line {line}: {reason}
              </li>
            )}
          </For>
        </ul>
        <Show when={rejected().length > REASONS_SHOWN}>
          <p class="field-note">and {rejected().length - REASONS_SHOWN} more</p>
        </Show>
      </Show>
    </section>
  )
}
