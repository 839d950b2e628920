import { expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { ageOfPrice, isStale, monthsOld, priceAge } from './price-age.ts'
import { knownPrices } from './known-prices.ts'
import { PRICE_KIND_NAMES, PRICE_KINDS, priceKind } from './price-kind.ts'

const today = { year: 2026, month: 11 }

it.each([
  ['2026-05', 'price of May 2026, 6 months old', true],
  ['2026-05-20', 'price of May 2026, 6 months old', true],
  ['2026-11', 'price of November 2026, this month', false],
  ['2026-10-31', 'price of October 2026, 1 month old', false],
  ['2024-11', 'price of November 2024, 2 years old', true],
  ['2027-01', 'price of January 2027, which is still to come', true],
  ['2024; recalled', 'price of 2024; recalled, about 2 years old', true],
  ['2026', 'price of 2026, within a year old', true],
  ['2025-2026 (undated catalog snapshot)', 'price of 2025-2026 (undated catalog snapshot), about 1 year old', true],
  ['2026-13', 'price of 2026-13, within a year old', true],
  ['spring', 'undated price (spring)', true],
  ['', 'undated price', true],
  [null, 'undated price', true],
])('%j is a %s', (asOf, words, stale) => {
  expect([priceAge(asOf, today), isStale(asOf, today)]).toEqual([words, stale])
})

it('is told alone where its month is known', () => {
  expect(['2026-05', '2024', null].map((asOf) => ageOfPrice(asOf, today))).toEqual(['6 months old', null, null])
})

it('a year alone counts from its end', () => {
  expect(monthsOld('2025', today)).toBe(11)
})

it('what a price of each kind is called tells its kind again', () => {
  expect(PRICE_KINDS.map((kind) => priceKind(PRICE_KIND_NAMES[kind]))).toEqual([...PRICE_KINDS])
})

it('every price of the catalog but an assumed one is of a known kind', () => {
  const notes = Object.values(BUILT_IN_CATALOG.accelerators)
    .flatMap((entry) => knownPrices(entry))
    .filter(({ kind, note }) => kind === 'other' && !note.startsWith("the paper's"))
    .map(({ note }) => note)
  expect(notes).toEqual(['assumed equal to the H100 PCIe card, 2026-05'])
})
