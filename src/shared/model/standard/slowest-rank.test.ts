import { expect, it } from 'vitest'
import { slowestRankDeviation } from './slowest-rank.ts'

it('is the table at powers of two, linear in log2 between, and goes on beyond', () => {
  expect([1, 2, 8, 64].map(slowestRankDeviation)).toEqual([0, 0.56, 1.42, 2.34])
  expect(slowestRankDeviation(2 ** 1.5)).toBeCloseTo((0.56 + 1.03) / 2, 12)
  expect(slowestRankDeviation(128)).toBeCloseTo(2.61, 12)
})
