import type { SearchSetup } from '../search.ts'
import { costAt, speedAt, type FrontierCurve } from '../sensitivity/frontier-curve.ts'
import type { Knots } from './knots.ts'
import { rangeSearchOf, type Candidates } from './range-search.ts'
import { draws, type Uncertainty } from './uncertainty.ts'

/** What samples read at the knots, sample by sample: Infinity for a speed not reached, 0 for a cost not reached. */
export interface SampleReadings {
  readonly costs: Float64Array
  readonly speeds: Float64Array
}

/** Reads a curve at the knots into the columns of sample `at`. */
export function readKnots(curve: FrontierCurve, knots: Knots, into: SampleReadings, at: number): void {
  const { tokensPerSecond: speeds, usdPerMillionTokens: costs } = knots
  for (const [knot, speed] of speeds.entries()) into.costs[at * speeds.length + knot] = costAt(curve, speed) ?? Infinity
  for (const [knot, cost] of costs.entries()) into.speeds[at * costs.length + knot] = speedAt(curve, cost) ?? 0
}

export const newReadings = (knots: Knots, samples: number): SampleReadings => ({
  costs: new Float64Array(samples * knots.tokensPerSecond.length),
  speeds: new Float64Array(samples * knots.usdPerMillionTokens.length),
})

/** The frontiers of samples `from` (included) to `to` (left out) among the candidates, read at the knots. */
export function sampleReadings(
  setup: SearchSetup,
  uncertainty: Uncertainty,
  candidates: Candidates,
  knots: Knots,
  from: number,
  to: number,
): SampleReadings {
  const curveOf = rangeSearchOf(setup, uncertainty).among(candidates)
  const readings = newReadings(knots, to - from)
  for (const [at, draw] of draws(from, to).entries()) readKnots(curveOf(draw), knots, readings, at)
  return readings
}

/** The readings of several runs of samples as those of one. */
export function mergeReadings(parts: readonly SampleReadings[]): SampleReadings {
  const joined = (column: keyof SampleReadings): Float64Array => {
    const all = new Float64Array(parts.reduce((sum, part) => sum + part[column].length, 0))
    let at = 0
    for (const part of parts) {
      all.set(part[column], at)
      at += part[column].length
    }
    return all
  }
  return { costs: joined('costs'), speeds: joined('speeds') }
}
