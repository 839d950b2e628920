import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitPowerLaw, powerLawAt } from './power-law.ts'

const exponent = fc.double({ min: -4, max: 4, noNaN: true })
const factor = fc.double({ min: 1e-3, max: 1e3, noNaN: true })
/** Places far enough apart that rounding is no slope. */
const places = fc
  .uniqueArray(fc.integer({ min: -60, max: 60 }), { minLength: 2, maxLength: 30 })
  .map((steps) => steps.map((step) => 10 ** (step / 10)))

it('finds the law that points were made by, whatever it is', () => {
  fc.assert(
    fc.property(exponent, factor, places, (power, times, xs) => {
      const law = fitPowerLaw(
        xs,
        xs.map((x) => times * x ** power),
      )!
      expect(law.exponent).toBeCloseTo(power, 8)
      expect(Math.log(law.factor)).toBeCloseTo(Math.log(times), 6)
      expect(law.points).toBe(xs.length)
      for (const x of xs) expect(powerLawAt(law, x) / (times * x ** power)).toBeCloseTo(1, 6)
    }),
  )
})

it('gives one exponent in any units', () => {
  fc.assert(
    fc.property(
      places,
      fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 30, maxLength: 30 }),
      factor,
      factor,
      (xs, noise, ofX, ofY) => {
        const ys = xs.map((x, i) => noise[i]! * x ** -0.5)
        const law = fitPowerLaw(xs, ys)!
        const other = fitPowerLaw(
          xs.map((x) => ofX * x),
          ys.map((y) => ofY * y),
        )!
        expect(other.exponent).toBeCloseTo(law.exponent, 7)
        expect(other.rSquared).toBeCloseTo(law.rSquared, 6)
      },
    ),
  )
})

it('goes the other way round with the reciprocal of y', () => {
  fc.assert(
    fc.property(places, fc.array(factor, { minLength: 30, maxLength: 30 }), (xs, values) => {
      const ys = xs.map((_, i) => values[i]!)
      const law = fitPowerLaw(xs, ys)!
      const turned = fitPowerLaw(
        xs,
        ys.map((y) => 1 / y),
      )!
      expect(turned.exponent).toBeCloseTo(-law.exponent, 8)
    }),
  )
})

it('says how much of the spread the law accounts for', () => {
  expect(fitPowerLaw([1, 10, 100], [1, 10, 100])!.rSquared).toBeCloseTo(1, 12)
  expect(fitPowerLaw([1, 10, 100, 1000], [1, 100, 1, 100])!.rSquared).toBeLessThan(0.5)
  expect(fitPowerLaw([1, 10, 100], [5, 5, 5])).toMatchObject({ exponent: 0, rSquared: 1 })
})

it('leaves out what has no logarithm, and fits nothing to a single place', () => {
  const law = fitPowerLaw([0, 1, 2, -3, 4, Infinity], [1, 1, 2, 5, 4, 9])!
  expect(law).toMatchObject({ points: 3 })
  expect(law.exponent).toBeCloseTo(1, 12)
  expect(fitPowerLaw([], [])).toBeNull()
  expect(fitPowerLaw([2], [3])).toBeNull()
  expect(fitPowerLaw([2, 2], [3, 4])).toBeNull()
  expect(fitPowerLaw([1, 2], [3, Number.NaN])).toBeNull()
})
