import { For, type JSX } from 'solid-js'
import { ownedCostSchema } from '../../../shared/catalog/owned-cost.ts'
import { parsedEntry } from '../../../shared/catalog/finding.ts'
import type { QuestionInputs } from '../../../shared/questions/question-list.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { OwnedArithmetic } from '../accelerators/owned-arithmetic.tsx'

type Owned = QuestionInputs<'own-rent-api'>['owned']

const FIELDS: readonly { readonly key: keyof Owned; readonly label: string; readonly unit: string }[] = [
  { key: 'purchaseUsd', label: 'Purchase price', unit: 'USD per GPU, server included' },
  { key: 'amortisationYears', label: 'Amortised over', unit: 'years' },
  { key: 'watts', label: 'Power of a GPU', unit: 'W, with its part of the server' },
  { key: 'pue', label: 'PUE', unit: 'power of the site for each watt' },
  { key: 'usdPerKWh', label: 'Price of power', unit: 'USD per kWh' },
  { key: 'otherUsdPerYear', label: 'Other costs', unit: 'USD per GPU and year' },
]

/** What a GPU costs its owner, and the arithmetic at a utilisation. */
export function OwnedFields(props: {
  readonly owned: Owned
  readonly utilisation: number
  readonly onChange: (owned: Owned) => void
}): JSX.Element {
  const cost = () => ({ ...props.owned, utilisation: props.utilisation })
  const problem = (key: keyof Owned) => (value: number | null) =>
    value === null
      ? 'a number'
      : (parsedEntry(ownedCostSchema, { ...cost(), [key]: value }).findings[0]?.message ?? null)
  return (
    <Disclosure title="Own GPUs" note={`$${props.owned.purchaseUsd.toLocaleString('en-US')} each`}>
      <div class="editor question-more">
        <For each={FIELDS}>
          {({ key, label, unit }) => (
            <NumberField
              label={label}
              unit={unit}
              value={props.owned[key]}
              problem={problem(key)}
              onChange={(value) => props.onChange({ ...props.owned, [key]: value ?? props.owned[key] })}
            />
          )}
        </For>
        <OwnedArithmetic cost={cost()} />
      </div>
    </Disclosure>
  )
}
