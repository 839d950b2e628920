import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ComputeAnswer, ComputeTask } from './answer.ts'
import { createCompute, type Compute } from './compute.ts'
import { WorkerPool, type WorkerHandle } from './worker-pool.ts'
import type { WorkerReply } from './worker-reply.ts'

/** Compute in threads of this process, for the command line and for tests: runs from the sources, without Electron. */
export function createThreadCompute({ workers = availableParallelism() }: { workers?: number } = {}): Compute {
  return createCompute(new WorkerPool({ size: Math.max(1, workers), spawn: spawnThread }), () => performance.now())
}

function spawnThread(): WorkerHandle<ComputeTask, ComputeAnswer> {
  const worker = new Worker(new URL('./thread-worker.ts', import.meta.url), { env: {}, stdin: false })
  let error: Error | undefined
  worker.on('error', (reason) => {
    error = reason instanceof Error ? reason : new Error(String(reason))
  })
  return {
    post: (task) => worker.postMessage(task),
    onMessage: (listener) => worker.on('message', (reply: WorkerReply<ComputeAnswer>) => listener(reply)),
    onExit: (listener) => worker.on('exit', (code) => listener(error?.message ?? `exit code ${code}`)),
    kill: () => void worker.terminate(),
  }
}
