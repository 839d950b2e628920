import { expect, it } from 'vitest'
import { errorSummary } from './error-summary.ts'

it('sums up signed errors', () => {
  expect(errorSummary([-0.1, 0.3, 0.15, -0.75])).toEqual({
    rows: 4,
    meanAbsoluteError: 1.3 / 4,
    medianAbsoluteError: expect.closeTo(0.225, 12),
    bias: expect.closeTo(-0.1, 12),
    within10Percent: 0.25,
    within20Percent: 0.5,
    within50Percent: 0.75,
  })
  expect(errorSummary([0.1, 0.2, 0.9])?.medianAbsoluteError).toBe(0.2)
  expect(errorSummary([])).toBeNull()
})
