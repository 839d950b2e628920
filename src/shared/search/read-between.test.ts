import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FrontierPoints } from './frontier-points.ts'
import { costAtSpeed, speedAtCost } from './read-between.ts'

/** 10 to 1,000 tokens/s; cost goes as the square of the speed between the first two. */
const points = {
  tokensPerSecond: Float64Array.of(1000, 100, 10),
  usdPerMillionTokens: Float64Array.of(100, 1, 0.5),
} as unknown as FrontierPoints

it('reads a point as it is, between two on the line through their logarithms', () => {
  expect(costAtSpeed(points, 100)).toEqual({ index: 1, tokensPerSecond: 100, usdPerMillionTokens: 1, placed: 'point' })
  const between = costAtSpeed(points, 200)!
  expect([between.index, between.placed]).toEqual([0, 'between'])
  expect(between.usdPerMillionTokens).toBeCloseTo(4, 12)
  expect(speedAtCost(points, 4)!.tokensPerSecond).toBeCloseTo(200, 9)
})

it('says where the frontier ends', () => {
  expect(costAtSpeed(points, 1001)).toBeNull()
  expect(costAtSpeed(points, 5)).toMatchObject({ index: 2, placed: 'end', tokensPerSecond: 10 })
  expect(speedAtCost(points, 0.4)).toBeNull()
  expect(speedAtCost(points, 200)).toMatchObject({ index: 0, placed: 'end', usdPerMillionTokens: 100 })
})

it('is monotone, and each reading undoes the other', () => {
  const speed = fc.double({ min: 10, max: 1000, noNaN: true })
  fc.assert(
    fc.property(speed, speed, (a, b) => {
      const [slow, fast] = [costAtSpeed(points, Math.min(a, b))!, costAtSpeed(points, Math.max(a, b))!]
      expect(slow.usdPerMillionTokens).toBeLessThanOrEqual(fast.usdPerMillionTokens * (1 + 1e-12))
      expect(speedAtCost(points, costAtSpeed(points, a)!.usdPerMillionTokens)!.tokensPerSecond).toBeCloseTo(a, 6)
    }),
  )
})
