import { InputError } from '../../shared/scenario/input-error.ts'

/** Jobs the renderer can cancel by the name it gave them. */
export interface RunningJobs {
  run<T>(owner: number, job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  cancel(job: string): void
  /** Cancels all jobs of an owner. */
  cancelAll(owner: number): void
}

export function createRunningJobs(): RunningJobs {
  const running = new Map<string, { readonly owner: number; readonly controller: AbortController }>()
  return {
    async run(owner, job, work) {
      if (running.has(job))
        throw new InputError('job', `is "${job}", which is still running; give each job a name of its own`)
      const controller = new AbortController()
      running.set(job, { owner, controller })
      try {
        return await work(controller.signal)
      } finally {
        running.delete(job)
      }
    },
    cancel: (job) => running.get(job)?.controller.abort(),
    cancelAll(owner) {
      for (const job of running.values()) if (job.owner === owner) job.controller.abort()
    },
  }
}
