import { For, type JSX } from 'solid-js'
import { MOST_ACCELERATORS } from '../../../shared/questions/question-list.ts'
import type { RulesId } from '../../../shared/model/rules.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import type { CatalogNames } from '../workspace/catalog-names.ts'

/** Which accelerators take part: each by a box to tick, those that a rule set does not cover out of reach. */
export function AcceleratorChecks(props: {
  readonly names: CatalogNames
  readonly rules: RulesId
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}): JSX.Element {
  const isChosen = (id: string) => props.chosen.includes(id)
  const tick = (id: string, on: boolean) =>
    props.onChange(on ? [...props.chosen, id] : props.chosen.filter((other) => other !== id))
  return (
    <Disclosure title="Accelerators" note={`${props.chosen.length} chosen`}>
      <For each={props.names.acceleratorGroups[props.rules]}>
        {(group) => (
          <fieldset class="accelerator-checks">
            <legend class="field-label">{group.label}</legend>
            <For each={group.options}>
              {(option) => (
                <label class="accelerator-check">
                  <input
                    type="checkbox"
                    checked={isChosen(option.id)}
                    disabled={
                      (option.disabled && !isChosen(option.id)) ||
                      (isChosen(option.id) ? props.chosen.length === 1 : props.chosen.length >= MOST_ACCELERATORS)
                    }
                    onChange={(event) => tick(option.id, event.currentTarget.checked)}
                  />
                  <span>{option.label}</span>
                </label>
              )}
            </For>
          </fieldset>
        )}
      </For>
    </Disclosure>
  )
}
