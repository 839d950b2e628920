import { expect, it } from 'vitest'
import { standardSearchSetupOf } from '../../../test/standard-search-setup.ts'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { seriesOf } from '../../shared/scenario/scenario.ts'
import { searchSetup } from '../../shared/scenario/search-setup.ts'
import type { Uncertainty } from '../../shared/search/ranges/uncertainty.ts'
import { CancelledError } from './cancelled-error.ts'
import { cachedCompute } from './cached-compute.ts'
import { createThreadCompute } from './thread-compute.ts'

const standard = standardSearchSetupOf('llama-3.1-8b', 'h100-sxm', { contextTokens: 1000, pipeline: false })
const uncertainty: Uncertainty = { inputs: [{ id: 'kernelTime', low: 0.8, high: 1.2 }], errors: null }

const paper = searchSetup(
  seriesOf({ name: 'paper', model: 'llama-3.1-405b', accelerator: 'h100-sxm', grid: { gpus: 64, batches: 64 } }),
  BUILT_IN_CATALOG,
)

it.each([
  ['standard', standard],
  ['paper', paper],
] as const)(
  'gives the same band with one worker and with two, counts to the end, and is remembered: %s',
  async (_, setup) => {
    const one = createThreadCompute({ workers: 1 })
    const two = createThreadCompute({ workers: 2 })
    try {
      const cached = cachedCompute(two)
      const counted: number[] = []
      const band = await cached.band(setup, uncertainty, {
        onProgress: (done, total) => counted.push(done / total),
      })
      const { elapsedMs: _ms, workers: _workers, ...same } = await one.band(setup, uncertainty)
      expect(band).toMatchObject(same)
      expect(band.samples).toBe(1024)
      expect(band.checked.difference).toBeLessThan(0.01)
      expect(counted.at(-1)).toBe(1)
      expect(counted).toEqual(counted.toSorted((a, b) => a - b))
      expect(await cached.band(setup, uncertainty)).toBe(band)
    } finally {
      await one.close()
      await two.close()
    }
  },
)

it('is given up when its signal aborts, and nothing of it is kept', async () => {
  const compute = createThreadCompute({ workers: 1 })
  try {
    const cached = cachedCompute(compute)
    const controller = new AbortController()
    const band = cached.band(standard, uncertainty, { signal: controller.signal, onProgress: () => controller.abort() })
    await expect(band).rejects.toThrow(CancelledError)
    await expect(cached.band(standard, uncertainty)).resolves.toMatchObject({ samples: 1024 })
  } finally {
    await compute.close()
  }
})
