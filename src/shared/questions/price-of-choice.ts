import type { AcceleratorEntry } from '../catalog/accelerator-entry.ts'
import { knownPrices, type KnownPrice } from '../catalog/known-prices.ts'
import { PRICE_KIND_NAMES } from '../catalog/price-kind.ts'
import type { PriceChoice } from './question-list.ts'

/** What prices of a choice are called: "list", "reserved". */
export const priceChoiceName = (choice: PriceChoice): string => (choice === 'list' ? 'list' : PRICE_KIND_NAMES[choice])

/** The newest price of a kind that an entry has, of those of one date the lowest; its list price where no kind is chosen. */
export function priceOfChoice(entry: AcceleratorEntry, choice: PriceChoice): KnownPrice | null {
  const known = knownPrices(entry)
  if (choice === 'list') return known[0] ?? null
  const date = ({ asOf }: KnownPrice): string => /^\d{4}-\d{2}(?!\d)/.exec(asOf ?? '')?.[0] ?? ''
  return (
    known
      .filter(({ kind }) => kind === choice)
      .toSorted((a, b) => date(b).localeCompare(date(a)) || a.usdPerGpuHour - b.usdPerGpuHour)[0] ?? null
  )
}
