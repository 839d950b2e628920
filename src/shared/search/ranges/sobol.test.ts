import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MOST_COORDINATES, sobolPoints } from './sobol.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 })
const coordinate = (points: Float64Array, at: number): number[] =>
  Array.from(points.filter((_, i) => i % MOST_COORDINATES === at))

it('puts one point into each of 2^m equal slices of every coordinate, whatever the seed', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 5 }), (seed, m, block) => {
      const count = 2 ** m
      const points = sobolPoints(MOST_COORDINATES, block * count, (block + 1) * count, seed)
      for (let at = 0; at < MOST_COORDINATES; at++)
        expect(new Set(coordinate(points, at).map((x) => Math.floor(x * count))).size).toBe(count)
    }),
  )
})

it('fills every pair of coordinates more evenly than chance: no empty cell of 8 x 8 in 1,024 points', () => {
  const points = sobolPoints(MOST_COORDINATES, 0, 1024, 1)
  for (let a = 0; a < MOST_COORDINATES; a++)
    for (let b = 0; b < a; b++) {
      const cells = new Uint32Array(64)
      const [xs, ys] = [coordinate(points, a), coordinate(points, b)]
      for (const [i, x] of xs.entries()) cells[Math.floor(x * 8) * 8 + Math.floor(ys[i]! * 8)]!++
      // 16 are expected; by chance the fewest would be about 7 and the most about 27.
      expect(Math.min(...cells)).toBeGreaterThanOrEqual(12)
      expect(Math.max(...cells)).toBeLessThanOrEqual(20)
    }
})

it('integrates a product over all coordinates within a thousandth, which 1,024 points of chance do not', () => {
  const points = sobolPoints(MOST_COORDINATES, 0, 1024, 7)
  let sum = 0
  for (let point = 0; point < 1024; point++)
    sum += points
      .subarray(point * MOST_COORDINATES, (point + 1) * MOST_COORDINATES)
      .reduce((product, x) => product * (1 + (x - 0.5)), 1)
  expect(sum / 1024).toBeCloseTo(1, 3)
})

it('gives the same points for the same seed, however they are asked for, and others for another', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (seed, first, second) => {
      const whole = sobolPoints(3, 0, first + second, seed)
      const parts = [...sobolPoints(3, 0, first, seed), ...sobolPoints(3, first, first + second, seed)]
      expect([...whole]).toEqual(parts)
      expect(whole.every((x) => x > 0 && x < 1)).toBe(true)
      expect([...sobolPoints(3, 0, 1, seed + 1)]).not.toEqual([...sobolPoints(3, 0, 1, seed)])
    }),
  )
})
