import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import type { SearchSetup } from '../../shared/search/search.ts'
import type { Compute } from './compute.ts'

/** Results kept; one is a quarter of a megabyte at most. */
const MOST_KEPT = 64

export interface CachedCompute extends Compute {
  /** A frontier computed before, if it is still remembered. */
  readonly known: (setup: SearchSetup) => FrontierResult | undefined
}

/**
 * Remembers the frontiers computed last, so that going back to inputs (undo, a toggle, a second series with the same) takes no
 * time. The oldest asked for is forgotten first; cancelled and failed searches are not kept.
 */
export function cachedCompute(compute: Compute, mostKept: number = MOST_KEPT): CachedCompute {
  const kept = new Map<string, FrontierResult>()
  const keep = (key: string, result: FrontierResult): FrontierResult => {
    kept.delete(key)
    kept.set(key, result)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
    return result
  }
  return {
    ...compute,
    known: (setup) => kept.get(JSON.stringify(setup)),
    async frontier(setup, options) {
      const key = JSON.stringify(setup)
      const known = kept.get(key)
      if (known !== undefined && options?.signal?.aborted !== true) {
        options?.onProgress?.(known.gridPoints, known.gridPoints)
        return keep(key, { ...known, elapsedMs: 0 })
      }
      return keep(key, await compute.frontier(setup, options))
    },
  }
}
