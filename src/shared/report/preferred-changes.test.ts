import { expect, test } from 'vitest'
import type { StoredFrontier } from '../search/stored-frontier.ts'
import { preferredChanges } from './preferred-changes.ts'

const frontier = (...points: [speed: number, cost: number][]): StoredFrontier => ({
  tokensPerSecond: Float64Array.from(points, ([speed]) => speed),
  usdPerMillionTokens: Float64Array.from(points, ([, cost]) => cost),
  gpus: new Float64Array(points.length),
  batch: new Float64Array(points.length),
})
const before = frontier([100, 10], [50, 1])
const NONE = frontier()

test.each<[string[], StoredFrontier | null, StoredFrontier | null]>([
  [
    ['a: preferred 50.0 tok/s at $1.00 → 50.0 tok/s at $0.500 (speed 0 %, cost −50 %)'],
    before,
    frontier([100, 10], [50, 0.5]),
  ],
  [[], before, before],
  [['a: preferred 50.0 tok/s at $1.00'], null, before],
  [['a: preferred 50.0 tok/s at $1.00'], NONE, before],
  [['a: nothing fits'], before, NONE],
  [[], before, null],
  [[], null, null],
])('%j', (words, was, is) => {
  expect(preferredChanges([{ name: 'a', before: was, after: is }], 3)).toEqual(words)
})
