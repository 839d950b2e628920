import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairSeries } from './paired-series.ts'
import { newScenario, seriesOf } from './scenario.ts'

const one = (name: string, contextTokens = 0) =>
  seriesOf({ name, contextTokens, model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
const pairs = (before: ReturnType<typeof one>[], after: ReturnType<typeof one>[]) =>
  pairSeries(newScenario('s', before), newScenario('s', after)).map((pair) => [pair.before, pair.after])

test.each<[string, ReturnType<typeof one>[], ReturnType<typeof one>[], (number | null)[][]]>([
  [
    'as they were',
    [one('a'), one('b', 1)],
    [one('a'), one('b', 1)],
    [
      [0, 0],
      [1, 1],
    ],
  ],
  [
    'moved',
    [one('a'), one('b', 1)],
    [one('b', 1), one('a')],
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'renamed',
    [one('a'), one('b', 1)],
    [one('b2', 1), one('a')],
    [
      [1, 0],
      [0, 1],
    ],
  ],
  ['edited', [one('a')], [one('a', 5)], [[0, 0]]],
  [
    'renamed and edited at its place',
    [one('a'), one('b', 1)],
    [one('a'), one('c', 5)],
    [
      [0, 0],
      [1, 1],
    ],
  ],
  [
    'added',
    [one('a')],
    [one('x', 7), one('a')],
    [
      [null, 0],
      [0, 1],
    ],
  ],
  [
    'removed',
    [one('a'), one('b', 1)],
    [one('b', 1)],
    [
      [1, 0],
      [0, null],
    ],
  ],
  [
    'of one name',
    [one('a', 1), one('a', 2)],
    [one('a', 1), one('a', 2)],
    [
      [0, 0],
      [1, 1],
    ],
  ],
])('%s', (_, before, after, expected) => {
  expect(pairs(before, after)).toEqual(expected)
})

test('each series is in one pair, whatever changed', () => {
  const list = fc.array(
    fc
      .record({ name: fc.constantFrom('a', 'b', 'c'), context: fc.nat(2) })
      .map(({ name, context }) => one(name, context)),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(list, list, (before, after) => {
      const found = pairs(before, after)
      const places = (at: 0 | 1) => found.flatMap((pair) => pair[at] ?? []).toSorted((x, y) => x - y)
      expect([places(0), places(1)]).toEqual([[...before.keys()], [...after.keys()]])
    }),
  )
})
