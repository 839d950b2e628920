import { expect, it, vi } from 'vitest'
import { fakeCompute } from '../../../test/fake-compute.ts'
import { findFrontier } from '../../../test/find-frontier.ts'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { cachedCompute } from './cached-compute.ts'
import { CancelledError } from './cancelled-error.ts'

const setupAt = (contextTokens: number) =>
  paperSetup('Llama_3_8B', 'H100', { contextTokens, grid: { gpus: 6, batches: 6 } })

function counting() {
  const frontier = vi.fn(async (setup: ReturnType<typeof setupAt>) => ({ ...findFrontier(setup), elapsedMs: 5 }))
  return { frontier, compute: fakeCompute({ frontier }) }
}

it('computes the same inputs once', async () => {
  const { frontier, compute } = counting()
  const cached = cachedCompute(compute)
  const first = await cached.frontier(setupAt(10))
  const onProgress = vi.fn()
  const second = await cached.frontier(setupAt(10), { onProgress })
  expect(frontier).toHaveBeenCalledTimes(1)
  expect(second).toEqual({ ...first, elapsedMs: 0 })
  expect(onProgress.mock.calls).toEqual([[36, 36]])
  await cached.frontier(setupAt(11))
  expect(frontier).toHaveBeenCalledTimes(2)
})

it('forgets what was asked for least lately', async () => {
  const { frontier, compute } = counting()
  const cached = cachedCompute(compute, 2)
  for (const context of [1, 2, 1, 3, 1]) await cached.frontier(setupAt(context))
  expect(frontier).toHaveBeenCalledTimes(3)
  await cached.frontier(setupAt(2))
  expect(frontier).toHaveBeenCalledTimes(4)
})

it('keeps nothing of a search that failed', async () => {
  const { frontier, compute } = counting()
  frontier.mockRejectedValueOnce(new CancelledError())
  const cached = cachedCompute(compute)
  await expect(cached.frontier(setupAt(1))).rejects.toThrow(CancelledError)
  await expect(cached.frontier(setupAt(1))).resolves.toMatchObject({ gridPoints: 36 })
})
