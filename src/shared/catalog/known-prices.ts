import { isPaperAccelerator, type AcceleratorEntry } from './accelerator-entry.ts'
import type { OwnedCost } from './owned-cost.ts'
import { priceKind, type PriceKind } from './price-kind.ts'

/** A price per GPU-hour of the catalog, with its kind, date and source. */
export interface KnownPrice {
  readonly usdPerGpuHour: number
  /** What it is and when it held, for people. */
  readonly note: string
  /** What it is, in the catalog's own words. */
  readonly what: string
  readonly kind: PriceKind
  /** In the catalog's own words, such as "2026-05"; null where it is not dated. */
  readonly asOf: string | null
  readonly sources: readonly string[]
  /** What the price is worked out from, where one owns the GPU. */
  readonly owned: OwnedCost | null
}

const citations = (source: string | readonly string[] | undefined): readonly string[] =>
  source === undefined ? [] : typeof source === 'string' ? [source] : source

/** What the list price is and when it held, for people. */
export function priceNote(entry: AcceleratorEntry): string {
  if (isPaperAccelerator(entry))
    return entry.priceKind === undefined
      ? "the paper's figure, 2025"
      : `${entry.priceKind}, ${entry.priceAsOf ?? 'undated'}`
  const { value, kind, asOf } = entry.priceUsdPerHour
  return value === null ? 'no price known' : `${kind ?? 'price'}, ${asOf ?? 'undated'}`
}

/** All prices the catalog has for an entry, the list price first. */
export function knownPrices(entry: AcceleratorEntry): KnownPrice[] {
  const note = priceNote(entry)
  if (isPaperAccelerator(entry)) {
    const own = entry.priceKind !== undefined
    const { usdPerHour, priceKind: words = null, priceAsOf = null } = entry
    const asOf = own ? priceAsOf : '2025'
    const sources = own ? [] : ['arXiv 2506.04645']
    return usdPerHour === null
      ? []
      : [
          {
            usdPerGpuHour: usdPerHour,
            note,
            what: words ?? "the paper's figure",
            kind: priceKind(words),
            asOf,
            sources,
            owned: null,
          },
        ]
  }
  const { value, kind, asOf, owned = null } = entry.priceUsdPerHour
  const sources = citations(entry.sources['priceUsdPerHour'])
  return [
    ...(value === null
      ? []
      : [{ usdPerGpuHour: value, note, what: kind ?? 'price', kind: priceKind(kind), asOf, sources, owned }]),
    ...entry.otherPrices.map((other) => ({
      usdPerGpuHour: other.value,
      note: `${other.kind}, ${other.asOf}`,
      what: other.kind,
      kind: priceKind(other.kind),
      asOf: other.asOf,
      sources: citations(other.source),
      owned: other.owned ?? null,
    })),
  ]
}

/** What a series' price is and when it held: null is the list price; one the catalog has none of is its own. */
export function noteOfPrice(entry: AcceleratorEntry, usdPerGpuHour: number | null): string {
  if (usdPerGpuHour === null) return priceNote(entry)
  // Rates by contract are what people compare; an owner's cost may be the same figure.
  const same = knownPrices(entry).filter((known) => known.usdPerGpuHour === usdPerGpuHour)
  return (same.find(({ kind }) => kind !== 'owned') ?? same[0])?.note ?? 'own price'
}
