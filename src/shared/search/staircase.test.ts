import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeStaircases, staircase, type Staircase } from './staircase.ts'

const columns = (rows: readonly (readonly [latency: number, cost: number, position: number])[]): Staircase => ({
  latencySeconds: Float64Array.from(rows, ([latency]) => latency),
  cost: Float64Array.from(rows, ([, cost]) => cost),
  position: Uint32Array.from(rows, ([, , position]) => position),
})

const rowsOf = ({ latencySeconds, cost, position }: Staircase) =>
  Array.from(position, (at, i) => [latencySeconds[i], cost[i], at])

/** Few distinct values, so that ties are common. */
const value = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(Infinity))
const anyPoints = fc
  .array(fc.tuple(value, value), { maxLength: 60 })
  .map((pairs) => pairs.map(([latency, cost], i) => [latency, latency === Infinity ? Infinity : cost, i] as const))

describe('staircase', () => {
  it('keeps what no other point beats, least latency first', () => {
    const points = columns([
      [3, 5, 0],
      [1, 9, 1],
      [2, 9, 2],
      [2, 5, 3],
      [4, 5, 4],
      [5, 1, 5],
      [Infinity, 0, 6],
    ])
    expect(rowsOf(staircase(points))).toEqual([
      [1, 9, 1],
      [2, 5, 3],
      [5, 1, 5],
    ])
  })

  it('keeps the first in row order of points equal in both', () => {
    expect(
      rowsOf(
        staircase(
          columns([
            [1, 1, 7],
            [1, 1, 3],
            [1, 1, 5],
          ]),
        ),
      ),
    ).toEqual([[1, 1, 3]])
  })

  it('is empty where nothing is feasible', () => {
    expect(rowsOf(staircase(columns([[Infinity, Infinity, 0]])))).toEqual([])
    expect(rowsOf(mergeStaircases([]))).toEqual([])
  })

  it('holds no point that any point beats, and every point is beaten or matched by one of it', () => {
    fc.assert(
      fc.property(anyPoints, (rows) => {
        const kept = rowsOf(staircase(columns(rows))) as number[][]
        const beats = (a: readonly number[], b: readonly number[]) => a[0]! <= b[0]! && a[1]! <= b[1]!
        for (const point of kept)
          expect(rows.some((row) => beats(row, point) && (row[0] < point[0]! || row[1] < point[1]!))).toBe(false)
        for (const row of rows)
          if (row[0] < Infinity && row[1] < Infinity) expect(kept.some((point) => beats(point, row))).toBe(true)
      }),
    )
  })

  it('falls strictly in cost along rising latency', () => {
    fc.assert(
      fc.property(anyPoints, (rows) => {
        const { latencySeconds, cost } = staircase(columns(rows))
        for (let i = 1; i < cost.length; i++) {
          expect(latencySeconds[i]!).toBeGreaterThan(latencySeconds[i - 1]!)
          expect(cost[i]!).toBeLessThan(cost[i - 1]!)
        }
      }),
    )
  })

  it('merges the same from any partition, in any order and any nesting', () => {
    const partition = anyPoints.chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        parts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows.length, maxLength: rows.length }),
        order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      }),
    )
    fc.assert(
      fc.property(partition, ({ rows, parts, order }) => {
        const whole = staircase(columns(rows))
        const [a, b, c, d] = order.map((part) => staircase(columns(rows.filter((_, i) => parts[i] === part)))) as [
          Staircase,
          Staircase,
          Staircase,
          Staircase,
        ]
        expect(mergeStaircases([a, b, c, d])).toEqual(whole)
        expect(mergeStaircases([mergeStaircases([a, b]), mergeStaircases([c, d])])).toEqual(whole)
        expect(mergeStaircases([a, mergeStaircases([b, mergeStaircases([c, d])])])).toEqual(whole)
      }),
    )
  })
})
