import { describe, expect, it } from 'vitest'
import { countsLine, onePassed, playwrightCounts, sumCounts, vitestCounts } from './counts.ts'

describe('countsLine', () => {
  it.each([
    [{ passed: 0, failed: 0, skipped: 0 }, '0 passed, 0 failed'],
    [{ passed: 12, failed: 1, skipped: 0 }, '12 passed, 1 failed'],
    [{ passed: 1204, failed: 0, skipped: 3 }, '1204 passed, 0 failed, 3 skipped'],
  ])('%o', (counts, line) => {
    expect(countsLine(counts)).toBe(line)
  })
})

it('sums', () => {
  expect(sumCounts([onePassed, { passed: 2, failed: 1, skipped: 1 }])).toEqual({ passed: 3, failed: 1, skipped: 1 })
})

describe('vitestCounts', () => {
  const report = (failed: number) =>
    JSON.stringify({ numPassedTests: 5, numFailedTests: failed, numPendingTests: 1, numTodoTests: 1 })

  it('reads the report', () => {
    expect(vitestCounts(report(2), 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('counts a file that could not be loaded, and a run without a report, as a failure', () => {
    expect(vitestCounts(report(0), 1).failed).toBe(1)
    expect(vitestCounts(undefined, 0).failed).toBe(1)
  })
})

describe('playwrightCounts', () => {
  const report = (flaky: number) => JSON.stringify({ stats: { expected: 9, unexpected: 1, flaky, skipped: 2 } })

  it('reads the report and forgives no flaky test', () => {
    expect(playwrightCounts(report(1), 1)).toEqual({ passed: 9, failed: 2, skipped: 2 })
  })

  it('counts a run without a report as a failure', () => {
    expect(playwrightCounts(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})
