/** How many checks passed, failed and were left out. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export const onePassed: Counts = { passed: 1, failed: 0, skipped: 0 }
export const oneFailed: Counts = { passed: 0, failed: 1, skipped: 0 }

export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** The last line of `npm test`: "12 passed, 0 failed", with ", 1 skipped" only if some were. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** A runner that ended badly without a failed test has failed all the same. */
function honest(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** From vitest's JSON report; undefined when the runner ended before it wrote one. */
export function vitestCounts(report: string | undefined, exitCode: number): Counts {
  if (report === undefined) return oneFailed
  const json = JSON.parse(report) as Record<
    'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests',
    number
  >
  const skipped = json.numPendingTests + json.numTodoTests
  return honest({ passed: json.numPassedTests, failed: json.numFailedTests, skipped }, exitCode)
}

/** From Playwright's JSON report. A flaky test, which passed only when repeated, counts as failed. */
export function playwrightCounts(report: string | undefined, exitCode: number): Counts {
  if (report === undefined) return oneFailed
  const { stats } = JSON.parse(report) as { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }
  return honest({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, exitCode)
}
