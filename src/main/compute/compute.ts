import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import type { Scanned } from '../../shared/search/frontier-search.ts'
import type { BandResult } from '../../shared/search/ranges/band.ts'
import type { Uncertainty } from '../../shared/search/ranges/uncertainty.ts'
import { searchOf, type SearchSetup } from '../../shared/search/search.ts'
import type { ReplicaThroughput } from '../../shared/search/standard/replica-throughputs.ts'
import type { StandardSearchSetup } from '../../shared/search/standard/space.ts'
import type { ComputeAnswer, ComputeTask, Described, SurveyAnswer } from './answer.ts'
import { searchBand, type RunTasks } from './search-band.ts'
import type { WorkerPool } from './worker-pool.ts'

/** Searches for frontiers, many at a time, in workers of whatever kind. */
export interface Compute {
  /**
   * @throws CancelledError once `signal` aborts or this is closed; an Error in plain words where the search fails
   */
  frontier(setup: SearchSetup, options?: FrontierOptions): Promise<FrontierResult>
  /** What a replica of each layout makes at each of some speeds, for fleets. Fails as `frontier` does. */
  throughputs(
    setup: StandardSearchSetup,
    speeds: readonly number[],
    options?: Pick<FrontierOptions, 'signal'>,
  ): Promise<ReplicaThroughput[][]>
  /** The band of a frontier whose inputs are uncertain. @throws as `frontier` does */
  band(setup: SearchSetup, uncertainty: Uncertainty, options?: FrontierOptions): Promise<BandResult>
  /** Starts the workers before they are needed. */
  warm(): void
  /** Ends the workers; running searches are cancelled. */
  close(): Promise<void>
  readonly workers: number
}

export interface FrontierOptions {
  /** Grid points, of a band tasks, done of all, ten times a second at most, and once at the end. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const LEAST_PROGRESS_GAP_MS = 100

/** Parts a search is divided into, so that no worker waits long for another. */
const PARTS_PER_WORKER = 2

/**
 * @param pool spreads the tasks over workers
 * @param now milliseconds of a clock that never goes back
 */
export function createCompute(pool: WorkerPool<ComputeTask, ComputeAnswer>, now: () => number): Compute {
  return {
    workers: pool.size,
    warm: () => pool.warm(),
    close: async () => pool.close(),
    async throughputs(setup, speeds, { signal } = {}) {
      const size = Math.ceil(speeds.length / (PARTS_PER_WORKER * pool.size))
      const starts = speeds.flatMap((_, i) => (i % size === 0 ? [i] : []))
      const tasks = starts.map((from) => ({
        kind: 'throughputs' as const,
        setup,
        speeds: speeds.slice(from, from + size),
      }))
      return ((await pool.run(tasks, { signal })) as ReplicaThroughput[][][]).flat()
    },
    async band(setup, uncertainty, { onProgress, signal } = {}) {
      const begun = now()
      const report = throttled(onProgress, now)
      const run: RunTasks = (tasks, onAnswer) => pool.run(tasks, { signal, onAnswer }) as Promise<never[]>
      const band = await searchBand(run, setup, uncertainty, report)
      onProgress?.(1, 1)
      return { ...band, elapsedMs: now() - begun, workers: pool.size }
    },
    async frontier(setup, { onProgress, signal } = {}) {
      const begun = now()
      const search = searchOf(setup)
      const { hbmBytes, reserveBytes } = search
      const { gridPoints, layouts } = search.size()
      const report = throttled(onProgress, now)
      const ask = <A extends ComputeAnswer>(tasks: readonly ComputeTask[], onAnswer?: () => void): Promise<A[]> =>
        pool.run(tasks, { signal, onAnswer }) as Promise<A[]>

      const [surveyed] = await ask<SurveyAnswer>([{ kind: 'survey', setup, parts: PARTS_PER_WORKER * pool.size }])
      const { staircase, parts, evaluated, described: early } = surveyed!
      let done = 0
      const scans = await ask<Scanned>(
        parts.map((part) => ({ kind: 'scan', setup, part, known: staircase })),
        () => {
          done++
          if (done < parts.length) report(Math.round((done / parts.length) * gridPoints), gridPoints)
        },
      )
      const found = [staircase, ...scans.map((scan) => scan.staircase)]
      const [described] = early === null ? await ask<Described>([{ kind: 'describe', setup, parts: found }]) : [early]
      onProgress?.(gridPoints, gridPoints)
      return {
        ...described!,
        gridPoints,
        evaluated: scans.reduce((total, scan) => total + scan.evaluated, evaluated),
        layouts,
        elapsedMs: now() - begun,
        workers: pool.size,
        usdPerGpuHour: setup.usdPerGpuHour,
        wattsPerGpu: setup.wattsPerGpu,
        hbmBytes,
        reserveBytes,
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
