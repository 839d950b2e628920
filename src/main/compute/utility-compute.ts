import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import type { ComputeAnswer, ComputeTask } from './answer.ts'
import { createCompute, type Compute } from './compute.ts'
import { WorkerPool, type WorkerHandle } from './worker-pool.ts'
import type { WorkerReply } from './worker-reply.ts'

/** How the processes are named in Electron's list of them. */
export const COMPUTE_SERVICE_NAME = 'paretoscope-compute'

/** What a process needs of the environment: Windows' own folder, and where a runtime's libraries are. Nothing else is handed on. */
const ENVIRONMENT = ['SystemRoot', 'LD_LIBRARY_PATH'] as const

const MOST_ERROR_TEXT = 2000

/** Compute in Electron utility processes: a crash ends one of them, never the app. */
export function createUtilityCompute({ workers = availableParallelism() }: { workers?: number } = {}): Compute {
  return createCompute(new WorkerPool({ size: Math.max(1, workers), spawn: spawnUtility }), () => performance.now())
}

function spawnUtility(): WorkerHandle<ComputeTask, ComputeAnswer> {
  const child = utilityProcess.fork(join(app.getAppPath(), 'out/main/compute-worker.js'), [], {
    serviceName: COMPUTE_SERVICE_NAME,
    env: scrubbedEnvironment(),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errorText = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errorText = (errorText + chunk.toString()).slice(-MOST_ERROR_TEXT)
  })
  return {
    post: (task) => child.postMessage(task),
    onMessage: (listener) => child.on('message', (reply: WorkerReply<ComputeAnswer>) => listener(reply)),
    onExit: (listener) =>
      child.once('exit', (code) => listener([`exit code ${code}`, errorText.trim()].filter(Boolean).join(': '))),
    kill: () => void child.kill(),
  }
}

function scrubbedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    ENVIRONMENT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
}
