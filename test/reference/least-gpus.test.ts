import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fleetsOf } from '../../src/shared/questions/fleet.ts'
import { replicaThroughputs } from '../../src/shared/search/standard/replica-throughputs.ts'
import type { StandardSearchSetup } from '../../src/shared/search/standard/space.ts'
import { smallSearches } from '../small-setups.ts'
import { everyPoint, type EveryPoint } from './every-batch.ts'

/** GPUs of so many replicas of a point as a load takes, by what the plain search says of it. */
function gpusFor({ layout, batch, seconds, cost }: EveryPoint, load: number, { model }: StandardSearchSetup): number {
  const gpus = layout.tensor * layout.data * layout.pipeline
  const delays = model.prefill?.mode === 'colocated' && !model.rules.without.includes('prefill')
  const throughput = delays ? gpus / cost : batch / seconds
  const promptGpus = model.prefill?.mode === 'disaggregated' ? load * (cost - (gpus * seconds) / batch) : 0
  return Math.ceil(load / throughput) * gpus + Math.ceil(promptGpus)
}

/** The least over every layout at every batch that is fast enough. */
const plainLeast = (setup: StandardSearchSetup, load: number): number =>
  Math.min(...everyPoint(setup).map((point) => gpusFor(point, load, setup)))

it('no layout at any batch serves a load on fewer GPUs than the fleets of largest batches', () => {
  let reached = 0
  fc.assert(
    fc.property(
      smallSearches,
      fc.double({ min: 0.05, max: 1.1, noNaN: true }),
      fc.double({ min: 0.001, max: 20, noNaN: true }),
      (search, speedShare, loadShare) => {
        const all = everyPoint(search)
        if (all.length === 0) return
        const fastest = Math.max(...all.map(({ seconds }) => 1 / seconds))
        const speed = fastest * speedShare
        const load = loadShare * Math.max(...all.map(({ batch, seconds }) => batch / seconds))
        const setup = { ...search, limits: { ...search.limits, minTokensPerSecond: speed } }
        const [best] = fleetsOf(replicaThroughputs(search, speed), load)
        if (best !== undefined) reached++
        expect(best?.gpus ?? Infinity).toBe(plainLeast(setup, load))
      },
    ),
    { numRuns: 120 },
  )
  expect(reached).toBeGreaterThan(20)
})
