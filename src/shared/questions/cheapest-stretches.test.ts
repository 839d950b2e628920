import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newPaperPoints, type FrontierPoints } from '../search/frontier-points.ts'
import { cheapestAt, cheapestStretches } from './cheapest-stretches.ts'

/** A frontier of these speeds and costs, fastest first. */
function frontier(rows: readonly (readonly [speed: number, cost: number])[]): FrontierPoints {
  const points = newPaperPoints(rows.length)
  for (const [i, [speed, cost]] of rows.entries()) {
    points.tokensPerSecond[i] = speed
    points.usdPerMillionTokens[i] = cost
  }
  return points
}

const column = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 })
const frontiers = fc.array(
  fc.tuple(column, column).map(([speeds, costs]) => {
    const falling = (values: readonly number[]) => values.toSorted((a, b) => b - a)
    const length = Math.min(speeds.length, costs.length)
    return frontier(
      falling(speeds)
        .slice(0, length)
        .map((speed, i) => [speed, falling(costs)[i]!] as const),
    )
  }),
  { minLength: 1, maxLength: 4 },
)

it('names who is cheapest at every speed, but for leads that are given back at once', () => {
  fc.assert(
    fc.property(frontiers, fc.double({ min: 1, max: 400, noNaN: true }), (all, speed) => {
      const stretches = cheapestStretches(all)
      const found = stretches.find(({ slowest, fastest }) => speed > slowest && speed <= fastest)
      const winner = cheapestAt(all, speed)
      if (winner === null) expect(found).toBeUndefined()
      else if (found !== undefined && found.at !== winner) {
        const lead = Array.from({ length: 400 }, (_, i) => speed * 1.02 ** ((i - 200) / 200))
        expect(lead.some((near) => cheapestAt(all, near) === found.at)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

it('goes without a gap from the slowest point to the fastest, and changes hands at each end', () => {
  fc.assert(
    fc.property(frontiers, (all) => {
      const stretches = cheapestStretches(all)
      const speeds = all.flatMap(({ tokensPerSecond }) => [...tokensPerSecond])
      expect(stretches[0]!.slowest).toBe(Math.min(...speeds))
      expect(stretches.at(-1)!.fastest).toBe(Math.max(...speeds))
      for (const [i, stretch] of stretches.slice(1).entries()) {
        expect(stretch.slowest).toBe(stretches[i]!.fastest)
        expect(stretch.at).not.toBe(stretches[i]!.at)
        // A hand-over is at a speed of a point: just above it another is the cheapest, or nobody was left.
        expect(speeds).toContain(stretch.slowest)
      }
    }),
  )
})

it('takes the first of equals, and the other where it is the only one left', () => {
  const slow = frontier([
    [50, 2],
    [20, 1],
  ])
  const fast = frontier([
    [100, 4],
    [50, 2],
    [30, 1],
  ])
  expect(cheapestStretches([slow, fast])).toEqual([
    { at: 0, slowest: 20, fastest: 20 },
    { at: 1, slowest: 20, fastest: 30 },
    { at: 0, slowest: 30, fastest: 50 },
    { at: 1, slowest: 50, fastest: 100 },
  ])
})

it('does not tell a lead that is given back within 2 % of speed', () => {
  const one = frontier([
    [100, 5],
    [50, 3],
    [10, 1],
  ])
  const other = frontier([[50.5, 4]])
  expect(cheapestStretches([one, other])).toEqual([{ at: 0, slowest: 10, fastest: 100 }])
  expect(cheapestStretches([])).toEqual([])
})
