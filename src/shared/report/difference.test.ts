import { describe, expect, it } from 'vitest'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { differenceOf, interpolated, ratioCurve } from './difference.ts'
import { differenceTable } from './difference-table.ts'

const line = (...points: [x: number, y: number][]) => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
})

const frontier = (...points: [speed: number, cost: number][]) => {
  const { x, y } = line(...points)
  return { tokensPerSecond: x, usdPerMillionTokens: y, gpus: x } as FrontierPoints
}

describe('interpolated', () => {
  const curve = line([100, 10], [25, 2.5], [10, 1])
  it.each([
    ['at a point', 25, 2.5],
    ['half way, in log-log', 50, 5],
    ['at the ends', 100, 10],
    ['at the other end', 10, 1],
    ['beyond the first', 101, null],
    ['beyond the last', 9.9, null],
  ])('%s', (_, at, value) => {
    if (value === null) expect(interpolated(curve, at)).toBeNull()
    else expect(interpolated(curve, at)).toBeCloseTo(value)
  })

  it('is as monotone as its points', () => {
    const values = Array.from({ length: 90 }, (_, i) => interpolated(curve, 10 + i)!)
    expect(values.every((value, i) => i === 0 || value >= values[i - 1]!)).toBe(true)
  })
})

describe('ratioCurve', () => {
  it('is 1 of a line with itself, and the factor of a line that is a multiple', () => {
    const base = line([100, 10], [10, 1])
    expect([...ratioCurve(base, base).y]).toEqual([1, 1])
    const half = ratioCurve(base, line([80, 4], [20, 1]))
    expect([...half.x]).toEqual([20, 80])
    for (const ratio of half.y) expect(ratio).toBeCloseTo(0.5)
  })

  it('ends where either ends, with a point there, and is empty without a place in common', () => {
    const { x, y } = ratioCurve(line([100, 8], [50, 1]), line([70, 2], [10, 1]))
    expect([x[0], x.at(-1), y.length]).toEqual([50, 70, 2])
    expect(ratioCurve(line([100, 8], [50, 1]), line([40, 2], [10, 1])).x).toHaveLength(0)
    expect(ratioCurve(line([100, 8]), line()).x).toHaveLength(0)
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
