import type { FrontierPoints } from '../search/frontier-points.ts'
import { cheapestIndex, fastestIndex, indexAtSpeed, preferredIndex } from '../search/readings.ts'
import type { PointError } from './error-class-at.ts'

/** A point read off a frontier, as speed and cost. */
export interface Reading {
  readonly index: number
  readonly tokensPerSecond: number
  readonly usdPerMillionTokens: number
  /** How sure the speed is. */
  readonly error: PointError
}

/** A frontier to be read. */
export interface ReadSeries {
  readonly name: string
  readonly points: FrontierPoints
  readonly errorAt: (index: number) => PointError
}

/** The cost at a speed, and how far it is from the baseline's: -0.5 is half. */
export interface CostReading extends Reading {
  readonly againstBaseline: number | null
}

export interface ReadingsRow {
  readonly name: string
  readonly fastest: Reading
  readonly preferred: Reading
  readonly cheapest: Reading
  /** In the order of the table's speeds; null where the series does not reach the speed. */
  readonly atSpeed: readonly (CostReading | null)[]
}

export interface ReadingsTable {
  readonly speeds: readonly number[]
  /** null for a series without a single point. */
  readonly rows: readonly (ReadingsRow | null)[]
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

const read = ({ points, errorAt }: ReadSeries, index: number): Reading => ({
  index,
  tokensPerSecond: points.tokensPerSecond[index]!,
  usdPerMillionTokens: points.usdPerMillionTokens[index]!,
  error: errorAt(index),
})

/** Readings of every series; percentages are against the series at `baseline`. */
export function readingsTable(
  series: readonly ReadSeries[],
  baseline: number,
  speeds: readonly number[],
): ReadingsTable {
  const base = series[baseline]?.points
  const rows = series.map((one, at): ReadingsRow | null => {
    const { name, points } = one
    if (points.tokensPerSecond.length === 0) return null
    return {
      name,
      fastest: read(one, fastestIndex()),
      preferred: read(one, preferredIndex(points)),
      cheapest: read(one, cheapestIndex(points)),
      atSpeed: speeds.map((speed) => {
        const index = indexAtSpeed(points, speed)
        if (index === null) return null
        const reading = read(one, index)
        const baseIndex = base === undefined || at === baseline ? null : indexAtSpeed(base, speed)
        const against =
          baseIndex === null ? null : reading.usdPerMillionTokens / base!.usdPerMillionTokens[baseIndex]! - 1
        return { ...reading, againstBaseline: against }
      }),
    }
  })
  return { speeds, rows }
}
