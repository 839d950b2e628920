import type { AnyTermId } from '../search/binding.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { placeOf, type AxisRange, type AxisScale } from './axis.ts'
import { bindingRuns } from './binding-runs.ts'
import { threeSignificant } from './format.ts'

/** A stretch of a horizontal axis along which the same part of the time binds, or a few take turns. */
export interface BindingStretch {
  readonly parts: readonly AnyTermId[]
  readonly label: string
  readonly says: string
  /** Places along the axis, 0 to 1. */
  readonly from: number
  readonly to: number
}

/** Shorter stretches than this share of what is seen are told together where they take turns. */
const LEAST_TOLD = 0.03
/** An axis from 0 counts as one that reaches down by this. */
const MOST_RATIO = 32

const clamped = (place: number): number => Math.min(1, Math.max(0, place))

/**
 * What takes most of a frontier's time along an axis, as far as it is seen.
 * @param convert a speed in the unit of the axis
 */
export function bindingStretches(
  points: FrontierPoints,
  range: AxisRange,
  scale: AxisScale,
  convert: (tokensPerSecond: number) => number,
): BindingStretch[] {
  const [seenLeast, seenMost] = range
  const leastRatio = (seenMost / Math.max(seenLeast, seenMost / MOST_RATIO)) ** LEAST_TOLD
  return bindingRuns(points, leastRatio).flatMap(({ parts, slowest, fastest }) => {
    const ends = [slowest, fastest].map((speed) => clamped(placeOf(convert(speed), range, scale)))
    const [from, to] = [Math.min(...ends), Math.max(...ends)]
    const label = parts.map((part, i) => (i === 0 ? part.label : part.label.toLowerCase())).join(' or ')
    const says = `${label}, ${threeSignificant(slowest)} to ${threeSignificant(fastest)} tokens/s`
    return from < to ? [{ parts: parts.map(({ id }) => id), label, says, from, to }] : []
  })
}
