import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { everyPoint } from '../../../test/reference/every-point.ts'
import { standardSearchSetupOf } from '../../../test/standard-search-setup.ts'
import { describeGrid } from '../../shared/search/paper/describe.ts'
import { frontierOf } from '../../shared/search/frontier.ts'
import type { PaperSearchSetup } from '../../shared/search/paper/space.ts'
import { replicaThroughputs } from '../../shared/search/standard/replica-throughputs.ts'
import { CancelledError } from './cancelled-error.ts'
import { createThreadCompute } from './thread-compute.ts'

const computes = [1, 2, 3].map((workers) => createThreadCompute({ workers }))
afterAll(() => Promise.all(computes.map((compute) => compute.close())))

/** The frontier by every point of the grid, in this thread. */
const inOneGo = (setup: PaperSearchSetup) => describeGrid(setup, frontierOf(everyPoint(setup), setup.rules))

const anySetup = fc
  .record({
    model: fc.constantFrom('Llama_3_8B', 'Mixtral_8x22B', 'DeepSeek_V3'),
    accelerator: fc.constantFrom('H100', 'V100', 'TPU_v4'),
    pipeline: fc.boolean(),
    attentionScaleDown: fc.boolean(),
    contextTokens: fc.constantFrom(0, 1000, 100_000),
    demandCapTokensPerSecond: fc.constantFrom(null, 1e4, 1e6),
    // Wide enough to be shared among workers.
    grid: fc.record({ gpus: fc.integer({ min: 100, max: 160 }), batches: fc.integer({ min: 100, max: 160 }) }),
  })
  .map(({ model, accelerator, ...fields }) => paperSetup(model, accelerator, fields))

describe('threads', () => {
  it('find the same frontier whatever their number', async () => {
    await fc.assert(
      fc.asyncProperty(anySetup, async (setup) => {
        const expected = inOneGo(setup)
        for (const compute of computes) {
          const { points, workers } = await compute.frontier(setup)
          expect(workers).toBe(compute.workers)
          expect(points).toEqual(expected)
        }
      }),
      { numRuns: 8 },
    )
  })

  it('work on several searches at once', async () => {
    const setups = ['Llama_3_8B', 'Mixtral_8x22B', 'Llama_3_70B'].map((model) =>
      paperSetup(model, 'H100', { grid: { gpus: 150, batches: 100 } }),
    )
    const results = await Promise.all(setups.map((setup) => computes[1]!.frontier(setup)))
    expect(results.map(({ points }) => points)).toEqual(setups.map(inOneGo))
  })

  it('are there for the next search after one is cancelled', async () => {
    const compute = computes[0]!
    const controller = new AbortController()
    const cancelled = compute.frontier(paperSetup('Llama_3_70B', 'H100'), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    await expect(cancelled).rejects.toThrow(CancelledError)
    const small = paperSetup('Llama_3_8B', 'H100', { grid: { gpus: 20, batches: 20 } })
    expect((await compute.frontier(small)).points).toEqual(inOneGo(small))
  })

  it('find what replicas make at speeds, in the order of the speeds', async () => {
    const setup = standardSearchSetupOf('gpt-oss-120b', 'h100-sxm', { contextTokens: 1500 })
    const speeds = [5, 20, 40, 80, 160, 320, 1e6]
    const expected = speeds.map((speed) => replicaThroughputs(setup, speed))
    expect(expected.map(({ length }) => length)).toEqual(expected.map(({ length }) => length).toSorted((a, b) => b - a))
    for (const compute of computes) expect(await compute.throughputs(setup, speeds)).toEqual(expected)
  })

  it('tell what a search stumbles over', async () => {
    const setup = paperSetup('Llama_3_8B', 'H100', { grid: { gpus: 20, batches: 20 } })
    const rateless = { ...setup, accelerator: { ...setup.accelerator, peaks: [] } }
    await expect(computes[0]!.frontier(rateless)).rejects.toThrow('H100 has no arithmetic rate for 16-bit weights')
  })
})
