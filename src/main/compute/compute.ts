import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import { searchOf, type SearchSetup } from '../../shared/search/search.ts'
import type { ComputeAnswer, ComputeTask, Described, Scanned } from './answer.ts'
import { shardsOf } from './shards.ts'
import type { WorkerPool } from './worker-pool.ts'

/** Searches for frontiers, many at a time, in workers of whatever kind. */
export interface Compute {
  /**
   * @throws CancelledError once `signal` aborts or this is closed; an Error in plain words where the search fails
   */
  frontier(setup: SearchSetup, options?: FrontierOptions): Promise<FrontierResult>
  /** Ends the workers; running searches are cancelled. */
  close(): Promise<void>
  readonly workers: number
}

export interface FrontierOptions {
  /** Grid points done of all, ten times a second at most, and once at the end. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const LEAST_PROGRESS_GAP_MS = 100

/**
 * @param pool spreads the tasks over workers
 * @param now milliseconds of a clock that never goes back
 */
export function createCompute(pool: WorkerPool<ComputeTask, ComputeAnswer>, now: () => number): Compute {
  return {
    workers: pool.size,
    close: async () => pool.close(),
    async frontier(setup, { onProgress, signal } = {}) {
      const begun = now()
      const { gridPoints, layouts, rows, hbmBytes, reserveBytes } = searchOf(setup)
      const shards = shardsOf(setup)
      const report = throttled(onProgress, now)
      let rowsDone = 0
      const scans = await pool.run(
        shards.map((shard): ComputeTask => ({ kind: 'scan', setup, rows: shard })),
        {
          signal,
          onAnswer: (_, index) => {
            rowsDone += shards[index]!.to - shards[index]!.from
            if (rowsDone < rows) report(Math.round((rowsDone / rows) * gridPoints), gridPoints)
          },
        },
      )
      const parts = scans.filter((scan): scan is Scanned => scan.kind === 'scanned')
      const describe: ComputeTask = { kind: 'describe', setup, parts: parts.map((part) => part.staircase) }
      const [described] = (await pool.run([describe], { signal })) as [Described]
      onProgress?.(gridPoints, gridPoints)
      return {
        points: described.points,
        gridPoints,
        evaluated: parts.reduce((total, part) => total + part.evaluated, 0),
        layouts,
        elapsedMs: now() - begun,
        workers: pool.size,
        usdPerGpuHour: setup.usdPerGpuHour,
        hbmBytes,
        reserveBytes,
        nothingFits: described.nothingFits,
      }
    },
  }
}

function throttled(report: FrontierOptions['onProgress'], now: () => number): (done: number, total: number) => void {
  let last = -Infinity
  return (done, total) => {
    if (report === undefined || now() - last < LEAST_PROGRESS_GAP_MS) return
    last = now()
    report(done, total)
  }
}
