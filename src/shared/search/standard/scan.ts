import { PAPER_RULES } from '../../model/rules.ts'
import type { FrontierReading } from '../frontier.ts'
import type { RowRange, ScanResult } from '../search.ts'
import { leastCostWithin, mergeStaircases, staircase, type Staircase } from '../staircase.ts'
import { BATCH_LIMIT, Serving } from './serving.ts'
import { replicaRows, type StandardSearchSetup } from './space.ts'

/** How the frontier is read from the staircase: as the paper does. */
export const STANDARD_READING: FrontierReading = PAPER_RULES

/** Points better by no more than roundings are not taken for better. */
const MARGIN = 1e-9

/** Place of a batch of a row in the space. */
export const positionOf = (row: number, batch: number): number => row * BATCH_LIMIT + batch - 1
export const rowAt = (position: number): number => Math.floor(position / BATCH_LIMIT)
export const batchAt = (position: number): number => (position % BATCH_LIMIT) + 1

/** Batches of a row between two that are evaluated, in columns of equal length. */
interface Gaps {
  readonly row: Uint32Array
  readonly low: Uint32Array
  readonly high: Uint32Array
  /** Seconds per token at the low end: no batch between is faster. */
  readonly seconds: Float64Array
  /** Cost at the high end: no batch between is cheaper. */
  readonly cost: Float64Array
}

const newGaps = (length: number): Gaps => ({
  row: new Uint32Array(length),
  low: new Uint32Array(length),
  high: new Uint32Array(length),
  seconds: new Float64Array(length),
  cost: new Float64Array(length),
})

const newPoints = (length: number) => ({
  latencySeconds: new Float64Array(length).fill(Infinity),
  cost: new Float64Array(length),
  position: new Uint32Array(length),
})

/** Powers of two up to `most`, and `most` itself. */
function ladder(most: number): number[] {
  const steps = Array.from({ length: Math.floor(Math.log2(most)) + 1 }, (_, i) => 2 ** i)
  return steps.at(-1) === most ? steps : [...steps, most]
}

/**
 * The staircase of some rows: their layouts at every batch. Time per token never falls with the batch and cost never rises, so
 * all batches between two are no faster than the smaller and no cheaper than the larger; where a point already found
 * beats both at once, they need not be computed. What remains is halved, round by round (docs/model.md).
 */
export function scanLayouts(setup: StandardSearchSetup, rows: RowRange): ScanResult {
  const all = replicaRows(setup)
  const servings = all.slice(rows.from, rows.to).map((row) => new Serving(setup, row))
  const steps = servings.map((serving) => {
    const most = serving.largestBatch()
    return most === 0 ? [] : ladder(most)
  })
  const length = steps.reduce((sum, { length: count }) => sum + count, 0)
  const points = newPoints(length)
  let gaps = newGaps(length)
  let at = 0
  let gapCount = 0
  for (const [i, serving] of servings.entries())
    for (const [step, batch] of steps[i]!.entries()) {
      const seconds = serving.replica.tokenSeconds(batch)
      const cost = serving.gpuSecondsPerToken(batch, seconds)
      points.latencySeconds[at] = seconds
      points.cost[at] = cost
      points.position[at] = positionOf(rows.from + i, batch)
      at++
      if (step > 0) {
        gaps.high[gapCount] = batch
        gaps.cost[gapCount] = cost
        gapCount++
      }
      gaps.row[gapCount] = i
      gaps.low[gapCount] = batch
      gaps.seconds[gapCount] = seconds
    }
  let stairs = staircase(points)
  while (gapCount > 0) {
    const found = newPoints(gapCount)
    const next = newGaps(2 * gapCount)
    let nextCount = 0
    for (let gap = 0; gap < gapCount; gap++) {
      const [low, high] = [gaps.low[gap]!, gaps.high[gap]!]
      if (high - low < 2 || isBeaten(stairs, gaps.seconds[gap]!, gaps.cost[gap]!)) continue
      const row = gaps.row[gap]!
      const serving = servings[row]!
      const middle = (low + high) >>> 1
      const seconds = serving.replica.tokenSeconds(middle)
      const cost = serving.gpuSecondsPerToken(middle, seconds)
      found.latencySeconds[gap] = seconds
      found.cost[gap] = cost
      found.position[gap] = positionOf(rows.from + row, middle)
      setGap(next, nextCount++, row, low, middle, gaps.seconds[gap]!, cost)
      setGap(next, nextCount++, row, middle, high, seconds, gaps.cost[gap]!)
    }
    if (nextCount > 0) stairs = mergeStaircases([stairs, staircase(found)])
    gaps = next
    gapCount = nextCount
  }
  return { staircase: stairs, evaluated: servings.reduce((sum, { replica }) => sum + replica.evaluated, 0) }
}

function setGap(gaps: Gaps, at: number, row: number, low: number, high: number, seconds: number, cost: number): void {
  gaps.row[at] = row
  gaps.low[at] = low
  gaps.high[at] = high
  gaps.seconds[at] = seconds
  gaps.cost[at] = cost
}

/** Whether a point is both faster than `seconds` and cheaper than `cost`, or all this slow lies beyond the frontier's reach. */
const isBeaten = (stairs: Staircase, seconds: number, cost: number): boolean =>
  leastCostWithin(stairs, seconds * (1 - MARGIN)) < cost * (1 - MARGIN) ||
  seconds > stairs.latencySeconds[0]! * STANDARD_READING.latencySpan * (1 + MARGIN)
