import { expect, it } from 'vitest'
import { firstOrderShare } from './first-order.ts'
import { sobolPoints } from './sobol.ts'

const SAMPLES = 1024

/** First-order shares of a function of three evenly spread inputs. */
function sharesOf(f: (x: Float64Array) => number): number[] {
  const points = sobolPoints(3, 0, SAMPLES, 5)
  const xs = Array.from({ length: SAMPLES }, (_, i) => points.subarray(3 * i, 3 * i + 3))
  const y = Float64Array.from(xs, f)
  return [0, 1, 2].map((at) =>
    firstOrderShare(
      Uint32Array.from({ length: SAMPLES }, (_, i) => i).sort((a, b) => xs[a]![at]! - xs[b]![at]!),
      y,
    ),
  )
}

it('gives each input of a sum its part of the variance', () => {
  const [a, b, c] = sharesOf((x) => 3 * x[0]! + x[1]!)
  expect(a).toBeCloseTo(0.9, 1)
  expect(b).toBeCloseTo(0.1, 1)
  expect(c).toBeLessThan(0.03)
})

it('gives the shares of Ishigami’s function, of which a quarter is interaction (Ishigami and Homma, 1990)', () => {
  const angle = (x: number) => Math.PI * (2 * x - 1)
  const [a, b, c] = sharesOf(
    (x) => Math.sin(angle(x[0]!)) + 7 * Math.sin(angle(x[1]!)) ** 2 + 0.1 * angle(x[2]!) ** 4 * Math.sin(angle(x[0]!)),
  )
  expect(Math.abs(a! - 0.3139)).toBeLessThan(0.04)
  expect(Math.abs(b! - 0.4424)).toBeLessThan(0.04)
  expect(c).toBeLessThan(0.04)
})

it('is 0 where nothing varies and where too few samples have a value', () => {
  expect(sharesOf(() => 2)).toEqual([0, 0, 0])
  expect(sharesOf((x) => (x[0]! > 0.002 ? NaN : x[0]!))).toEqual([0, 0, 0])
})
