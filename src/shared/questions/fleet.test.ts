import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReplicaThroughput } from '../search/standard/replica-throughputs.ts'
import { fleetOf, fleetsOf, leastMixedFleet, type Fleet } from './fleet.ts'

const replica = (gpus: number, throughput: number, promptGpus = 0): ReplicaThroughput => ({
  layout: { tensor: gpus, data: 1, expert: 1, pipeline: 1 },
  drafting: false,
  gpus,
  batch: 1,
  tokensPerSecond: 1,
  throughput,
  promptGpus,
})

const madeBy = ({ replicas }: Fleet): number =>
  replicas.reduce((sum, { replica: one, count }) => sum + count * one.throughput, 0)

/** Every way to have up to so many GPUs, one after the other. */
function plainLeast(replicas: readonly ReplicaThroughput[], load: number, most: number): number {
  let least = most
  const add = (at: number, gpus: number, throughput: number): void => {
    if (gpus >= least) return
    if (throughput >= load) {
      least = gpus
      return
    }
    for (let i = at; i < replicas.length; i++) add(i, gpus + replicas[i]!.gpus, throughput + replicas[i]!.throughput)
  }
  add(0, 0, 0)
  return least
}

const someReplicas = fc.array(
  fc.record({ gpus: fc.constantFrom(1, 2, 3, 4, 6, 8), throughput: fc.integer({ min: 1, max: 40 }) }),
  { minLength: 1, maxLength: 5 },
)

describe('fleetOf', () => {
  it.each([
    [replica(8, 100), 250, { gpus: 24, promptGpus: 0, loadShare: 250 / 300 }],
    [replica(8, 100), 300, { gpus: 24, promptGpus: 0, loadShare: 1 }],
    [replica(8, 100), 1, { gpus: 8, promptGpus: 0, loadShare: 0.01 }],
    // Prompts come with the load, not with the replicas.
    [replica(8, 100, 3), 150, { gpus: 21, promptGpus: 5, loadShare: 0.75 }],
  ])('of %j for %d', (one, load, expected) => expect(fleetOf(one, load)).toMatchObject(expected))

  it('takes what rounding adds for nothing', () => {
    expect(fleetOf(replica(1, 0.1), 0.3).gpus).toBe(3)
  })
})

it('fleets come fewest GPUs first, of equals the one with more to spare', () => {
  const fleets = fleetsOf([replica(8, 100), replica(4, 60), replica(2, 20), replica(4, 90)], 100)
  expect(fleets.map(({ gpus, replicas }) => [gpus, replicas[0]!.replica.throughput])).toEqual([
    [8, 90],
    [8, 60],
    [8, 100],
    [10, 20],
  ])
})

describe('leastMixedFleet', () => {
  it('finds what trying every mixture finds, and serves the load', () => {
    fc.assert(
      fc.property(someReplicas, fc.integer({ min: 1, max: 120 }), (sizes, load) => {
        const replicas = sizes.map(({ gpus, throughput }) => replica(gpus, throughput))
        const alike = fleetsOf(replicas, load)[0]!
        const mixed = leastMixedFleet(replicas, load)!
        expect(mixed.gpus).toBe(plainLeast(replicas, load, alike.gpus))
        expect(madeBy(mixed)).toBeGreaterThanOrEqual(load)
        expect(mixed.replicas.reduce((sum, one) => sum + one.count * one.replica.gpus, 0)).toBe(mixed.gpus)
      }),
    )
  })

  it('mixes where a part of a large replica would be left idle', () => {
    const mixed = leastMixedFleet([replica(8, 100), replica(2, 15)], 110)!
    expect(mixed.gpus).toBe(10)
    expect(mixed.replicas.map(({ replica: { gpus }, count }) => [gpus, count])).toEqual([
      [8, 1],
      [2, 1],
    ])
  })

  it.each([
    ['nothing is fast enough', [], 1],
    ['other GPUs work on prompts', [replica(8, 100, 1)], 110],
    ['the fleet is too large', [replica(8, 100)], 1e6],
  ])('looks at none where %s', (_, replicas, load) => expect(leastMixedFleet(replicas, load)).toBeNull())
})
