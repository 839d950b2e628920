import { PAPER_RULES } from '../../model/rules.ts'
import type { FrontierReading } from '../frontier.ts'
import type { Reach } from '../reach.ts'
import type { Found, Refinable } from '../refine.ts'
import { newPoints, type Points } from '../staircase.ts'
import { newGaps, setGap, sliceGaps, type Gaps } from './gaps.ts'
import { BATCH_LIMIT, Serving } from './serving.ts'
import { replicaRows, type ReplicaRow, type StandardSearchSetup } from './space.ts'

/** The frontier is read from the staircase as the paper does. */
export const STANDARD_READING: FrontierReading = PAPER_RULES

/** Place of a batch of a row in the space. */
export const positionOf = (row: number, batch: number): number => row * BATCH_LIMIT + batch - 1
export const rowAt = (position: number): number => Math.floor(position / BATCH_LIMIT)
export const batchAt = (position: number): number => (position % BATCH_LIMIT) + 1

/** Powers of two up to `most`, and `most` itself. */
function ladder(most: number): number[] {
  const steps = Array.from({ length: Math.floor(Math.log2(most)) + 1 }, (_, i) => 2 ** i)
  return steps.at(-1) === most ? steps : [...steps, most]
}

/**
 * Every layout on whole GPUs at every batch, searched by gaps. Time per token never falls with the batch and cost never rises, so
 * that the ends of a gap bound all that lies between (docs/search.md).
 */
export class Layouts implements Refinable<Gaps> {
  readonly reading = STANDARD_READING
  private readonly setup: StandardSearchSetup
  private readonly finest: number
  private readonly rows: readonly ReplicaRow[]
  private readonly servings = new Map<number, Serving>()

  /** @param finest ratio of batches that are near enough: a gap no wider is left as it is; 1 = every batch is looked at */
  constructor(setup: StandardSearchSetup, finest = 1) {
    this.setup = setup
    this.finest = finest
    this.rows = replicaRows(setup)
  }

  /** Passes computed since the start. */
  get evaluated(): number {
    return [...this.servings.values()].reduce((sum, { replica }) => sum + replica.evaluated, 0)
  }

  begin(): Found<Gaps> {
    const steps = this.rows.map((_, row) => {
      const most = this.serving(row).largestBatch()
      return most === 0 ? [] : ladder(most)
    })
    const length = steps.reduce((sum, { length: count }) => sum + count, 0)
    const points = newPoints(length)
    const gaps = newGaps(length)
    let at = 0
    let count = 0
    for (const [row, batches] of steps.entries())
      for (const [step, batch] of batches.entries()) {
        this.evaluate(row, batch, points, at)
        if (step > 0) {
          const seconds = points.latencySeconds[at - 1]!
          setGap(gaps, count++, row, batches[step - 1]!, batch, seconds, points.cost[at]!)
        }
        at++
      }
    return { points, regions: sliceGaps(gaps, 0, count) }
  }

  refine(gaps: Gaps, reach: Reach): Found<Gaps> {
    const points = newPoints(gaps.row.length)
    const next = newGaps(2 * gaps.row.length)
    let count = 0
    for (let gap = 0; gap < gaps.row.length; gap++) {
      const row = gaps.row[gap]!
      const low = gaps.low[gap]!
      const high = gaps.high[gap]!
      const seconds = gaps.seconds[gap]!
      const cost = gaps.cost[gap]!
      if (high - low < 2 || high <= this.finest * low || reach.isBeaten(seconds, cost)) continue
      const middle = (low + high) >>> 1
      this.evaluate(row, middle, points, gap)
      setGap(next, count++, row, low, middle, seconds, points.cost[gap]!)
      setGap(next, count++, row, middle, high, points.latencySeconds[gap]!, cost)
    }
    return { points, regions: sliceGaps(next, 0, count) }
  }

  countOf(gaps: Gaps): number {
    return gaps.row.length
  }

  split(gaps: Gaps, parts: number): Gaps[] {
    const { length } = gaps.row
    const edge = (part: number): number => Math.floor((length * part) / parts)
    return Array.from({ length: parts }, (_, part) => sliceGaps(gaps, edge(part), edge(part + 1))).filter(
      ({ row }) => row.length > 0,
    )
  }

  private serving(row: number): Serving {
    const known = this.servings.get(row)
    if (known !== undefined) return known
    const serving = new Serving(this.setup, this.rows[row]!)
    this.servings.set(row, serving)
    return serving
  }

  private evaluate(row: number, batch: number, points: Points, at: number): void {
    const serving = this.serving(row)
    const seconds = serving.tokenSeconds(batch)
    points.latencySeconds[at] = seconds
    points.cost[at] = serving.gpuSecondsPerToken(batch, seconds)
    points.position[at] = positionOf(row, batch)
  }
}
