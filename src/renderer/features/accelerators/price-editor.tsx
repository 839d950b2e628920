import { For, Show, type JSX } from 'solid-js'
import { ownedCostSchema, ownedUsdPerHour } from '../../../shared/catalog/owned-cost.ts'
import { PRICE_KIND_NAMES, PRICE_KINDS, priceKind } from '../../../shared/catalog/price-kind.ts'
import { parsedEntry } from '../../../shared/catalog/finding.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ChoiceLine } from '../catalog/choice-line.tsx'
import type { EntryDraft } from '../catalog/create-entry-draft.ts'
import { EntryNumber, EntryText } from '../catalog/entry-fields.tsx'
import { monthText, thisMonth } from '../catalog/this-month.ts'
import { OwnedArithmetic } from './owned-arithmetic.tsx'

/** Usual figures to begin with; all but the purchase price, which is the person's to give. */
const ownedStart = (watts: unknown) => ({
  purchaseUsd: null,
  amortisationYears: 4,
  utilisation: 0.8,
  watts: typeof watts === 'number' ? watts : null,
  pue: 1.3,
  usdPerKWh: 0.1,
  otherUsdPerYear: 0,
})

const OWNED_FIELDS: readonly { readonly path: string; readonly label: string; readonly unit: string }[] = [
  { path: 'purchaseUsd', label: 'Purchase price', unit: 'USD per GPU, server included' },
  { path: 'amortisationYears', label: 'Amortised over', unit: 'years' },
  { path: 'utilisation', label: 'Utilisation', unit: 'of 1, share of hours in use' },
  { path: 'watts', label: 'Power of a GPU', unit: 'W, with its part of the server' },
  { path: 'pue', label: 'PUE', unit: 'power of the site for each watt' },
  { path: 'usdPerKWh', label: 'Price of power', unit: 'USD per kWh' },
  { path: 'otherUsdPerYear', label: 'Other costs', unit: 'USD per GPU and year' },
]

/** One price of an entry: what it is, of when, from where; one that is owned is worked out. */
function PriceForm<E>(props: {
  readonly draft: EntryDraft<E>
  /** Where the price is in the entry: "priceUsdPerHour" or "otherPrices.0". */
  readonly path: string
  readonly sourcePath: string
  readonly title: string
  readonly children?: JSX.Element
}): JSX.Element {
  const at = (field: string) => props.draft.at(`${props.path}.${field}`)
  const set = (field: string, value: unknown) => props.draft.set(`${props.path}.${field}`, value)
  const words = () => (typeof at('kind') === 'string' ? (at('kind') as string) : '')
  const options = () => [
    ...(words() === '' || Object.values(PRICE_KIND_NAMES).includes(words()) ? [] : [{ id: words(), label: words() }]),
    ...PRICE_KINDS.map((kind) => ({ id: PRICE_KIND_NAMES[kind], label: PRICE_KIND_NAMES[kind] })),
  ]
  const owned = () => parsedEntry(ownedCostSchema, at('owned')).entry
  const setOwned = (field: string, value: unknown) => {
    set(`owned.${field}`, value)
    const cost = owned()
    if (cost !== null) set('value', Number(ownedUsdPerHour(cost).toFixed(4)))
  }
  const owner: EntryDraft<E> = { ...props.draft, set: (path, value) => setOwned(path.split('.').at(-1)!, value) }
  return (
    <fieldset class="price-form">
      <legend class="strong">{props.title}</legend>
      <ChoiceLine
        label="Kind"
        options={options()}
        value={words() === '' ? PRICE_KIND_NAMES['on-demand'] : words()}
        onChange={(kind) => {
          set('kind', kind)
          set('asOf', monthText(thisMonth()))
          set(
            'owned',
            priceKind(kind) === 'owned' ? (at('owned') ?? ownedStart(props.draft.at('tdpWatts'))) : undefined,
          )
        }}
      />
      <Show when={at('owned') !== undefined}>
        <div class="nested">
          <For each={OWNED_FIELDS}>
            {({ path, label, unit }) => (
              <EntryNumber
                draft={owner}
                figure={{ path: `${props.path}.owned.${path}`, label, unit, perUnit: 1, empty: 'needed' }}
              />
            )}
          </For>
          <Show when={owned()}>{(cost) => <OwnedArithmetic cost={cost()} />}</Show>
        </div>
      </Show>
      <div class="form-pair">
        <Show when={at('owned') === undefined}>
          <EntryNumber
            draft={{
              ...props.draft,
              set: (path, value) => {
                props.draft.set(path, value)
                if (at('kind') == null) set('kind', PRICE_KIND_NAMES['on-demand'])
                set('asOf', monthText(thisMonth()))
              },
            }}
            figure={{
              path: `${props.path}.value`,
              label: 'Price',
              unit: 'USD/GPU-h',
              perUnit: 1,
              empty: props.path === 'priceUsdPerHour' ? 'null' : 'needed',
            }}
          />
        </Show>
        <EntryText
          draft={props.draft}
          path={`${props.path}.asOf`}
          label="Price of"
          note="year and month, like 2026-11"
        />
      </div>
      <EntryText
        draft={props.draft}
        path={props.sourcePath}
        label="Source"
        placeholder="contract, invoice, address"
        optional
      />
      {props.children}
    </fieldset>
  )
}

/** The prices of an entry as its maker describes it: the list price, and any others that a series may choose. */
export function PriceEditor<E>(props: { readonly draft: EntryDraft<E> }): JSX.Element {
  const others = () => props.draft.at('otherPrices') as readonly unknown[]
  const setOthers = (next: readonly unknown[]) => props.draft.set('otherPrices', next)
  const makeList = (at: number) => {
    const { source, ...price } = others()[at] as { readonly source?: unknown }
    const { draft } = props
    const before = draft.at('priceUsdPerHour') as { readonly value: number | null }
    const beforeSource = draft.at('sources.priceUsdPerHour')
    const kept =
      before.value === null ? [] : [{ ...before, ...(beforeSource === undefined ? {} : { source: beforeSource }) }]
    setOthers(others().toSpliced(at, 1, ...kept))
    draft.set('priceUsdPerHour', price)
    draft.set('sources.priceUsdPerHour', source)
  }
  return (
    <section class="form-section" aria-label="Prices">
      <p class="section-label">Prices</p>
      <PriceForm
        draft={props.draft}
        path="priceUsdPerHour"
        sourcePath="sources.priceUsdPerHour"
        title="List price, which series have by themselves"
      />
      <Disclosure title="Other prices" note={others().length === 0 ? 'none' : String(others().length)}>
        <For each={others().map((_, at) => at)}>
          {(at) => (
            <PriceForm
              draft={props.draft}
              path={`otherPrices.${at}`}
              sourcePath={`otherPrices.${at}.source`}
              title={`Other price ${at + 1}`}
            >
              <div class="form-actions">
                <button type="button" class="text-button" onClick={() => makeList(at)}>
                  Make it the list price
                </button>
                <button type="button" class="text-button" onClick={() => setOthers(others().toSpliced(at, 1))}>
                  Remove
                </button>
              </div>
            </PriceForm>
          )}
        </For>
        <button
          type="button"
          class="button"
          onClick={() =>
            setOthers([...others(), { value: null, kind: PRICE_KIND_NAMES['on-demand'], asOf: monthText(thisMonth()) }])
          }
        >
          Add a price
        </button>
      </Disclosure>
    </section>
  )
}
