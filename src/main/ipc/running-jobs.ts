import { InputError } from '../../shared/scenario/input-error.ts'

/** Jobs the renderer can cancel by the name it gave them. */
export interface RunningJobs {
  run<T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  cancel(job: string): void
  cancelAll(): void
}

export function createRunningJobs(): RunningJobs {
  const running = new Map<string, AbortController>()
  return {
    async run(job, work) {
      if (running.has(job))
        throw new InputError('job', `is "${job}", which is still running; give each job a name of its own`)
      const controller = new AbortController()
      running.set(job, controller)
      try {
        return await work(controller.signal)
      } finally {
        running.delete(job)
      }
    },
    cancel: (job) => running.get(job)?.abort(),
    cancelAll: () => running.forEach((controller) => controller.abort()),
  }
}
