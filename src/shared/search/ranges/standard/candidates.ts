import { staircase, newPoints, type Points, type Staircase } from '../../staircase.ts'
import { batchAt, positionOf, rowAt, STANDARD_READING } from '../../standard/layouts.ts'
import { Serving } from '../../standard/serving.ts'
import { replicaRows, type ReplicaRow, type StandardSearchSetup } from '../../standard/space.ts'
import { within } from '../whole-frontier.ts'

/** Batches of a row of the space between which a sample's frontier is looked for. */
export interface CandidateRow {
  readonly row: number
  readonly from: number
  readonly to: number
}

/** Batches beyond those of the frontiers known, as a factor to both sides. */
const BEYOND = 2

/** From one batch to the next, where that is more than one. */
const BATCH_RATIO = 1.01

/** The layouts that a frontier goes through, each with the batches it is best at and the neighbourhood of these. */
export function candidatesOf({ position }: Staircase): CandidateRow[] {
  const spans = new Map<number, { row: number; from: number; to: number }>()
  for (const at of position) {
    const [row, batch] = [rowAt(at), batchAt(at)]
    const span = spans.get(row) ?? { row, from: batch, to: batch }
    span.from = Math.min(span.from, batch)
    span.to = Math.max(span.to, batch)
    spans.set(row, span)
  }
  return [...spans.values()].map(({ row, from, to }) => ({
    row,
    from: Math.max(1, Math.floor(from / BEYOND)),
    to: Math.ceil(to * BEYOND),
  }))
}

/** The candidates of several frontiers: each layout with all its batches. */
export function mergeCandidates(lists: readonly (readonly CandidateRow[])[]): CandidateRow[] {
  const merged = new Map<number, CandidateRow>()
  for (const { row, from, to } of lists.flat()) {
    const known = merged.get(row) ?? { row, from, to }
    merged.set(row, { row, from: Math.min(known.from, from), to: Math.max(known.to, to) })
  }
  return [...merged.values()].toSorted((a, b) => a.row - b.row)
}

/** Whole batches, one after the other and then a hundredth apart; both ends are among them. */
function batchLadder(from: number, to: number): number[] {
  const batches: number[] = []
  for (let batch = from; batch < to; batch = Math.max(batch + 1, Math.round(batch * BATCH_RATIO))) batches.push(batch)
  return [...batches, to]
}

/**
 * Frontiers among the same candidates, for setups that differ in what is uncertain: memory, layouts and limits are those of `setup`.
 * Times and costs are the model's own, computed anew for each.
 */
export function frontierAmong(
  setup: StandardSearchSetup,
  candidates: readonly CandidateRow[],
): (changed: StandardSearchSetup) => Staircase {
  const rows = replicaRows(setup)
  return (changed) => within(staircase(pointsOf(changed, candidates, rows)), STANDARD_READING)
}

function pointsOf(
  setup: StandardSearchSetup,
  candidates: readonly CandidateRow[],
  rows: readonly ReplicaRow[],
): Points {
  const found = candidates.flatMap(({ row, from, to }) => {
    const serving = new Serving(setup, rows[row]!)
    const most = Math.min(to, serving.largestBatch())
    return most === 0 ? [] : [{ row, serving, batches: batchLadder(Math.min(from, most), most) }]
  })
  const points = newPoints(found.reduce((sum, { batches }) => sum + batches.length, 0))
  let at = 0
  for (const { row, serving, batches } of found)
    for (const batch of batches) {
      const seconds = serving.tokenSeconds(batch)
      points.latencySeconds[at] = seconds
      points.cost[at] = serving.gpuSecondsPerToken(batch, seconds)
      points.position[at] = positionOf(row, batch)
      at++
    }
  return points
}
