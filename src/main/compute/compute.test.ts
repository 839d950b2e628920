import { describe, expect, it, vi } from 'vitest'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { newBlocks } from '../../shared/search/paper/blocks.ts'
import { newPoints } from '../../shared/search/staircase.ts'
import { answer, type ComputeAnswer, type ComputeTask } from './answer.ts'
import { CancelledError } from './cancelled-error.ts'
import { createCompute } from './compute.ts'
import { WorkerPool, type WorkerHandle } from './worker-pool.ts'
import { replyTo, type WorkerReply } from './worker-reply.ts'

const setup = paperSetup('Llama_3_70B', 'H100', { grid: { gpus: 30, batches: 40 } })

/** A compute in this thread: each task is answered by a microtask, and takes `taskMs` of a clock that the test owns. */
function computeHere({ taskMs = 0, work = answer }: { taskMs?: number; work?: typeof answer } = {}) {
  const clock = { ms: 0 }
  const spawn = (): WorkerHandle<ComputeTask, ComputeAnswer> => {
    let listener: (reply: WorkerReply<ComputeAnswer>) => void = () => {}
    return {
      post: (task) =>
        queueMicrotask(() => {
          clock.ms += taskMs
          listener(replyTo(work, structuredClone(task)))
        }),
      onMessage: (given) => (listener = given),
      onExit: () => {},
      kill: () => {},
    }
  }
  return createCompute(new WorkerPool({ size: 1, spawn }), () => clock.ms)
}

describe('a frontier', () => {
  it('comes with what it took', async () => {
    const result = await computeHere({ taskMs: 10 }).frontier(setup)
    expect(result).toMatchObject({
      gridPoints: 1200,
      layouts: 1200 * 120,
      workers: 1,
      usdPerGpuHour: 2.1,
      hbmBytes: 80e9,
      nothingFits: null,
    })
    expect(result.points.tokensPerSecond.length).toBeGreaterThan(20)
    expect(result.elapsedMs % 10).toBe(0)
    expect(result.elapsedMs).toBeGreaterThanOrEqual(10)
    expect(result.evaluated).toBeGreaterThan(result.points.tokensPerSecond.length)
    expect(result.evaluated).toBeLessThan(0.1 * result.layouts)
  })

  it('has fewer points under a demand cap, none above it', async () => {
    const capped = await computeHere().frontier({ ...setup, demandCapTokensPerSecond: 5000 })
    const { batch, tokensPerSecond } = capped.points
    expect(tokensPerSecond.length).toBeGreaterThan(0)
    expect(batch.every((b, i) => b * tokensPerSecond[i]! <= 5000)).toBe(true)
  })

  it('says that the demand cap is too low', async () => {
    const { nothingFits, points } = await computeHere().frontier({ ...setup, demandCapTokensPerSecond: 1e-9 })
    expect(nothingFits).toBe('Every setup that fits makes more than the demand cap of 1e-9 tokens per second.')
    expect(points.tokensPerSecond).toHaveLength(0)
  })

  it('says so where the weights alone are more than the largest grid holds', async () => {
    const tiny = { ...setup, accelerator: { ...setup.accelerator, name: 'pocket calculator', hbmBytes: 1000 } }
    const result = await computeHere().frontier(tiny)
    expect(result.nothingFits).toBe('The weights need more than 262,144 x pocket calculator.')
    expect(result).toMatchObject({ gridPoints: 0, layouts: 0, evaluated: 0 })
  })

  it('fails with the message of the worker', async () => {
    const broken = computeHere({
      work: () => {
        throw new Error('the model has a hole')
      },
    })
    await expect(broken.frontier(setup)).rejects.toThrow('the model has a hole')
  })
})

describe('progress', () => {
  it('is told ten times a second at most, rising, and once at the end', async () => {
    const onProgress = vi.fn()
    await computeHere({ taskMs: 30, work: fakeWork }).frontier(setup, { onProgress })
    // Parts end every 30 ms: the first is told at once, then every fourth (120 ms), then the end.
    const partsTold = [...Array.from({ length: 15 }, (_, i) => 1 + 4 * i), 60]
    expect(onProgress.mock.calls).toEqual(partsTold.map((parts) => [parts * 20, 1200]))
  })

  it('of a small search is told at its end only', async () => {
    const onProgress = vi.fn()
    await computeHere().frontier(paperSetup('Llama_3_8B', 'H100', { grid: { gpus: 4, batches: 4 } }), { onProgress })
    expect(onProgress.mock.calls).toEqual([[16, 16]])
  })
})

describe('cancelling', () => {
  it('rejects while the search runs', async () => {
    const controller = new AbortController()
    const job = computeHere({ work: fakeWork }).frontier(setup, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    await expect(job).rejects.toThrow(CancelledError)
  })

  it('comes with closing', async () => {
    const compute = computeHere()
    const job = compute.frontier(setup)
    await compute.close()
    await expect(job).rejects.toThrow(CancelledError)
  })
})

/** Answers without computing, sixty parts of nothing, for tests that are about something else. */
function fakeWork(task: ComputeTask): ComputeAnswer {
  const nothing = newPoints(0)
  if (task.kind === 'survey')
    return {
      staircase: nothing,
      parts: Array.from({ length: 60 }, () => newBlocks(0, 1, 1)),
      evaluated: 0,
      described: null,
    }
  if (task.kind === 'scan') return { staircase: nothing, evaluated: 1 }
  return answer({ kind: 'describe', setup: { ...setup, demandCapTokensPerSecond: 1e-9 }, parts: [] })
}
