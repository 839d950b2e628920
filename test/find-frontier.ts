import type { FrontierResult } from '../src/shared/search/frontier-result.ts'
import { frontierOf } from '../src/shared/search/frontier.ts'
import { searchOf, type SearchSetup } from '../src/shared/search/search.ts'

/** A whole search in this thread. */
export function findFrontier(setup: SearchSetup): FrontierResult {
  const search = searchOf(setup)
  const { staircase, evaluated } = search.scan({ from: 0, to: search.rows })
  const points = search.describe(frontierOf(staircase, search.reading))
  return {
    points,
    gridPoints: search.gridPoints,
    evaluated,
    layouts: search.layouts,
    elapsedMs: 0,
    workers: 1,
    usdPerGpuHour: setup.usdPerGpuHour,
    hbmBytes: search.hbmBytes,
    reserveBytes: search.reserveBytes,
    nothingFits: points.gpus.length === 0 ? search.nothingFits() : null,
  }
}
