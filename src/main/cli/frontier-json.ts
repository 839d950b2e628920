import { nothingFitsInWords } from '../../shared/report/least-change-in-words.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import type { BandResult } from '../../shared/search/ranges/band.ts'
import { cheapestIndex, fastestIndex, preferredIndex } from '../../shared/search/readings.ts'
import { bandJson, type BandJson } from './band-json.ts'
import { pointJson, type PointJson } from './point-json.ts'

export interface SeriesJson {
  readonly name: string
  readonly elapsedMs: number
  readonly gridPoints: number
  readonly evaluated: number
  /** Fastest first. */
  readonly frontier: readonly PointJson[]
  readonly preferred: PointJson | null
  readonly fastest: PointJson | null
  readonly cheapest: PointJson | null
  /** Only where inputs are uncertain. */
  readonly band?: BandJson
  /** Why there is no point, in words; only where there is none. */
  readonly reason?: string
}

/** A series of `frontier --json`, in full precision. */
export function seriesJson(
  name: string,
  result: FrontierResult,
  speedWeight: number,
  band: BandResult | null = null,
): SeriesJson {
  const { points } = result
  const frontier = Array.from({ length: points.latencySeconds.length }, (_, i) => pointJson(points, i))
  const read = (index: number): PointJson | null => frontier[index] ?? null
  return {
    name,
    elapsedMs: result.elapsedMs,
    gridPoints: result.gridPoints,
    evaluated: result.evaluated,
    frontier,
    preferred: read(preferredIndex(points, speedWeight)),
    fastest: read(fastestIndex()),
    cheapest: read(cheapestIndex(points)),
    ...(band === null ? {} : { band: bandJson(band) }),
    ...(result.nothingFits === null ? {} : { reason: nothingFitsInWords(result)! }),
  }
}
