import { describe, expect, it, vi } from 'vitest'
import { CancelledError } from './cancelled-error.ts'
import { WorkerPool, type WorkerHandle } from './worker-pool.ts'
import type { WorkerReply } from './worker-reply.ts'

/** A worker that does nothing until the test says so. */
class FakeWorker implements WorkerHandle<string, string> {
  readonly posted: string[] = []
  killed = false
  private answerListener: (reply: WorkerReply<string>) => void = () => {}
  private exitListener: (why: string) => void = () => {}

  post(task: string): void {
    this.posted.push(task)
  }
  onMessage(listener: (reply: WorkerReply<string>) => void): void {
    this.answerListener = listener
  }
  onExit(listener: (why: string) => void): void {
    this.exitListener = listener
  }
  kill(): void {
    this.killed = true
    this.exitListener('killed')
  }

  get task(): string | undefined {
    return this.posted.at(-1)
  }
  answer(answer = `${this.task} done`): void {
    this.answerListener({ ok: true, answer })
  }
  fail(message: string): void {
    this.answerListener({ ok: false, message })
  }
  crash(why = 'exit code 9'): void {
    this.exitListener(why)
  }
}

function fakePool(size: number) {
  const spawned: FakeWorker[] = []
  const pool = new WorkerPool<string, string>({
    size,
    spawn: () => {
      const worker = new FakeWorker()
      spawned.push(worker)
      return worker
    },
  })
  return { pool, spawned }
}

/** Lets every worker answer in turn until none has a task left. */
function answerAll(spawned: readonly FakeWorker[]): string[] {
  const order: string[] = []
  const answered = new Map<FakeWorker, number>()
  for (let again = true; again;) {
    again = false
    for (const worker of spawned) {
      if (worker.posted.length === (answered.get(worker) ?? 0)) continue
      answered.set(worker, worker.posted.length)
      order.push(worker.task!)
      worker.answer()
      again = true
    }
  }
  return order
}

describe('WorkerPool', () => {
  it('answers in the order of the tasks, whichever worker is done first', async () => {
    const { pool, spawned } = fakePool(2)
    const answers = pool.run(['a', 'b', 'c'])
    expect(spawned.map((worker) => worker.task)).toEqual(['a', 'b'])
    spawned[1]!.answer('B')
    expect(spawned[1]!.task).toBe('c')
    spawned[1]!.answer('C')
    spawned[0]!.answer('A')
    expect(await answers).toEqual(['A', 'B', 'C'])
  })

  it('has nothing to do for no tasks', async () => {
    const { pool, spawned } = fakePool(2)
    expect(await pool.run([])).toEqual([])
    expect(spawned).toEqual([])
  })

  it('starts no more workers than it needs, and never more than its size', async () => {
    const { pool, spawned } = fakePool(3)
    const one = pool.run(['a'])
    expect(spawned).toHaveLength(1)
    spawned[0]!.answer()
    await one
    void pool.run(['b', 'c', 'd', 'e', 'f'])
    expect(spawned).toHaveLength(3)
  })

  it('can start all its workers ahead', async () => {
    const { pool, spawned } = fakePool(3)
    pool.warm()
    pool.warm()
    expect(spawned).toHaveLength(3)
    const job = pool.run(['a'])
    expect(spawned.map((worker) => worker.task)).toEqual(['a', undefined, undefined])
    answerAll(spawned)
    await job
    pool.close()
    pool.warm()
    expect(spawned).toHaveLength(3)
  })

  it('lets jobs take turns, a new one first', async () => {
    const { pool, spawned } = fakePool(1)
    const jobs = [pool.run(['a1', 'a2', 'a3']), pool.run(['b1', 'b2', 'b3']), pool.run(['c1', 'c2'])]
    expect(answerAll(spawned)).toEqual(['a1', 'c1', 'b1', 'a2', 'c2', 'b2', 'a3', 'b3'])
    await Promise.all(jobs)
  })

  it('tells of each answer as it comes', async () => {
    const { pool, spawned } = fakePool(2)
    const onAnswer = vi.fn()
    const job = pool.run(['a', 'b'], { onAnswer })
    spawned[1]!.answer('B')
    expect(onAnswer.mock.calls).toEqual([['B', 1]])
    spawned[0]!.answer('A')
    await job
    expect(onAnswer).toHaveBeenCalledTimes(2)
  })

  it('fails a job whose listener throws, and goes on with the next', async () => {
    const { pool, spawned } = fakePool(1)
    const bad = pool.run(['a', 'a2'], {
      onAnswer: () => {
        throw new Error('listener')
      },
    })
    const good = pool.run(['b'])
    spawned[0]!.answer()
    await expect(bad).rejects.toThrow('listener')
    expect(answerAll(spawned)).toContain('b')
    expect(await good).toEqual(['b done'])
  })

  it('fails a job with the message of the exception in the worker, and keeps the worker', async () => {
    const { pool, spawned } = fakePool(1)
    const failing = pool.run(['a', 'a2', 'a3'])
    const other = pool.run(['b'])
    spawned[0]!.fail('no rate for 2-bit weights')
    await expect(failing).rejects.toThrow('no rate for 2-bit weights')
    expect(spawned[0]!.task).toBe('b')
    spawned[0]!.answer()
    expect(await other).toEqual(['b done'])
    expect(spawned).toHaveLength(1)
    expect(spawned[0]!.posted).toEqual(['a', 'b'])
  })
})

describe('a crash', () => {
  it('is mended: a new worker gets the task once more', async () => {
    const { pool, spawned } = fakePool(1)
    const job = pool.run(['a', 'b'])
    spawned[0]!.crash()
    expect(spawned).toHaveLength(2)
    expect(spawned[1]!.task).toBe('a')
    expect(answerAll(spawned.slice(1))).toEqual(['a', 'b'])
    expect(await job).toEqual(['a done', 'b done'])
  })

  it('on the same task a second time fails the job clearly; other jobs go on', async () => {
    const { pool, spawned } = fakePool(1)
    const job = pool.run(['a', 'a2'])
    const other = pool.run(['b', 'b2'])
    spawned[0]!.crash()
    expect(spawned[1]!.task).toBe('b')
    spawned[1]!.answer()
    expect(spawned[1]!.task).toBe('a')
    spawned[1]!.crash('exit code 9')
    await expect(job).rejects.toThrow('A compute process ended twice on the same part of the search (exit code 9).')
    expect(spawned[2]!.posted).toEqual(['b2'])
    spawned[2]!.answer()
    expect(await other).toEqual(['b done', 'b2 done'])
  })

  it('counts for each task: two tasks may each crash once', async () => {
    const { pool, spawned } = fakePool(1)
    const job = pool.run(['a', 'b'])
    spawned[0]!.crash()
    spawned[1]!.answer()
    expect(spawned[1]!.task).toBe('b')
    spawned[1]!.crash()
    expect(spawned[2]!.task).toBe('b')
    spawned[2]!.answer()
    expect(await job).toEqual(['a done', 'b done'])
  })

  it('of an idle worker is noticed when it is next needed', async () => {
    const { pool, spawned } = fakePool(1)
    const first = pool.run(['a'])
    spawned[0]!.answer()
    await first
    spawned[0]!.crash()
    expect(spawned).toHaveLength(1)
    const second = pool.run(['b'])
    spawned[1]!.answer()
    expect(await second).toEqual(['b done'])
  })

  it('of a cancelled job’s worker does not bring its task back', async () => {
    const { pool, spawned } = fakePool(1)
    const controller = new AbortController()
    const job = pool.run(['a'], { signal: controller.signal })
    controller.abort()
    await expect(job).rejects.toThrow(CancelledError)
    spawned[0]!.crash()
    expect(spawned).toHaveLength(1)
  })
})

describe('cancelling', () => {
  it('rejects at once, drops what is queued and ignores what is in flight', async () => {
    const { pool, spawned } = fakePool(1)
    const controller = new AbortController()
    const onAnswer = vi.fn()
    const job = pool.run(['a', 'b', 'c'], { signal: controller.signal, onAnswer })
    const other = pool.run(['d'])
    controller.abort()
    await expect(job).rejects.toThrow(CancelledError)
    spawned[0]!.answer()
    expect(onAnswer).not.toHaveBeenCalled()
    expect(spawned[0]!.posted).toEqual(['a', 'd'])
    spawned[0]!.answer()
    expect(await other).toEqual(['d done'])
  })

  it('beforehand starts nothing', async () => {
    const { pool, spawned } = fakePool(1)
    await expect(pool.run(['a'], { signal: AbortSignal.abort() })).rejects.toThrow(CancelledError)
    expect(spawned).toEqual([])
  })

  it('afterwards changes nothing', async () => {
    const { pool, spawned } = fakePool(1)
    const controller = new AbortController()
    const job = pool.run(['a'], { signal: controller.signal })
    spawned[0]!.answer()
    controller.abort()
    expect(await job).toEqual(['a done'])
  })
})

describe('closing', () => {
  it('kills the workers, cancels the jobs and takes no more', async () => {
    const { pool, spawned } = fakePool(2)
    const job = pool.run(['a', 'b', 'c'])
    pool.close()
    await expect(job).rejects.toThrow(CancelledError)
    expect(spawned.map((worker) => worker.killed)).toEqual([true, true])
    await expect(pool.run(['d'])).rejects.toThrow(CancelledError)
    expect(spawned).toHaveLength(2)
  })
})
