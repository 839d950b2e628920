import { describe, expect, it } from 'vitest'
import type { FrontierPoints } from './frontier-points.ts'
import { cheapestIndex, fastestIndex, indexAtCost, indexAtSpeed, preferredIndex } from './readings.ts'

const points = {
  tokensPerSecond: Float64Array.of(100, 50, 20, 5),
  usdPerMillionTokens: Float64Array.of(16, 1, 0.5, 0.25),
} as unknown as FrontierPoints

describe('readings of a frontier', () => {
  it('fastest and cheapest are its ends', () => {
    expect([fastestIndex(), cheapestIndex(points)]).toEqual([0, 3])
  })

  it('preferred has the greatest speed³/cost', () => {
    // 62,500; 125,000; 16,000; 500
    expect(preferredIndex(points)).toBe(1)
  })

  it.each([
    [101, null],
    [100, 0],
    [99, 0],
    [50, 1],
    [21, 1],
    [20, 2],
    [1, 3],
  ])('cheapest at %d tokens/s or more', (speed, index) => {
    expect(indexAtSpeed(points, speed)).toBe(index)
  })

  it.each([
    [20, 0],
    [16, 0],
    [15, 1],
    [0.5, 2],
    [0.25, 3],
    [0.1, null],
  ])('fastest for %d USD at most', (cost, index) => {
    expect(indexAtCost(points, cost)).toBe(index)
  })
})
