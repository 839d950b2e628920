import { placeOf, valueAt, type AxisRange, type AxisScale } from '../../shared/report/axis.ts'

/** How near an axis can be looked at: this share of all there is. */
const LEAST_SHARE = 1e-4

/** A stretch of an axis by its places, moved into the limit and cut to it. */
function stretch(from: number, to: number, range: AxisRange, scale: AxisScale, limit: AxisRange): AxisRange {
  // On a log axis a limit of 0 is as good as none: the range itself ends above it.
  const within: AxisRange = scale === 'log' && limit[0] <= 0 ? range : limit
  const low = placeOf(within[0], range, scale)
  const high = placeOf(within[1], range, scale)
  const width = Math.max(Math.min(to - from, high - low), LEAST_SHARE * (high - low))
  const start = Math.min(Math.max(from, low), high - width)
  return [valueAt(start, range, scale), valueAt(start + width, range, scale)]
}

/** `factor` times nearer, about the place `about` (0 to 1), which stays where it is. */
export const zoomed = (
  range: AxisRange,
  scale: AxisScale,
  factor: number,
  about: number,
  limit: AxisRange,
): AxisRange => stretch(about - about / factor, about + (1 - about) / factor, range, scale, limit)

/** Moved by a share of what is seen, towards greater values. */
export const panned = (range: AxisRange, scale: AxisScale, share: number, limit: AxisRange): AxisRange =>
  stretch(share, 1 + share, range, scale, limit)

/** The stretch between two places, in whatever order. */
export const boxed = (range: AxisRange, scale: AxisScale, a: number, b: number, limit: AxisRange): AxisRange =>
  stretch(Math.min(a, b), Math.max(a, b), range, scale, limit)
