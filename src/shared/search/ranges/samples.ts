import { costAt, speedAt, type FrontierCurve } from '../sensitivity/frontier-curve.ts'
import type { Staircase } from '../staircase.ts'
import type { StandardSearchSetup } from '../standard/space.ts'
import { frontierAmong, type CandidateRow } from './candidates.ts'
import type { Knots } from './knots.ts'
import { perturbed } from './perturbed.ts'
import { draws, type Uncertainty } from './uncertainty.ts'
import { usdPerMillion } from './whole-frontier.ts'

/** What samples read at the knots, sample by sample: Infinity for a speed not reached, 0 for a cost not reached. */
export interface SampleReadings {
  readonly costs: Float64Array
  readonly speeds: Float64Array
}

/** A frontier as speeds and costs. */
export const curveOfStairs = ({ latencySeconds, cost }: Staircase, usdPerGpuHour: number): FrontierCurve => ({
  tokensPerSecond: latencySeconds.map((seconds) => 1 / seconds),
  usdPerMillionTokens: cost.map((gpuSeconds) => usdPerMillion(gpuSeconds, usdPerGpuHour)),
})

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
  setup: StandardSearchSetup,
  uncertainty: Uncertainty,
  candidates: readonly CandidateRow[],
  knots: Knots,
  from: number,
  to: number,
): SampleReadings {
  const frontier = frontierAmong(setup, candidates)
  const readings = newReadings(knots, to - from)
  for (const [at, draw] of draws(from, to).entries()) {
    const changed = perturbed(setup, uncertainty, draw)
    readKnots(curveOfStairs(frontier(changed), changed.usdPerGpuHour), knots, readings, at)
  }
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
