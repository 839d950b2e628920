import { expect, it } from 'vitest'
import { within } from './number-problems.ts'
import { rangeProblem } from './range-problem.ts'

it.each([
  [null, null, null],
  [0.5, 2, null],
  [1, 1, null],
  [2, 0.5, 'the first end is above the second'],
  [null, 2, 'give both ends, or neither'],
  [0.5, null, 'give both ends, or neither'],
  [0, 2, 'a factor'],
  [0.5, 200, 'a factor'],
  [NaN, 2, 'not a number'],
])('%d to %d: %s', (low, high, problem) => {
  expect(rangeProblem(low, high, within(0.01, 100, 'a factor', false))).toBe(problem)
})
