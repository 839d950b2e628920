import { expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { seriesOf } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import { bindingPart } from '../search/binding.ts'
import { bindingRuns } from './binding-runs.ts'

const { points } = findFrontier(
  searchSetup(
    seriesOf({ name: 'p', model: 'paper/Llama_3_70B', accelerator: 'paper/H100', grid: { gpus: 60, batches: 60 } }),
    BUILT_IN_CATALOG,
  ),
)
const { tokensPerSecond } = points

it.each([1, 1.1])(
  'divides a frontier into stretches that meet, each of the parts that bind there (%f)',
  (leastRatio) => {
    const runs = bindingRuns(points, leastRatio)
    expect(runs.length).toBeGreaterThan(1)
    expect(runs[0]!.fastest).toBe(tokensPerSecond[0])
    expect(runs.at(-1)!.slowest).toBe(tokensPerSecond.at(-1))
    for (const [i, run] of runs.entries()) if (i > 0) expect(run.fastest).toBe(runs[i - 1]!.slowest)
    for (const [i, speed] of tokensPerSecond.entries()) {
      const run = runs.find(({ slowest, fastest }) => speed >= slowest && speed <= fastest)!
      expect(run.parts.map(({ id }) => id)).toContain(bindingPart(points, i).id)
    }
  },
)

it('tells short stretches that take turns as one', () => {
  const exact = bindingRuns(points, 1)
  expect(exact.every(({ parts }) => parts.length === 1)).toBe(true)
  const told = bindingRuns(points, 1.2)
  expect(told.length).toBeLessThan(exact.length)
  expect(told.some(({ parts }) => parts.length > 1)).toBe(true)
})
