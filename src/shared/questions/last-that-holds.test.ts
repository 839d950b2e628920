import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lastThatHolds } from './last-that-holds.ts'

const LADDER = [1, 2, 4, 8, 16]

it('closes in on where a condition ends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 1, max: 16, maxExcluded: true, noNaN: true }), async (end) => {
      const { holds, fails } = await lastThatHolds(LADDER, 10, async (value) => value <= end)
      expect(holds).toBeLessThanOrEqual(end)
      expect(fails).toBeGreaterThan(end)
      expect(fails! / holds!).toBeCloseTo(2 ** (1 / 1024), 12)
    }),
  )
})

it.each([
  ['none', false, { holds: null, fails: 1 }],
  ['all', true, { holds: 16, fails: null }],
] as const)('at %s of the values there is nothing to close in on', async (_, held, expected) => {
  let asked = 0
  expect(await lastThatHolds(LADDER, 10, async () => ++asked > 0 && held)).toEqual(expected)
  expect(asked).toBe(LADDER.length)
})

it('goes by the last of the ladder where the condition comes and goes', async () => {
  const { holds, fails } = await lastThatHolds(LADDER, 0, async (value) => value !== 2 && value < 8)
  expect([holds, fails]).toEqual([4, 8])
})

it('takes a falling ladder too', async () => {
  const { holds, fails } = await lastThatHolds(LADDER.toReversed(), 20, async (value) => value >= 3)
  expect(holds).toBeGreaterThanOrEqual(3)
  expect(holds).toBeCloseTo(3, 4)
  expect(fails).toBeLessThan(3)
})
