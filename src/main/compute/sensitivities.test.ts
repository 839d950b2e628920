import { expect, it, vi } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { CancelledError } from './cancelled-error.ts'
import type { Compute } from './compute.ts'
import { createSensitivities } from './sensitivities.ts'

const setup = paperSetup('Llama_3_70B', 'H100', { grid: { gpus: 12, batches: 12 } })

it('searches one setup after the other, once', async () => {
  let running = 0
  const frontier = vi.fn<Compute['frontier']>(async (asked) => {
    expect(++running).toBe(1)
    await Promise.resolve()
    running--
    return findFrontier(asked)
  })
  const sensitivities = createSensitivities({ frontier })
  const first = await sensitivities(setup, new AbortController().signal)
  expect(frontier).toHaveBeenCalledTimes(1 + first.moved.length)
  expect(await sensitivities({ ...setup }, new AbortController().signal)).toBe(first)
  expect(frontier).toHaveBeenCalledTimes(1 + first.moved.length)
})

it('keeps nothing of what was cancelled', async () => {
  const frontier = vi.fn<Compute['frontier']>(() => Promise.reject(new CancelledError()))
  const sensitivities = createSensitivities({ frontier })
  await expect(sensitivities(setup, AbortSignal.abort())).rejects.toThrow(CancelledError)
  await expect(sensitivities(setup, AbortSignal.abort())).rejects.toThrow(CancelledError)
  expect(frontier).toHaveBeenCalledTimes(2)
})
