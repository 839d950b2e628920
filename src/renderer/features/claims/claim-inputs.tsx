import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { numberWanted, type ClaimField, type ClaimInput, type Range } from '../../../shared/claims/claim-fields.ts'
import type { RulesId } from '../../../shared/model/rules.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Picker } from '../../ui/picker.tsx'
import { wholeWithin, within } from '../series-editor/number-problems.ts'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import type { Claims } from './create-claims.ts'

/** Every input of the claim that is looked at, to be changed; the claim follows at once. */
export function ClaimInputsForm(props: { readonly claims: Claims; readonly names: CatalogNames }): JSX.Element {
  const { claims } = props
  const id = () => claims.selected().id
  const rules = () => (claims.inputsOf(id())['rules'] ?? 'paper') as RulesId
  return (
    <section class="claim-inputs" aria-label="Inputs">
      <For each={Object.entries(claims.selected().fields)}>
        {([name, field]) => (
          <Input
            field={field}
            value={claims.inputsOf(id())[name] ?? field.initial}
            rules={rules()}
            names={props.names}
            onChange={(value) => claims.setInput(id(), name, value)}
          />
        )}
      </For>
      <Show when={claims.isChanged(id())}>
        <button type="button" class="button claim-reset" onClick={() => claims.reset(id())}>
          Back to the paper's inputs
        </button>
      </Show>
    </section>
  )
}

interface InputProps<F extends ClaimField> {
  readonly field: F
  readonly value: ClaimInput
  readonly rules: RulesId
  readonly names: CatalogNames
  readonly onChange: (value: ClaimInput) => void
}

type Of<K extends ClaimField['kind']> = Extract<ClaimField, { readonly kind: K }>

function Input(props: InputProps<ClaimField>): JSX.Element {
  const as = <K extends ClaimField['kind']>(...kinds: readonly K[]): Of<K> | false =>
    kinds.some((kind) => kind === props.field.kind) && (props.field as Of<K>)
  return (
    <Switch>
      <Match when={as('model', 'accelerator')}>
        {(field) => (
          <Picker
            label={field().label}
            groups={(field().kind === 'model' ? props.names.modelGroups : props.names.acceleratorGroups)[props.rules]}
            value={props.value as string}
            onChange={props.onChange}
          />
        )}
      </Match>
      <Match when={as('choice')}>
        {(field) => (
          <ChoiceField
            label={field().label}
            options={field().options}
            value={props.value as string}
            onChange={props.onChange}
          />
        )}
      </Match>
      <Match when={as('number')}>
        {(field) => (
          <NumberField
            label={field().label}
            unit={field().unit}
            value={props.value as number}
            problem={(field().whole ? wholeWithin : within)(field().least, field().most, numberWanted(field()), false)}
            onChange={(value) => {
              if (value !== null) props.onChange(value)
            }}
          />
        )}
      </Match>
      <Match when={as('range')}>
        {(field) => <RangeInput field={field()} value={props.value as Range} onChange={props.onChange} />}
      </Match>
    </Switch>
  )
}

/** Two ends, each a number of its own. */
function RangeInput(props: {
  readonly field: Of<'range'>
  readonly value: Range
  readonly onChange: (value: Range) => void
}): JSX.Element {
  const wanted = () => numberWanted({ ...props.field, whole: false })
  const problem = (value: number | null, isRange: (end: number) => boolean, beyond: string) =>
    within(props.field.least, props.field.most, wanted(), false)(value) ?? (isRange(value!) ? null : beyond)
  return (
    <fieldset class="claim-range">
      <legend class="for-screen-readers">{props.field.label}</legend>
      <NumberField
        label={`${props.field.label}, from`}
        unit={props.field.unit}
        value={props.value.from}
        problem={(value) => problem(value, (from) => from < props.value.to, `below ${props.value.to}`)}
        onChange={(from) => {
          if (from !== null) props.onChange({ ...props.value, from })
        }}
      />
      <NumberField
        label={`${props.field.label}, to`}
        unit={props.field.unit}
        value={props.value.to}
        problem={(value) => problem(value, (to) => to > props.value.from, `above ${props.value.from}`)}
        onChange={(to) => {
          if (to !== null) props.onChange({ ...props.value, to })
        }}
      />
    </fieldset>
  )
}
