import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refine, survey } from '../../src/shared/search/refine.ts'
import { batchAt, Layouts, rowAt, STANDARD_READING } from '../../src/shared/search/standard/layouts.ts'
import { replicaRows, type StandardSearchSetup } from '../../src/shared/search/standard/space.ts'
import { mergeStaircases, type Staircase } from '../../src/shared/search/staircase.ts'
import { smallSearches } from '../small-setups.ts'
import { everyLayout, everyPoint, notBeaten, type EveryPoint } from './every-batch.ts'

/** What a frontier reads: nothing slower than a hundred times the fastest. */
const isRead = (seconds: number, fastest: number): boolean => seconds <= fastest * STANDARD_READING.latencySpan

const plainStairs = (setup: StandardSearchSetup): EveryPoint[] => {
  const points = notBeaten(everyPoint(setup))
  return points.filter(({ seconds }) => isRead(seconds, points[0]!.seconds))
}

const productStairs = (setup: StandardSearchSetup, { latencySeconds, cost, position }: Staircase) => {
  const rows = replicaRows(setup)
  return Array.from(position, (at, i) => ({
    layout: rows[rowAt(at)]!.layout,
    drafting: rows[rowAt(at)]!.drafting,
    batch: batchAt(at),
    seconds: latencySeconds[i]!,
    cost: cost[i]!,
  })).filter(({ seconds }) => isRead(seconds, latencySeconds[0]!))
}

const figures = (points: readonly Pick<EveryPoint, 'seconds' | 'cost'>[]) =>
  points.map(({ seconds, cost }) => [seconds, cost])

/** A search is shared out once it has so many gaps, in so many parts, whose answers come in any order. */
const shares = fc.record({
  enough: fc.integer({ min: 1, max: 200 }),
  count: fc.integer({ min: 1, max: 9 }),
  turn: fc.nat(),
})

describe('the search over every layout', () => {
  it('looks at the layouts that a plain enumeration finds', () => {
    fc.assert(
      fc.property(smallSearches, (setup) => {
        const found = replicaRows(setup).filter(({ drafting }) => !drafting)
        const key = (layout: object) => JSON.stringify(layout)
        const sorted = (layouts: readonly object[]) => layouts.map(key).toSorted()
        const ordered = ({ tensor, data, expert, pipeline }: (typeof found)[number]['layout']) => ({
          tensor,
          data,
          expert,
          pipeline,
        })
        expect(sorted(found.map(({ layout }) => ordered(layout)))).toEqual(sorted(everyLayout(setup)))
      }),
      { numRuns: 150 },
    )
  })

  it('finds to the last bit what trying every batch finds, however it is shared out', () => {
    let found = 0
    fc.assert(
      fc.property(smallSearches, shares, (setup, { enough, count, turn }) => {
        const space = new Layouts(setup)
        const first = survey(space, enough)
        const parts = space
          .split(first.regions, count)
          .map((regions) => refine(new Layouts(setup), { staircase: first.staircase, regions }).staircase)
        const turned = parts.map((_, i) => parts[(i + turn) % parts.length]!)
        const plain = plainStairs(setup)
        found += plain.length
        expect(figures(productStairs(setup, mergeStaircases([...turned, first.staircase])))).toEqual(figures(plain))
      }),
      { numRuns: 250 },
    )
    expect(found).toBeGreaterThan(1000)
  })
})
