import { For, Show, type JSX } from 'solid-js'
import type { AcceleratorEntry } from '../../../shared/catalog/accelerator-entry.ts'
import { knownPrices } from '../../../shared/catalog/known-prices.ts'
import { isStale, priceAge } from '../../../shared/catalog/price-age.ts'
import { provenanceOf } from '../../../shared/catalog/provenance.ts'
import { usd } from '../../../shared/report/format.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Sources } from '../catalog/sourced-figures.tsx'
import { thisMonth } from '../catalog/this-month.ts'
import { OwnedArithmetic } from './owned-arithmetic.tsx'

const KINDS = {
  'on-demand': 'on demand',
  reserved: 'reserved',
  marketplace: 'spot or marketplace',
  owned: 'owned',
  other: 'other',
} as const

/** Every price of an entry with its kind, age and source; the first is the one that series have by themselves. */
export function PriceList(props: { readonly entry: AcceleratorEntry }): JSX.Element {
  const prices = () => knownPrices(props.entry)
  return (
    <section aria-label="Prices">
      <p class="section-label">Prices per GPU-hour</p>
      <Show when={prices().length > 0} fallback={<p class="quiet">No price is known.</p>}>
        <ul class="prices">
          <For each={prices()}>
            {(price, at) => (
              <li>
                <p class="price-line">
                  <span class="strong">{usd(price.usdPerGpuHour)}</span>
                  <span class="badge">{KINDS[price.kind]}</span>
                  <Show when={at() === 0}>
                    <span class="badge accent">list price</span>
                  </Show>
                </p>
                <p class="small">
                  {price.what},{' '}
                  <span classList={{ worse: isStale(price.asOf, thisMonth()) }}>
                    {priceAge(price.asOf, thisMonth())}
                  </span>
                </p>
                <Show
                  when={at() === 0}
                  fallback={<For each={price.sources}>{(source) => <p class="provenance-source">{source}</p>}</For>}
                >
                  <Sources provenance={{ ...provenanceOf(props.entry, 'priceUsdPerHour'), date: price.asOf }} />
                </Show>
                <Show when={price.owned}>
                  {(owned) => (
                    <Disclosure title="Arithmetic">
                      <OwnedArithmetic cost={owned()} />
                    </Disclosure>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
