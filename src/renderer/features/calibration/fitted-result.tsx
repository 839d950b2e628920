import { createSignal, For, Show, type JSX } from 'solid-js'
import { amount, fineChange, percent, threeSignificant } from '../../../shared/report/format.ts'
import type { Calibration, FittedValue } from '../../../shared/validation/calibration/calibration.ts'
import { monthText, thisMonth } from '../catalog/this-month.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { numberHeads, TableHead } from '../../ui/table-head.tsx'

const SETS = ['physics', 'calibrated', 'fitted'] as const

const inUnit = ({ perUnit }: FittedValue, value: number): string => threeSignificant(value / perUnit)

const intervalText = (value: FittedValue): string =>
  value.interval === null ? '–' : value.interval.map((end) => inUnit(value, end)).join(' to ')

/** Where the set is from, for its notes. */
const notesOf = ({ rows, groups, groupedBy }: Calibration, sourceName: string): string =>
  `Fitted in ${monthText(thisMonth())} to ${amount(rows)} rows of ${sourceName}; intervals from ${groups} fits without ${groupedBy === 'source' ? 'one source, model and accelerator' : 'a part of the rows'} each.`

/** What came of a fit: the constants with their intervals beside the app's, the errors before and after, and how it is kept. */
export function FittedResult(props: {
  readonly calibration: Calibration
  readonly isKept: boolean
  readonly sourceName: string
  readonly onKeep: (name: string, notes: string) => void
  readonly onAgain: () => void
}): JSX.Element {
  const [name, setName] = createSignal(`Fitted to ${props.sourceName}`.slice(0, 100))
  const [notes, setNotes] = createSignal(notesOf(props.calibration, props.sourceName))
  return (
    <div class="calibration-form" data-testid="fitted">
      <table class="calibration-table" aria-label="Fitted constants">
        <TableHead cells={['Constant', ...numberHeads('physics', 'calibrated', 'fitted', '90 % interval'), 'Unit']} />
        <tbody>
          <For each={props.calibration.constants}>
            {(value) => (
              <tr>
                <th scope="row">
                  {value.label}
                  <Show when={value.note}>{(note) => <span class="calibration-note">{note()}</span>}</Show>
                </th>
                <td class="number">{inUnit(value, value.physics)}</td>
                <td class="number">{inUnit(value, value.calibrated)}</td>
                <td class="number strong">{inUnit(value, value.value)}</td>
                <td class="number">{intervalText(value)}</td>
                <td>{value.unit}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <table class="calibration-table" aria-label="Errors before and after">
        <TableHead
          cells={[
            `On ${amount(props.calibration.rows)} rows`,
            ...numberHeads('mean error', 'median', 'bias', 'within 20 %'),
          ]}
        />
        <tbody>
          <For each={SETS}>
            {(set) => {
              const summary = () => props.calibration[set]
              return (
                <tr>
                  <th scope="row">{set}</th>
                  <td class="number strong">{percent(summary().meanAbsoluteError)}</td>
                  <td class="number">{percent(summary().medianAbsoluteError)}</td>
                  <td class="number">{fineChange(summary().bias)}</td>
                  <td class="number">{percent(summary().within20Percent)}</td>
                </tr>
              )
            }}
          </For>
        </tbody>
      </table>
      <p class="quiet small">
        The chart and rows behind this dialog show “fitted” now. These are the errors on the rows it was fitted to: on
        other rows expect more.
      </p>
      <Show
        when={!props.isKept}
        fallback={<p role="status">Kept. Series under the standard rules can choose it as their constants.</p>}
      >
        <form
          class="calibration-keep"
          onSubmit={(event) => {
            event.preventDefault()
            props.onKeep(name().trim(), notes())
          }}
        >
          <TextField label="Name of the set" value={name()} onChange={setName} />
          <TextArea label="Notes" value={notes()} placeholder="where it is from" most={5000} onChange={setNotes} />
          <div class="form-actions">
            <button type="button" class="button" onClick={() => props.onAgain()}>
              Fit again
            </button>
            <button type="submit" class="button primary" disabled={name().trim() === ''}>
              Keep as a named set
            </button>
          </div>
        </form>
      </Show>
    </div>
  )
}
