import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { inputInWords, inputValue } from '../../../shared/report/series-inputs.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'
import { Choice } from '../../ui/choice.tsx'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import { familyOf, isNumber, variableInputs, type TriedValue } from './vary.ts'
import { VariedNumbers } from './varied-numbers.tsx'
import { VariedChoices } from './varied-choices.tsx'

/** A family of series: one input varied over a list or a range, the names seen before they are added. */
export function VaryDialog(props: {
  readonly series: Series
  /** How many series the comparison can still take. */
  readonly room: number
  readonly names: CatalogNames
  readonly onAdd: (family: readonly Series[], says: string) => void
  readonly onClose: () => void
}): JSX.Element {
  const inputs = () => variableInputs(props.series)
  const [dialog, setDialog] = createSignal<HTMLElement>()
  const [path, setPath] = createSignal('contextTokens')
  const [values, setValues] = createSignal<readonly TriedValue[]>([])
  const input = () => inputs().find((candidate) => candidate.path === path()) ?? inputs()[0]!
  const now = () => {
    const value = inputValue(props.series, input())
    if (path() === 'accelerator') return props.names.accelerator(String(value))
    return path() === 'model' ? props.names.model(String(value)) : inputInWords(input(), value)
  }
  const family = createMemo(() => familyOf(props.series, input(), values()))
  const made = () => family().flatMap(({ series, same }) => (series === null || same ? [] : [series]))
  const ready = () => made().length > 0 && made().length <= props.room && family().every(({ problem }) => !problem)
  const choose = (next: string) => {
    setValues([])
    setPath(next)
  }
  return (
    <DialogFrame title={`Vary one input of ${props.series.name}`} onClose={() => props.onClose()} ref={setDialog}>
      <div class="vary">
        <div class="vary-inputs">
          <Choice
            label="Input"
            options={inputs().map(({ path: id, label }) => ({ id, label }))}
            value={input().path}
            mount={dialog()}
            onChange={choose}
          />
          <p class="field-note">Now {now()}.</p>
          <Show when={input()} keyed>
            {(varied) => (
              <Show
                when={isNumber(varied)}
                fallback={
                  <VariedChoices input={varied} series={props.series} names={props.names} onChange={setValues} />
                }
              >
                <VariedNumbers input={varied} onChange={setValues} />
              </Show>
            )}
          </Show>
        </div>
        <section class="vary-preview" aria-label="Series to be added" aria-live="polite">
          <h3 class="section-label">{family().length === 0 ? 'Series to be added' : `${made().length} to be added`}</h3>
          <Show when={family().length > 0} fallback={<p class="quiet">Give values to see the series they make.</p>}>
            <ol class="vary-names">
              <For each={family()}>
                {(member) => (
                  <li classList={{ quiet: member.same }}>
                    {member.name}
                    <Show when={member.same}> – there already</Show>
                    <Show when={member.problem}>
                      <span class="field-problem"> {member.problem}</span>
                    </Show>
                  </li>
                )}
              </For>
            </ol>
          </Show>
          <Show when={made().length > props.room}>
            <p class="field-problem">The comparison has room for {props.room} more.</p>
          </Show>
        </section>
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick={() => props.onClose()}>
          Cancel
        </button>
        <button
          type="button"
          class="button primary"
          disabled={!ready()}
          onClick={() => props.onAdd(made(), `Vary ${input().label} of ${props.series.name}`)}
        >
          {made().length === 0 ? 'Add series' : `Add ${made().length} series`}
        </button>
      </footer>
    </DialogFrame>
  )
}
