import { Show, type JSX } from 'solid-js'
import { ageOfPrice } from '../../../shared/catalog/price-age.ts'
import { threeSignificant, usd } from '../../../shared/report/format.ts'
import { Choice } from '../../ui/choice.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { OwnedArithmetic } from '../accelerators/owned-arithmetic.tsx'
import { thisMonth } from '../catalog/this-month.ts'
import type { EditorPart } from './editor-part.ts'
import { positiveOrEmpty } from './number-problems.ts'

const OWN = 'own'

/** The price of a GPU-hour: one of the catalog's, each with its kind and date, or the person's own. */
export function PriceFields(props: EditorPart): JSX.Element {
  const listPrice = () => props.names.price(props.series.accelerator)
  const known = () => props.names.knownPrices(props.series.accelerator)
  /** The list price is no price of the series' own, so that it follows the catalog. */
  const idOf = (usdPerGpuHour: number | null) => String(usdPerGpuHour ?? listPrice() ?? OWN)
  const options = () => {
    const listed = known().map(({ usdPerGpuHour, note }, at) => ({
      id: at === 0 ? idOf(null) : `${usdPerGpuHour} ${note}`,
      label: usd(usdPerGpuHour),
      note,
    }))
    const isListed = listed.some(({ note }) => note === props.names.priceNote(props.series))
    return isListed ? listed : [{ id: OWN, label: 'own price', note: '' }, ...listed]
  }
  const chosen = () => known().find(({ note }) => note === props.names.priceNote(props.series))
  const age = () => ageOfPrice(chosen()?.asOf ?? null, thisMonth())
  const value = () => options().find(({ note }) => note === props.names.priceNote(props.series))?.id ?? OWN
  return (
    <div class="field">
      <NumberField
        label="Price"
        unit="USD per GPU-hour"
        value={props.series.usdPerGpuHour}
        fallback={listPrice()}
        slider={{ least: 0.1, most: 20 }}
        placeholder={listPrice() === null ? 'needed' : threeSignificant(listPrice()!)}
        note={`${props.series.usdPerGpuHour === null ? 'List price: ' : ''}${props.names.priceNote(props.series)}${age() === null ? '' : `, ${age()}`}`}
        problem={(price) =>
          price === null && listPrice() === null
            ? 'the catalog has no price for this accelerator; give one'
            : positiveOrEmpty('a price above 0')(price)
        }
        onChange={(usdPerGpuHour) => props.onChange({ usdPerGpuHour })}
      />
      <Show when={known().length > 1}>
        <Choice
          label="Prices in the catalog"
          options={options()}
          value={value()}
          onChange={(id) => {
            if (id !== OWN) props.onChange({ usdPerGpuHour: id === idOf(null) ? null : Number(id.split(' ')[0]) })
          }}
        />
      </Show>
      <Show when={chosen()?.owned}>
        {(owned) => (
          <Disclosure title="Arithmetic of this price">
            <OwnedArithmetic cost={owned()} />
          </Disclosure>
        )}
      </Show>
    </div>
  )
}
