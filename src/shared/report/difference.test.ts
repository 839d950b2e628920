import { describe, expect, it } from 'vitest'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { differenceOf, ratioCurve } from './difference.ts'
import { differenceTable } from './difference-table.ts'

const frontier = (...points: [speed: number, cost: number][]) => {
  const tokensPerSecond = Float64Array.from(points, ([speed]) => speed)
  const usdPerMillionTokens = Float64Array.from(points, ([, cost]) => cost)
  return { tokensPerSecond, usdPerMillionTokens, gpus: tokensPerSecond } as FrontierPoints
}

describe('valueAt', () => {
  const points = frontier([100, 10], [25, 2.5], [10, 1])
  it.each([
    ['at a point', 25, 2.5],
    ['half way, in log-log', 50, 5],
    ['at the fastest', 100, 10],
    ['at the cheapest', 10, 1],
    ['beyond the fastest', 101, null],
    ['beyond the cheapest', 9.9, null],
  ])('%s', (_, speed, cost) => {
    const found = differenceOf('cost').valueAt(points, speed)
    expect(found === null ? null : Number(found.toPrecision(9))).toBe(cost)
    if (cost !== null) expect(differenceOf('speed').valueAt(points, cost)).toBeCloseTo(speed)
  })

  it('ends with the frontier on both sides of its costs', () => {
    expect(differenceOf('speed').valueAt(points, 10.1)).toBeNull()
    expect(differenceOf('speed').valueAt(points, 0.9)).toBeNull()
  })
})

describe('ratioCurve', () => {
  const ratio = (base: FrontierPoints, other: FrontierPoints) => ratioCurve(differenceOf('cost'), base, other)

  it('is 1 of a frontier with itself, and the factor of one that is a multiple', () => {
    const base = frontier([100, 10], [10, 1])
    expect([...ratio(base, base).y]).toEqual([1, 1])
    const half = ratio(base, frontier([80, 4], [20, 1]))
    expect([...half.x]).toEqual([20, 80])
    for (const times of half.y) expect(times).toBeCloseTo(0.5)
  })

  it('ends where either ends, with a point there, and is empty without a place in common', () => {
    const { x, y } = ratio(frontier([100, 8], [50, 1]), frontier([70, 2], [10, 1]))
    expect([x[0], x.at(-1), y.length]).toEqual([50, 70, 2])
    expect(ratio(frontier([100, 8], [50, 1]), frontier([40, 2], [10, 1])).x).toHaveLength(0)
    expect(ratio(frontier([100, 8]), frontier()).x).toHaveLength(0)
  })
})

describe('differenceTable', () => {
  const frontiers = [
    frontier([100, 10], [10, 1]),
    frontier([100, 5], [10, 0.5]),
    frontier([40, 0.2], [30, 0.1]),
    frontier(),
  ]

  it('reads costs at round speeds', () => {
    const { at, rows } = differenceTable(frontiers, 0, differenceOf('cost'), 2)
    expect(at).toEqual([40, 100])
    expect(rows.map((row) => row.map((cell) => cell && Number(cell.ratio!.toPrecision(3))))).toEqual([
      [1, 1],
      [0.5, 0.5],
      [0.05, null],
      [null, null],
    ])
  })

  it('reads speeds at round costs, also where the baseline has none', () => {
    const { at, rows } = differenceTable(frontiers, 0, differenceOf('speed'), 20)
    expect(at).toEqual([0.1, 0.2, 0.5, 1, 2, 5, 10])
    expect(rows[1]![3]!.ratio).toBeCloseTo(2)
    expect(rows[2]![1]).toEqual({ value: 40, ratio: null })
    expect(rows[1]![6]).toBeNull()
  })
})
