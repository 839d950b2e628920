import type { FrontierPoints } from '../search/frontier-points.ts'
import type { Band } from '../search/ranges/band.ts'
import { costBand, speedBand, type BandInterval } from '../search/ranges/read-band.ts'
import { costAtSpeed, speedAtCost, type LineReading } from '../search/read-between.ts'
import { cheapestIndex, fastestIndex, preferredIndex } from '../search/readings.ts'
import type { PointError } from './error-class-at.ts'

/** A place read off a frontier, as speed and cost; `index` is the point that can be deployed for it. */
export interface Reading extends LineReading {
  /** How sure the speed is. */
  readonly error: PointError
  /** How far speed and cost are from the baseline's same reading: -0.5 is half; null for the baseline, or where it has none. */
  readonly speedChange: number | null
  readonly costChange: number | null
  /** Where the cost at this speed lies with 90 %, and the speed at this cost; null where all inputs are known. */
  readonly costRange: BandInterval | null
  readonly speedRange: BandInterval | null
}

/** A frontier to be read. */
export interface ReadSeries {
  readonly name: string
  readonly points: FrontierPoints
  readonly errorAt: (index: number) => PointError
  readonly band: Band | null
}

export interface ReadingsRow {
  readonly name: string
  readonly fastest: Reading
  readonly preferred: Reading
  readonly cheapest: Reading
  /** In the order of the table's speeds; null where the series does not reach the speed. */
  readonly atSpeed: readonly (Reading | null)[]
  /** In the order of the table's costs; null where nothing of the series is that cheap. */
  readonly atCost: readonly (Reading | null)[]
}

export interface ReadingsTable {
  readonly speeds: readonly number[]
  readonly costs: readonly number[]
  /** Place of the baseline among the rows. */
  readonly baseline: number
  /** null for a series without a single point. */
  readonly rows: readonly (ReadingsRow | null)[]
}

/** What is read of each series. */
export interface ReadingsAsked {
  /** Place of the baseline among the series; -1 where it has no frontier yet. */
  readonly baseline: number
  readonly speeds: readonly number[]
  readonly costs: readonly number[]
  readonly speedWeight: number
}

const ROUND_SPEEDS = [1, 2, 5, 10, 20, 40, 50, 60, 100, 200, 400, 600, 1000, 2000, 4000, 6000, 10_000]

/** Up to `count` round speeds, of those that most series reach the fastest; in ascending order. */
export function roundSpeeds(frontiers: readonly FrontierPoints[], count: number): number[] {
  const reaching = (speed: number) => frontiers.filter((points) => (points.tokensPerSecond[0] ?? 0) >= speed).length
  return ROUND_SPEEDS.filter((speed) => reaching(speed) > 0)
    .toSorted((a, b) => reaching(b) - reaching(a) || b - a)
    .slice(0, count)
    .toSorted((a, b) => a - b)
}

const pointReading = ({ tokensPerSecond, usdPerMillionTokens }: FrontierPoints, index: number): LineReading => ({
  index,
  tokensPerSecond: tokensPerSecond[index]!,
  usdPerMillionTokens: usdPerMillionTokens[index]!,
  placed: 'point',
})

/** Readings of every series, each beside the baseline's. */
export function readingsTable(
  series: readonly ReadSeries[],
  { baseline, speeds, costs, speedWeight }: ReadingsAsked,
): ReadingsTable {
  const base = series[baseline]?.points
  const rows = series.map(({ name, points, errorAt, band }, at): ReadingsRow | null => {
    if (points.tokensPerSecond.length === 0) return null
    const read = (from: (points: FrontierPoints) => LineReading | null): Reading | null => {
      const found = from(points)
      if (found === null) return null
      const other = base === undefined || at === baseline || base.tokensPerSecond.length === 0 ? null : from(base)
      return {
        ...found,
        error: errorAt(found.index),
        speedChange: other === null ? null : found.tokensPerSecond / other.tokensPerSecond - 1,
        costRange: band === null ? null : costBand(band, found.tokensPerSecond),
        speedRange: band === null ? null : speedBand(band, found.usdPerMillionTokens),
        costChange: other === null ? null : found.usdPerMillionTokens / other.usdPerMillionTokens - 1,
      }
    }
    return {
      name,
      fastest: read((of) => pointReading(of, fastestIndex()))!,
      preferred: read((of) => pointReading(of, preferredIndex(of, speedWeight)))!,
      cheapest: read((of) => pointReading(of, cheapestIndex(of)))!,
      atSpeed: speeds.map((speed) => read((of) => costAtSpeed(of, speed))),
      atCost: costs.map((cost) => read((of) => speedAtCost(of, cost))),
    }
  })
  return { speeds, costs, baseline, rows }
}
