/** Kinds of price that may not be compared with one another as if they were one. */
export const PRICE_KINDS = ['on-demand', 'reserved', 'marketplace', 'owned', 'other'] as const
export type PriceKind = (typeof PRICE_KINDS)[number]

/** What a price of each kind is called when a person enters one; `priceKind` finds the kind again. */
export const PRICE_KIND_NAMES: Readonly<Record<PriceKind, string>> = {
  'on-demand': 'on-demand rental',
  reserved: 'reserved',
  marketplace: 'spot or marketplace',
  owned: 'owned',
  other: 'other',
}

const TOLD_BY: readonly (readonly [PriceKind, RegExp])[] = [
  ['owned', /^own/i],
  ['reserved', /contract|reserved|committed|capacity block/i],
  ['marketplace', /marketplace|\bspot\b/i],
  ['on-demand', /on-demand|\blist\b/i],
]

/** The kind that a price's own words tell: "3-year rental contract" is reserved, "owner cost, neocloud" owned. */
export const priceKind = (words: string | null): PriceKind =>
  TOLD_BY.find(([, told]) => words !== null && told.test(words))?.[0] ?? 'other'
