import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import type { BandResult } from '../../shared/search/ranges/band.ts'
import type { SearchSetup } from '../../shared/search/search.ts'
import type { Compute } from './compute.ts'

/** Results kept; one is a quarter of a megabyte at most. */
const MOST_KEPT = 64

export interface CachedCompute extends Compute {
  /** A frontier computed before, if it is still remembered. */
  readonly known: (setup: SearchSetup) => FrontierResult | undefined
}

/** Answers by what was asked; the oldest asked for is forgotten first. */
function createMemory<T>(mostKept: number) {
  const kept = new Map<string, T>()
  return {
    get: (key: string): T | undefined => kept.get(key),
    keep(key: string, answer: T): T {
      kept.delete(key)
      kept.set(key, answer)
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
      return answer
    },
  }
}

/**
 * Remembers the frontiers and bands computed last, so that going back to inputs (undo, a toggle, a second series with the same)
 * takes no time. Cancelled and failed searches are not kept.
 */
export function cachedCompute(compute: Compute, mostKept: number = MOST_KEPT): CachedCompute {
  const frontiers = createMemory<FrontierResult>(mostKept)
  const bands = createMemory<BandResult>(mostKept)
  return {
    ...compute,
    known: (setup) => frontiers.get(JSON.stringify(setup)),
    async frontier(setup, options) {
      const key = JSON.stringify(setup)
      const known = frontiers.get(key)
      if (known !== undefined && options?.signal?.aborted !== true) {
        options?.onProgress?.(known.gridPoints, known.gridPoints)
        return frontiers.keep(key, { ...known, elapsedMs: 0 })
      }
      return frontiers.keep(key, await compute.frontier(setup, options))
    },
    async band(setup, uncertainty, options) {
      const key = JSON.stringify([setup, uncertainty])
      const known = bands.get(key)
      if (known !== undefined && options?.signal?.aborted !== true) {
        options?.onProgress?.(1, 1)
        return bands.keep(key, known)
      }
      return bands.keep(key, await compute.band(setup, uncertainty, options))
    },
  }
}
