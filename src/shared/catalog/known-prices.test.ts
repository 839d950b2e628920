import { expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { knownPrices, noteOfPrice } from './known-prices.ts'

const h100 = BUILT_IN_CATALOG.accelerators['h100-sxm']!

it('lists the list price first, then the others', () => {
  const [list, ...others] = knownPrices(h100)
  expect(list).toMatchObject({ usdPerGpuHour: 2.95, note: 'on-demand cloud rental, 2026-05' })
  expect(others).toContainEqual(
    expect.objectContaining({ usdPerGpuHour: 1.3, note: '3-year rental contract, 2026-04' }),
  )
  expect(knownPrices(BUILT_IN_CATALOG.accelerators['paper/H100']!)).toHaveLength(1)
})

it.each([
  [null, 'on-demand cloud rental, 2026-05'],
  [1.3, '3-year rental contract, 2026-04'],
  [2.29, 'on-demand cloud rental, 2025-2026 (undated catalog snapshot)'],
  [2.5, 'own price'],
])('says what %s is', (price, note) => {
  expect(noteOfPrice(h100, price)).toBe(note)
})
