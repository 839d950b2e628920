import { expect, it } from 'vitest'
import { groupsLeftOut, intervalOf, studentDeviate } from './jackknife.ts'

const places = (groups: readonly (readonly number[])[]) => groups.flat().toSorted((a, b) => a - b)
const names = (count: number, groups: number) => Array.from({ length: count }, (_, at) => `g${at % groups}`)

it.each([
  ['as many as there are sources', 30, 7, 7, 'source'],
  ['rows by turns where sources are few', 12, 2, 12, 'row'],
  ['no more than can be afforded', 300, 2, 20, 'row'],
  ['many sources joined', 300, 90, 20, 'source'],
] as const)('%s', (_, rows, sources, count, by) => {
  const found = groupsLeftOut(names(rows, sources))
  expect(found.by).toBe(by)
  expect(found.groups).toHaveLength(count)
  expect(places(found.groups)).toEqual(Array.from({ length: rows }, (__, at) => at))
})

it('has the deviates of the tables', () => {
  // Abramowitz and Stegun, table 26.10: 90 % between -t and t.
  for (const [degrees, deviate] of [
    [5, 2.015],
    [10, 1.812],
    [30, 1.697],
  ] as const)
    expect(studentDeviate(degrees)).toBeCloseTo(deviate, 2)
})

it('is about the value, wider the more groups differ, and within what is possible', () => {
  const bounds = { least: 0.1, most: 3 }
  const narrow = intervalOf(0, [-0.01, 0, 0.01, 0, 0, 0], bounds)
  const wide = intervalOf(0, [-0.1, 0, 0.1, 0, 0, 0], bounds)
  expect(narrow[0] * narrow[1]).toBeCloseTo(1, 12)
  expect(wide[1]).toBeGreaterThan(narrow[1])
  expect(intervalOf(0, [-2, 0, 2, 0, 0, 0], bounds)).toEqual([0.1, 3])
  expect(intervalOf(0, [0, 0, 0], bounds)).toEqual([1, 1])
})
