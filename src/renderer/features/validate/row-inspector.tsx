import PanelRightClose from 'lucide-solid/icons/panel-right-close'
import { For, Show, type JSX } from 'solid-js'
import { STANDARD_TERMS } from '../../../shared/model/standard/standard-pass.ts'
import { duration, percent } from '../../../shared/report/format.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import type { ValidatedRow } from '../../../shared/validation/validation-report.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Panels } from '../workspace/create-panels.ts'
import type { Validate } from './create-validate.ts'
import { signedPercentText } from './percent-text.ts'

/** The panel beside the measurements: one row, what its predicted time is made of, and where it is from. */
export function RowInspector(props: {
  readonly validate: Validate
  readonly panels: Panels
  readonly palette: Palette
}): JSX.Element {
  return (
    <Show when={props.panels.inspector()}>
      <aside class="inspector" aria-label="Measurement">
        <div class="inspector-head split-head">
          <p class="section-label">Measurement</p>
          <IconButton label="Hide inspector" onClick={() => props.panels.setInspector(false)}>
            <PanelRightClose size={15} aria-hidden="true" />
          </IconButton>
        </div>
        <Show
          when={props.validate.selectedRow()}
          fallback={
            <p class="inspector-empty">
              Choose a dot or a row to see what its predicted time is made of and where the measurement is from.
            </p>
          }
        >
          {(row) => <OneRow row={row()} palette={props.palette} />}
        </Show>
      </aside>
    </Show>
  )
}

function OneRow(props: { readonly row: ValidatedRow; readonly palette: Palette }): JSX.Element {
  return (
    <div class="inspector-body" data-testid="measurement">
      <div class="headlines">
        <p>
          <span class="headline">{duration(props.row.measuredSeconds)}</span>
          <span class="headline-unit">measured</span>
        </p>
        <p>
          <span class="headline">{duration(props.row.predictedSeconds)}</span>
          <span class="headline-unit">predicted, {signedPercentText(props.row.error)}</span>
        </p>
      </div>
      <Show when={props.row.breakdown}>
        {(breakdown) => <Breakdown breakdown={breakdown()} palette={props.palette} />}
      </Show>
      <p class="section-label">Setup</p>
      <dl class="facts row-facts">
        <For each={Object.entries(props.row.facts)}>
          {([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          )}
        </For>
        <Show when={props.row.groups['Prefill']}>
          <dt>Prefill</dt>
          <dd>{props.row.groups['Prefill']}</dd>
        </Show>
        <Show when={props.row.groups['Regime']}>
          <dt>Regime</dt>
          <dd>{props.row.groups['Regime']}</dd>
        </Show>
      </dl>
      <p class="section-label">Source</p>
      <p class="source">{props.row.source === '' ? 'not given' : props.row.source}</p>
    </div>
  )
}

function Breakdown(props: {
  readonly breakdown: Readonly<Record<string, number>>
  readonly palette: Palette
}): JSX.Element {
  const parts = () =>
    STANDARD_TERMS.map(({ id, label }) => ({
      label,
      seconds: props.breakdown[id] ?? 0,
      colour: props.palette.terms[id],
    })).filter(({ seconds }) => seconds > 0)
  const total = () => parts().reduce((sum, { seconds }) => sum + seconds, 0)
  return (
    <section aria-label="Predicted time by term">
      <p class="section-label">Where {duration(total())} per token go</p>
      <div class="bar" aria-hidden="true">
        <For each={parts()}>
          {({ seconds, colour }) => (
            <span class="bar-part" style={{ width: `${(100 * seconds) / total()}%`, 'background-color': colour }} />
          )}
        </For>
      </div>
      <table class="parts">
        <tbody>
          <For each={parts().toSorted((a, b) => b.seconds - a.seconds)}>
            {({ label, seconds, colour }) => (
              <tr>
                <th scope="row">
                  <span class="key" style={{ 'background-color': colour }} />
                  {label}
                </th>
                <td class="number strong">{duration(seconds)}</td>
                <td class="number quiet">{percent(seconds / total())}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
