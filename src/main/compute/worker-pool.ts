import { CancelledError } from './cancelled-error.ts'
import type { WorkerReply } from './worker-reply.ts'

/** A running worker of any kind. A message posted before it has started waits for it. */
export interface WorkerHandle<Task, Answer> {
  post(task: Task): void
  onMessage(listener: (reply: WorkerReply<Answer>) => void): void
  /** Called once, however the worker ends; `why` is for people. */
  onExit(listener: (why: string) => void): void
  kill(): void
}

export interface PoolOptions<Task, Answer> {
  readonly size: number
  readonly spawn: () => WorkerHandle<Task, Answer>
}

export interface RunOptions<Answer> {
  readonly signal?: AbortSignal | undefined
  /** Called as each task is answered, with its place in the list. */
  readonly onAnswer?: ((answer: Answer, index: number) => void) | undefined
}

interface Job<Task, Answer> {
  readonly tasks: readonly Task[]
  readonly answers: Answer[]
  readonly attempts: Uint8Array
  /** Places of the tasks that no worker has yet, the next one last. */
  readonly waiting: number[]
  unanswered: number
  readonly onAnswer: RunOptions<Answer>['onAnswer']
  readonly finish: (error?: Error) => void
}

interface Assignment<Task, Answer> {
  readonly job: Job<Task, Answer>
  readonly index: number
}

/** A task is given to a worker at most this many times: once more after a crash. */
const MOST_ATTEMPTS = 2

/**
 * Spreads jobs, lists of small tasks, over a fixed number of workers. Jobs take turns, so that those started together
 * progress together. Workers start when first needed and are replaced when they crash.
 */
export class WorkerPool<Task, Answer> {
  private readonly options: PoolOptions<Task, Answer>
  private readonly workers = new Map<WorkerHandle<Task, Answer>, Assignment<Task, Answer> | null>()
  /** Jobs in the order of their turns. */
  private jobs: Job<Task, Answer>[] = []
  private closed = false

  constructor(options: PoolOptions<Task, Answer>) {
    this.options = options
  }

  get size(): number {
    return this.options.size
  }

  /**
   * @returns the answers in the order of `tasks`
   * @throws CancelledError as soon as the signal aborts or the pool closes; an Error with the worker's message
   */
  run(tasks: readonly Task[], { signal, onAnswer }: RunOptions<Answer> = {}): Promise<Answer[]> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true || this.closed) return reject(new CancelledError())
      if (tasks.length === 0) return resolve([])
      const cancel = () => job.finish(new CancelledError())
      const job: Job<Task, Answer> = {
        tasks,
        answers: Array.from({ length: tasks.length }),
        attempts: new Uint8Array(tasks.length),
        waiting: tasks.map((_, i) => tasks.length - 1 - i),
        unanswered: tasks.length,
        onAnswer,
        finish: (error) => {
          if (!this.jobs.includes(job)) return
          this.jobs = this.jobs.filter((other) => other !== job)
          signal?.removeEventListener('abort', cancel)
          if (error === undefined) resolve(job.answers)
          else reject(error)
        },
      }
      signal?.addEventListener('abort', cancel)
      // Its first turn comes at once: a search's last step, a job of its own, does not queue behind the others' many.
      this.jobs.unshift(job)
      this.dispatch()
    })
  }

  /** Starts every worker, so that the first job does not wait for one to come up. */
  warm(): void {
    while (!this.closed && this.workers.size < this.options.size) this.start()
  }

  /** Ends every worker; what still runs is cancelled. */
  close(): void {
    this.closed = true
    for (const job of this.jobs) job.finish(new CancelledError())
    for (const worker of this.workers.keys()) worker.kill()
    this.workers.clear()
  }

  private dispatch(): void {
    while (!this.closed) {
      const job = this.jobs.find(({ waiting }) => waiting.length > 0)
      if (job === undefined) return
      const worker = this.idleWorker()
      if (worker === null) return
      this.jobs = [...this.jobs.filter((other) => other !== job), job]
      const index = job.waiting.pop()!
      job.attempts[index]!++
      this.workers.set(worker, { job, index })
      worker.post(job.tasks[index]!)
    }
  }

  private idleWorker(): WorkerHandle<Task, Answer> | null {
    for (const [worker, assignment] of this.workers) if (assignment === null) return worker
    return this.workers.size >= this.size ? null : this.start()
  }

  private start(): WorkerHandle<Task, Answer> {
    const worker = this.options.spawn()
    this.workers.set(worker, null)
    worker.onMessage((reply) => this.take(worker, reply))
    worker.onExit((why) => this.replace(worker, why))
    return worker
  }

  private take(worker: WorkerHandle<Task, Answer>, reply: WorkerReply<Answer>): void {
    const assignment = this.workers.get(worker)
    if (assignment == null) return
    this.workers.set(worker, null)
    const { job, index } = assignment
    if (this.jobs.includes(job)) {
      if (reply.ok) this.record(job, index, reply.answer)
      else job.finish(new Error(reply.message))
    }
    this.dispatch()
  }

  private record(job: Job<Task, Answer>, index: number, answer: Answer): void {
    job.answers[index] = answer
    job.unanswered--
    try {
      job.onAnswer?.(answer, index)
    } catch (error) {
      return job.finish(error instanceof Error ? error : new Error(String(error)))
    }
    if (job.unanswered === 0) job.finish()
  }

  private replace(worker: WorkerHandle<Task, Answer>, why: string): void {
    const assignment = this.workers.get(worker)
    if (!this.workers.delete(worker)) return
    if (assignment != null) {
      const { job, index } = assignment
      if (job.attempts[index]! < MOST_ATTEMPTS) job.waiting.push(index)
      else job.finish(new Error(`A compute process ended twice on the same part of the search (${why}).`))
    }
    this.dispatch()
  }
}
