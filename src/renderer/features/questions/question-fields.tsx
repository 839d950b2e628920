import { For, Match, Switch, type JSX } from 'solid-js'
import { priceChoiceName } from '../../../shared/questions/price-of-choice.ts'
import {
  PRICE_CHOICES,
  type PriceChoice,
  type QuestionId,
  type QuestionInputs,
} from '../../../shared/questions/question-list.ts'
import { Choice } from '../../ui/choice.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Picker } from '../../ui/picker.tsx'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import { AcceleratorChecks } from './accelerator-checks.tsx'
import type { Questions } from './create-questions.ts'
import { DeploymentFields } from './deployment-fields.tsx'
import { OwnedFields } from './owned-fields.tsx'
import { QUESTION_NUMBERS, type QuestionNumber } from './question-numbers.ts'

const PRICES = PRICE_CHOICES.map((id) => ({
  id,
  label: `${priceChoiceName(id)}${id === 'list' ? ', of several kinds' : ''}`,
}))

const RENT_PAID = [
  { id: 'always', label: 'every hour' },
  { id: 'in-use', label: 'hours in use' },
] as const

interface Part {
  readonly questions: Questions
  readonly names: CatalogNames
}

/** What a question is asked with: its own figures first, then the deployment it is about. */
export function QuestionFields(props: Part & { readonly id: QuestionId }): JSX.Element {
  const inputs = (): QuestionInputs => props.questions.inputs(props.id)
  const change = (patch: Partial<QuestionInputs>) => props.questions.change(props.id, patch)
  const numbers = () => QUESTION_NUMBERS[props.id] as readonly QuestionNumber<QuestionId>[]
  const valueOf = ({ key }: QuestionNumber<QuestionId>) => inputs()[key]
  return (
    <form
      class="editor question-fields"
      aria-label="Inputs of the question"
      onSubmit={(event) => event.preventDefault()}
    >
      <For each={numbers()}>
        {(number) => (
          <NumberField
            label={number.label}
            unit={number.unit}
            value={valueOf(number)}
            slider={number.slider}
            problem={(value) => number.problem(inputs())(value)}
            onChange={(value) => change({ [number.key]: value ?? valueOf(number) })}
          />
        )}
      </For>
      <OwnFields {...props} />
      <p class="section-label">{props.id === 'model-size' ? 'Family and deployment' : 'Deployment'}</p>
      <DeploymentFields
        series={inputs().deployment}
        names={props.names}
        withAccelerator={props.id !== 'cheapest-accelerator'}
        onChange={(deployment) => change({ deployment })}
      />
    </form>
  )
}

/** What only one of the questions asks for. */
function OwnFields(props: Part & { readonly id: QuestionId }): JSX.Element {
  const { questions } = props
  const cheapest = () => questions.inputs('cheapest-accelerator')
  const paying = () => questions.inputs('own-rent-api')
  const breaking = () => questions.inputs('break-even-price')
  return (
    <Switch>
      <Match when={props.id === 'break-even-price'}>
        <Picker
          label="Accelerator whose price is asked for"
          groups={props.names.acceleratorGroups[breaking().deployment.rules]}
          value={breaking().other}
          onChange={(other) => questions.change('break-even-price', { other })}
        />
      </Match>
      <Match when={props.id === 'cheapest-accelerator'}>
        <div class="field">
          <Choice
            label="Prices"
            options={PRICES}
            value={cheapest().prices}
            onChange={(prices) => questions.change('cheapest-accelerator', { prices: prices as PriceChoice })}
          />
        </div>
        <AcceleratorChecks
          names={props.names}
          rules={cheapest().deployment.rules}
          chosen={cheapest().accelerators}
          onChange={(accelerators) => questions.change('cheapest-accelerator', { accelerators: [...accelerators] })}
        />
      </Match>
      <Match when={props.id === 'own-rent-api'}>
        <ChoiceField
          label="Rent is paid for"
          options={RENT_PAID}
          value={paying().rentPaid}
          onChange={(rentPaid) => questions.change('own-rent-api', { rentPaid })}
        />
        <OwnedFields
          owned={paying().owned}
          utilisation={paying().utilisationPercent / 100}
          onChange={(owned) => questions.change('own-rent-api', { owned })}
        />
      </Match>
    </Switch>
  )
}
