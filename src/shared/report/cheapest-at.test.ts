import { describe, expect, it } from 'vitest'
import { newPaperPoints } from '../search/frontier-points.ts'
import { cheapestFirst, rivalInWords, usualSpeed } from './cheapest-at.ts'
import type { ReadSeries } from './readings-table.ts'

/** A frontier of these speeds and costs, fastest first. */
function frontier(...rows: readonly (readonly [speed: number, cost: number])[]): ReadSeries {
  const points = newPaperPoints(rows.length)
  for (const [i, [speed, cost]] of rows.entries()) {
    points.tokensPerSecond[i] = speed
    points.usdPerMillionTokens[i] = cost
  }
  return { name: 'any', points, band: null, errorAt: () => ({ short: '', share: null, because: '', notes: [] }) }
}

describe('cheapestFirst', () => {
  const both = [frontier([100, 9], [60, 3], [20, 1]), frontier([70, 4], [55, 2])]
  const order = (speed: number) => cheapestFirst(both, speed).map(({ at, index }) => [at, index])

  it('orders series by their cheapest point that is fast enough', () => {
    expect(order(50)).toEqual([
      [1, 1],
      [0, 1],
    ])
    expect(order(60)).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('leaves out who is not this fast', () => {
    expect(order(80)).toEqual([[0, 0]])
    expect(order(101)).toEqual([])
    expect(cheapestFirst([frontier()], 1)).toEqual([])
  })
})

it.each([
  [0.08, [0.1, 0], 'H200 +8 %, within the error'],
  [0.13, [0.1, 0.1], 'H200 +13 %, within the error'],
  [0.15, [0.1, 0.1], 'H200 +15 %'],
  [0.08, [0.1, null], 'H200 +8 %'],
  [3, [0.1, 0.1], 'H200 4.00× as much'],
])('says of a rival %f dearer with errors %j: %s', (dearerBy, errors, words) => {
  expect(rivalInWords('H200', dearerBy, errors)).toBe(words)
})

describe('usualSpeed', () => {
  it.each([
    [[frontier([100, 1])], 50],
    [[frontier([45, 1]), frontier([12, 1])], 10],
    [[], 50],
  ])('%#', (series, speed) => {
    expect(usualSpeed(series)).toBe(speed)
  })
})
