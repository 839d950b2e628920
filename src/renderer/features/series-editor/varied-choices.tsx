import { createSignal, For, Show, type JSX } from 'solid-js'
import type { SeriesInput } from '../../../shared/report/series-inputs.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'
import { Check } from '../../ui/check.tsx'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import { valueChoices, type ValueChoice } from './value-choices.ts'
import type { TriedValue } from './vary.ts'

/** More than these are found by typing. */
const MANY = 8

/** Values to be tried, ticked in a list. */
export function VariedChoices(props: {
  readonly input: SeriesInput
  readonly series: Series
  readonly names: CatalogNames
  readonly onChange: (values: readonly TriedValue[]) => void
}): JSX.Element {
  const [chosen, setChosen] = createSignal<readonly ValueChoice[]>([])
  const [sought, setSought] = createSignal('')
  const choices = () => valueChoices(props.input, props.series, props.names)
  const found = () => choices().filter(({ label }) => label.toLowerCase().includes(sought().trim().toLowerCase()))
  const tick = (choice: ValueChoice, on: boolean) => {
    setChosen((before) => (on ? [...before, choice] : before.filter(({ value }) => value !== choice.value)))
    props.onChange(chosen().map(({ value, label }) => ({ value, words: label })))
  }
  return (
    <>
      <Show when={choices().length > MANY}>
        <div class="control">
          <input
            class="control-input"
            aria-label="Find values"
            placeholder="Find"
            value={sought()}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        </div>
      </Show>
      <fieldset class="checks vary-choices">
        <legend class="for-screen-readers">Values</legend>
        <For each={found()} fallback={<p class="quiet">Nothing is called so.</p>}>
          {(choice) => (
            <Check
              label={choice.label}
              note={choice.note}
              checked={chosen().some(({ value }) => value === choice.value)}
              onChange={(on) => tick(choice, on)}
            />
          )}
        </For>
      </fieldset>
    </>
  )
}
