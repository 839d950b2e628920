import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { ownedCostLines, ownedCostSchema, ownedUsdPerHour, type OwnedCost } from './owned-cost.ts'

const cost: OwnedCost = {
  purchaseUsd: 35_064,
  amortisationYears: 4,
  utilisation: 0.5,
  watts: 1370,
  pue: 1.2,
  usdPerKWh: 0.1,
  otherUsdPerYear: 876.6,
}

it('shows each step, by hand', () => {
  expect(ownedCostLines(cost).map(({ label, value }) => [label, Number(value.toFixed(6))])).toEqual([
    ['Hours in use per year', 4383],
    ['Purchase', 2],
    ['Power drawn', 1.644],
    ['Power', 0.1644],
    ['Other costs', 0.2],
    ['Price', 2.3644],
  ])
})

it('costs nothing but the purchase where power and all else are free', () => {
  expect(ownedUsdPerHour({ ...cost, usdPerKWh: 0, otherUsdPerYear: 0, utilisation: 1 })).toBe(1)
})

const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true })
it('falls with use and with years, and rises with everything else', () => {
  fc.assert(
    fc.property(amount, fc.double({ min: 0.01, max: 0.9, noNaN: true }), amount, (purchaseUsd, utilisation, other) => {
      const one = { ...cost, purchaseUsd, utilisation, otherUsdPerYear: other }
      const price = ownedUsdPerHour(one)
      expect(ownedUsdPerHour({ ...one, utilisation: utilisation * 1.1 })).toBeLessThan(price)
      expect(ownedUsdPerHour({ ...one, amortisationYears: 5 })).toBeLessThan(price)
      expect(ownedUsdPerHour({ ...one, pue: 1.5 })).toBeGreaterThan(price)
    }),
  )
})

it.each([
  ['utilisation', 0],
  ['utilisation', 1.01],
  ['pue', 0.9],
  ['amortisationYears', 0],
  ['purchaseUsd', -1],
  ['usdPerKWh', -0.1],
  ['watts', Infinity],
  ['otherUsdPerYear', Number.NaN],
] as const)('%s of %d is refused', (field, value) => {
  expect(v.safeParse(ownedCostSchema, { ...cost, [field]: value }).success).toBe(false)
})
