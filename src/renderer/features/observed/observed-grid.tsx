import { createMemo, For, Show, type JSX } from 'solid-js'
import { fineChange, threeSignificant, usd } from '../../../shared/report/format.ts'
import { observedMarker } from '../../../shared/report/markers.ts'
import { observedData, observedRows } from '../../../shared/report/observed-rows.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import type { Outputs } from '../outputs/create-outputs.ts'
import { TableExport } from '../outputs/export-menus.tsx'
import { CardHead } from '../../ui/card-head.tsx'
import { MarkerSwatch } from '../../ui/marker-swatch.tsx'
import type { Workspace } from '../workspace/create-workspace.ts'
import { numberHead, TableHead } from '../../ui/table-head.tsx'

/** The table twin of the observed points: each with its source, and how far the nearest prediction is from it. */
export function ObservedGrid(props: {
  readonly workspace: Workspace
  readonly outputs: Outputs
  readonly palette: Palette
}): JSX.Element {
  const { document, shown } = props.workspace
  const predicted = createMemo(() =>
    shown().map(({ series: { name, model, accelerator }, result: { points } }) => ({
      name,
      model,
      accelerator,
      points,
    })),
  )
  const rows = createMemo(() => observedRows(document.scenario().observed, predicted()))
  const table = () => observedData(props.outputs.subject(), rows(), props.outputs.notes())
  const error = (value: number | null | undefined) =>
    value == null ? <span class="quiet">beyond it</span> : fineChange(value)
  return (
    <Show when={rows().length > 0}>
      <section class="table-card" aria-label="Observed points" tabindex="0">
        <CardHead title="Observed points">
          <TableExport outputs={props.outputs} name="the observed points" table={table} />
        </CardHead>
        <table class="readings observed-table">
          <caption class="for-screen-readers">
            Observed points with their source, and how far the prediction is above or below at the same speed and at the
            same cost
          </caption>
          <TableHead
            cells={[
              'Observed',
              numberHead('tok/s', 'one user'),
              numberHead('$/M', 'tokens'),
              'Nearest prediction',
              numberHead('its cost', 'at this speed'),
              numberHead('its speed', 'at this cost'),
              'Source',
            ]}
          />
          <tbody>
            <For each={rows()}>
              {({ set, markerIndex, point, cost, nearest, predictedBy }) => (
                <tr>
                  <th scope="row">
                    <MarkerSwatch style={observedMarker(props.palette, markerIndex)} hollow /> {point.name}
                  </th>
                  <td class="number">{threeSignificant(point.tokensPerSecond)}</td>
                  <td class="number">{cost === null ? <span class="quiet">no price</span> : usd(cost)}</td>
                  <td>{predictedBy ?? <span class="quiet">none reaches it</span>}</td>
                  <td class="number">{error(nearest?.costError)}</td>
                  <td class="number">{error(nearest?.speedError)}</td>
                  <td class="quiet observed-source" title={[set.source, set.date].filter(Boolean).join(' · ')}>
                    {set.name}
                    {set.date === '' ? '' : `, ${set.date}`}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </Show>
  )
}
