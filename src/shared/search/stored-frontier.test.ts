import { expect, test } from 'vitest'
import { sameNumbers, storedFrontier } from './stored-frontier.ts'
import { newPaperPoints } from './frontier-points.ts'

const of = (speed: number, points = 1) => {
  const columns = newPaperPoints(points)
  columns.tokensPerSecond.fill(speed)
  return storedFrontier(columns)
}

test.each([
  [true, of(100), of(100)],
  [true, of(100), of(100 + 1e-8)],
  [false, of(100), of(100 + 1e-6)],
  [false, of(100), of(100, 2)],
  [true, of(0, 0), of(5, 0)],
])('%s', (same, a, b) => {
  expect(sameNumbers(a, b)).toBe(same)
})
