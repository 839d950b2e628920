import type { Problem } from './number-problems.ts'

/** What is wrong with a pair of ends; null where nothing is, or both are empty. */
export function rangeProblem(low: number | null, high: number | null, problem: Problem): string | null {
  if (Number.isNaN(low) || Number.isNaN(high)) return 'not a number'
  if (low === null && high === null) return null
  if (low === null || high === null) return 'give both ends, or neither'
  return problem(low) ?? problem(high) ?? (low > high ? 'the first end is above the second' : null)
}
