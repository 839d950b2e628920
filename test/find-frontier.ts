import type { FrontierResult } from '../src/shared/search/frontier-result.ts'
import { frontierOf } from '../src/shared/search/frontier.ts'
import { searchOf, type SearchSetup } from '../src/shared/search/search.ts'
import { mergeStaircases, type Staircase } from '../src/shared/search/staircase.ts'

/** The staircase of a whole search in this thread, in `parts` parts. */
export function findStaircase(setup: SearchSetup, parts = 1): { staircase: Staircase; evaluated: number } {
  const search = searchOf(setup)
  const surveyed = search.survey(parts)
  const scans = surveyed.parts.map((part) => search.scan(part, surveyed.staircase))
  return {
    staircase: mergeStaircases([surveyed.staircase, ...scans.map((scan) => scan.staircase)]),
    evaluated: scans.reduce((sum, scan) => sum + scan.evaluated, surveyed.evaluated),
  }
}

/** A whole search in this thread. */
export function findFrontier(setup: SearchSetup, parts = 1): FrontierResult {
  const search = searchOf(setup)
  const { staircase, evaluated } = findStaircase(setup, parts)
  const points = search.describe(frontierOf(staircase, search.reading))
  const { gridPoints, layouts } = search.size()
  const nothing = points.gpus.length === 0 ? search.nothingFits() : null
  return {
    points,
    gridPoints,
    evaluated,
    layouts,
    elapsedMs: 0,
    workers: 1,
    usdPerGpuHour: setup.usdPerGpuHour,
    wattsPerGpu: setup.wattsPerGpu,
    hbmBytes: search.hbmBytes,
    reserveBytes: search.reserveBytes,
    nothingFits: nothing?.reason ?? null,
    leastChanges: [...(nothing?.changes ?? [])],
  }
}
