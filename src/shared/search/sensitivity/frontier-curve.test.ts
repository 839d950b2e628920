import { expect, it } from 'vitest'
import { costAt, speedAt } from './frontier-curve.ts'

const curve = { tokensPerSecond: Float64Array.of(100, 50, 25), usdPerMillionTokens: Float64Array.of(16, 4, 2) }

it('reads the points themselves, and straight lines in logarithms between them', () => {
  expect(costAt(curve, 50)).toBe(4)
  expect(speedAt(curve, 4)).toBe(50)
  expect(costAt(curve, 50 * Math.SQRT2)).toBeCloseTo(8, 12)
  expect(speedAt(curve, 8)).toBeCloseTo(50 * Math.SQRT2, 12)
})

it('goes on flat below the slowest point and above the dearest, and nowhere beyond', () => {
  expect(costAt(curve, 1)).toBe(2)
  expect(costAt(curve, 100.1)).toBeNull()
  expect(speedAt(curve, 99)).toBe(100)
  expect(speedAt(curve, 1.9)).toBeNull()
})

it('reads nothing from nothing', () => {
  const none = { tokensPerSecond: new Float64Array(), usdPerMillionTokens: new Float64Array() }
  expect(costAt(none, 1)).toBeNull()
  expect(speedAt(none, 1)).toBeNull()
})
