import { listPrice, priceNote, type AcceleratorEntry } from './accelerator-entry.ts'

/** A price per GPU-hour of the catalog, with its kind and date. */
export interface KnownPrice {
  readonly usdPerGpuHour: number
  readonly note: string
}

/** All prices the catalog has for an entry, the list price first. */
export function knownPrices(entry: AcceleratorEntry): KnownPrice[] {
  const list = listPrice(entry)
  const others = 'otherPrices' in entry ? entry.otherPrices : []
  return [
    ...(list === null ? [] : [{ usdPerGpuHour: list, note: priceNote(entry) }]),
    ...others.map(({ value, kind, asOf }) => ({ usdPerGpuHour: value, note: `${kind}, ${asOf}` })),
  ]
}

/** What a series' price is and when it held: null is the list price; one the catalog has none of is its own. */
export function noteOfPrice(entry: AcceleratorEntry, usdPerGpuHour: number | null): string {
  if (usdPerGpuHour === null) return priceNote(entry)
  // Rates by contract are what people compare; an owner's cost may be the same figure.
  const same = knownPrices(entry).filter((known) => known.usdPerGpuHour === usdPerGpuHour)
  return (same.find(({ note }) => !note.startsWith('owner')) ?? same[0])?.note ?? 'own price'
}
