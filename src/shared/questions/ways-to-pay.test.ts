import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownedUsdPerHour } from '../catalog/owned-cost.ts'
import { breakEvenUtilisation, owning, renting, usdPerHourInUse, usdPerMillion } from './ways-to-pay.ts'

const dollars = fc.double({ min: 0.01, max: 1e5, noNaN: true })
const share = fc.double({ min: 0.01, max: 1, noNaN: true })
const cost = fc.record({
  purchaseUsd: dollars,
  amortisationYears: fc.double({ min: 0.5, max: 10, noNaN: true }),
  watts: dollars,
  pue: fc.double({ min: 1, max: 3, noNaN: true }),
  usdPerKWh: fc.double({ min: 0, max: 2, noNaN: true }),
  otherUsdPerYear: fc.double({ min: 0, max: 1e5, noNaN: true }),
})
const way = fc.record({
  everyHour: fc.double({ min: 0, max: 50, noNaN: true }),
  hourInUse: fc.double({ min: 0, max: 50, noNaN: true }),
})

it('owning costs what the catalog’s arithmetic says at each utilisation', () => {
  fc.assert(
    fc.property(cost, share, (owned, utilisation) => {
      const expected = ownedUsdPerHour({ ...owned, utilisation })
      expect(usdPerHourInUse(owning(owned), utilisation) / expected).toBeCloseTo(1, 10)
    }),
  )
})

it('two ways cost the same where they break even, and never elsewhere', () => {
  fc.assert(
    fc.property(way, way, share, (a, b, utilisation) => {
      const at = breakEvenUtilisation(a, b)
      expect(breakEvenUtilisation(b, a)).toBe(at)
      const apart = (place: number) => usdPerHourInUse(a, place) - usdPerHourInUse(b, place)
      if (at !== null) expect(Math.abs(apart(at))).toBeLessThan(1e-6 * (1 + usdPerHourInUse(a, at)))
      // No change of sign between here and full use, unless the break-even lies between.
      else if (Math.abs(apart(utilisation)) > 1e-9 && Math.abs(apart(1)) > 1e-9)
        expect(Math.sign(apart(utilisation))).toBe(Math.sign(apart(1)))
    }),
  )
})

it('rent is paid always or in use', () => {
  expect(usdPerHourInUse(renting(3, 'always'), 0.25)).toBe(12)
  expect(usdPerHourInUse(renting(3, 'in-use'), 0.25)).toBe(3)
  expect(usdPerMillion(renting(3.6, 'in-use'), 1, 0.001)).toBeCloseTo(1, 12)
  expect(breakEvenUtilisation(renting(3, 'always'), renting(6, 'in-use'))).toBe(0.5)
  expect(breakEvenUtilisation(renting(3, 'always'), renting(3, 'always'))).toBeNull()
})
