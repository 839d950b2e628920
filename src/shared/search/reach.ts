import type { FrontierReading } from './frontier.ts'
import type { Staircase } from './staircase.ts'

/** Points better by no more than roundings are not taken for better. */
const MARGIN = 1e-9

/** Steps of latency in the table of least costs, over the whole reach of a frontier. */
const STEPS = 8192

/**
 * What the points found so far leave open: whether a bound on latency and cost is beaten for good. Answers come from a table
 * by latency, whose steps are rounded so that it errs on the side of "not beaten".
 */
export class Reach {
  private readonly stairs: Staircase
  private readonly span: number
  private readonly leastCosts = new Float64Array(STEPS)
  private readonly from: number
  private readonly perOctave: number

  constructor(stairs: Staircase, { latencySpan }: FrontierReading) {
    this.stairs = stairs
    const { latencySeconds, cost } = stairs
    // Latency limits are spaced from the least latency, whose roundings may differ.
    this.span = latencySpan * (1 + 1e-6)
    this.from = latencySeconds.length === 0 ? 0 : Math.log2(latencySeconds[0]!)
    this.perOctave = STEPS / Math.log2(this.span)
    let at = 0
    for (let step = 0; step < STEPS; step++) {
      const edge = 2 ** (this.from + step / this.perOctave) * (1 - MARGIN)
      while (at < cost.length && latencySeconds[at]! <= edge) at++
      this.leastCosts[step] = at === 0 ? Infinity : cost[at - 1]! / (1 - MARGIN)
    }
  }

  /** Whether nothing at least this slow and this dear can be on the frontier: a point found is better in both, or it is too slow. */
  isBeaten(latencySeconds: number, cost: number): boolean {
    if (this.stairs.cost.length === 0) return false
    const step = (Math.log2(latencySeconds) - this.from) * this.perOctave
    if (step < 0) return false
    return step >= STEPS || this.leastCosts[step | 0]! < cost
  }

  /** Latency from which on a point is beaten whose cost is `costPerSecond` times its latency. */
  limit(costPerSecond: number): number {
    const { latencySeconds, cost } = this.stairs
    if (cost.length === 0) return Infinity
    let low = 0
    let high = cost.length
    // Along the stairs cost falls and what the point would cost rises; where they cross, it begins to be beaten.
    while (low < high) {
      const middle = (low + high) >>> 1
      if (cost[middle]! <= costPerSecond * latencySeconds[middle]!) high = middle
      else low = middle + 1
    }
    const atStep = low < cost.length ? latencySeconds[low]! : Infinity
    const before = low > 0 ? Math.max(latencySeconds[low - 1]!, cost[low - 1]! / costPerSecond) : Infinity
    return Math.min(atStep, before, latencySeconds[0]! * this.span) * (1 + MARGIN)
  }
}
