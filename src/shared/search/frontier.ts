import { logSpace } from '../model/log-space.ts'
import { pick, type Staircase } from './staircase.ts'

/** Latency limits of a frontier, and how far beyond the least latency they reach (A6). */
export interface FrontierReading {
  readonly latencyLimits: number
  readonly latencySpan: number
}

/**
 * The frontier as the paper reads it (model-spec A6): latency limits log-spaced from the least latency found; for each
 * the cheapest point within it. Points that several limits share appear once; fastest first.
 */
export function frontierOf(points: Staircase, reading: FrontierReading): Staircase {
  if (points.position.length === 0) return points
  const fastest = points.latencySeconds[0]!
  const limits = logSpace(fastest, fastest * reading.latencySpan, reading.latencyLimits)
  const chosen = new Uint32Array(limits.length)
  let count = 0
  let at = 0
  for (const limit of limits) {
    while (at + 1 < points.latencySeconds.length && points.latencySeconds[at + 1]! <= limit) at++
    if (count === 0 || chosen[count - 1] !== at) chosen[count++] = at
  }
  return pick(points, chosen.subarray(0, count))
}
