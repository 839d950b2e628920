import { expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { listPrice } from '../catalog/accelerator-entry.ts'
import { knownPrices } from '../catalog/known-prices.ts'
import { priceOfChoice } from './price-of-choice.ts'
import { PRICE_CHOICES } from './question-list.ts'

const entries = Object.entries(BUILT_IN_CATALOG.accelerators)

it.each(PRICE_CHOICES)('%s: a price of that kind, or none where the catalog has none', (choice) => {
  for (const [, entry] of entries) {
    const found = priceOfChoice(entry, choice)
    if (choice === 'list') expect(found?.usdPerGpuHour ?? null).toBe(listPrice(entry))
    else {
      const known = knownPrices(entry).filter(({ kind }) => kind === choice)
      expect(found === null).toBe(known.length === 0)
      if (found !== null) expect(known).toContainEqual(found)
    }
  }
})

it('takes the newest of a kind, and of one month the lowest', () => {
  const entry = BUILT_IN_CATALOG.accelerators['h100-sxm']!
  if (!('otherPrices' in entry)) throw new Error('the catalog’s H100 has a list of prices')
  const otherPrices = [
    { value: 1, kind: 'owner cost', asOf: '2026-01' },
    { value: 3, kind: 'owner cost', asOf: '2026-06' },
    { value: 2, kind: 'owner cost', asOf: '2026-06-15' },
    { value: 0.5, kind: 'owner cost', asOf: '2025-2026 (undated)' },
  ]
  expect(priceOfChoice({ ...entry, otherPrices }, 'owned')?.usdPerGpuHour).toBe(2)
})
