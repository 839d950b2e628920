import * as v from 'valibot'
import { costAt, frontierCurveSchema, speedAt, type FrontierCurve } from './frontier-curve.ts'
import { MOVED_INPUTS, type MovedInputId } from './moved-inputs.ts'

/** A frontier, and what it becomes with one input better at a time. */
export const sensitivitySchema = v.object({
  baseline: frontierCurveSchema,
  moved: v.array(
    v.object({
      id: v.picklist(MOVED_INPUTS.map(({ id }) => id)),
      format: v.nullable(v.string()),
      curve: frontierCurveSchema,
    }),
  ),
})

export type Sensitivity = v.InferOutput<typeof sensitivitySchema>

/** What one better input does to a point, as shares of before. */
export interface Move {
  readonly id: MovedInputId
  readonly label: string
  /** "+10 %", "fp8". */
  readonly change: string
  /** Of the cost at the point's speed; null where that speed is no longer reached. */
  readonly cost: number | null
  /** Of the speed at the point's cost. */
  readonly speed: number | null
}

const ratio = (after: number | null, before: number): number | null => (after === null ? null : after / before - 1)

/** Changes below this are roundings. */
const NOTHING = 5e-4

/** A better input never makes a frontier worse: what says so is the coarse grid, and counts as no change. */
const settled = (share: number | null, better: 1 | -1): number | null =>
  share === null ? null : share * better < NOTHING ? 0 : share

/**
 * Moves of the frontier at a speed, the largest change of cost first. A speed beyond the baseline's ends, which may be on a
 * coarser grid than the point, is taken at the end.
 */
export function movesAt({ baseline, moved }: Sensitivity, tokensPerSecond: number): Move[] {
  const speed = Math.min(
    Math.max(tokensPerSecond, baseline.tokensPerSecond.at(-1) ?? 0),
    baseline.tokensPerSecond[0] ?? 0,
  )
  const cost = costAt(baseline, speed)
  if (cost === null) return []
  return moved
    .map(({ id, format, curve }): Move => {
      const about = MOVED_INPUTS.find((input) => input.id === id)!
      return {
        id,
        label: about.label,
        change: format ?? about.better,
        cost: settled(ratio(costAt(curve, speed), cost), -1),
        speed: settled(ratio(speedAt(curve, cost), speed), 1),
      }
    })
    .toSorted((a, b) => (a.cost ?? 0) - (b.cost ?? 0) || (b.speed ?? 0) - (a.speed ?? 0))
}

export const curveOf = ({ tokensPerSecond, usdPerMillionTokens }: FrontierCurve): FrontierCurve => ({
  tokensPerSecond,
  usdPerMillionTokens,
})
