import type { Band } from './band.ts'
import { WIDTH_SOURCES, type WidthSource } from './ranged-inputs.ts'

/** An interval that holds 90 % of the samples, 5 % being below and 5 % above. `high` is Infinity where more than these are not this fast. */
export interface BandInterval {
  readonly low: number
  readonly median: number
  readonly high: number
}

/** What one source explains of the variance. */
interface WidthShare {
  readonly id: WidthSource
  readonly label: string
  readonly share: number
}

/** Place of the first entry of a falling column that is at most `value`; its length where none is. */
const firstAtMost = (falling: Float64Array, value: number): number => {
  const at = falling.findIndex((one) => one <= value)
  return at === -1 ? falling.length : at
}

/** Samples may be on a coarser grid than the line (docs/ranges.md): what is this little faster is read as the fastest. */
const FINER_GRID = 1.03

type Columns = Readonly<Record<'low' | 'median' | 'high', Float64Array>>

/** Columns at a place of a falling axis, on straight lines in logarithms; an end that one neighbour lacks is lacking. */
function readAt(axis: Float64Array, columns: Columns, value: number): BandInterval | null {
  const at = firstAtMost(axis, value)
  if (at === axis.length) {
    const last = axis.length - 1
    return last < 0 ? null : { low: columns.low[last]!, median: columns.median[last]!, high: columns.high[last]! }
  }
  if (value > axis[0]!) return null
  const before = Math.max(0, at - 1)
  const share = before === at ? 0 : Math.log(value / axis[at]!) / Math.log(axis[before]! / axis[at]!)
  const between = (column: Float64Array): number => {
    const [from, to] = [column[at]!, column[before]!]
    if (share === 0 || from === to) return from
    return from > 0 && to > 0 && to < Infinity ? from * (to / from) ** share : share < 0.5 ? from : to
  }
  return { low: between(columns.low), median: between(columns.median), high: between(columns.high) }
}

/** Cost at a speed: beyond the slowest speed that of the slowest; null where it is well beyond what the best 5 % reach. */
export function costBand({ atSpeed }: Band, tokensPerSecond: number): BandInterval | null {
  const fastest = atSpeed.tokensPerSecond[0] ?? 0
  const speed = tokensPerSecond <= FINER_GRID * fastest ? Math.min(tokensPerSecond, fastest) : tokensPerSecond
  return readAt(atSpeed.tokensPerSecond, atSpeed, speed)
}

/** Speed at a cost, 0 where too few samples are this cheap; null where not even the best 5 % are. */
export function speedBand({ atCost }: Band, usdPerMillionTokens: number): BandInterval | null {
  const { usdPerMillionTokens: costs, low, median, high } = atCost
  if (costs.length === 0 || usdPerMillionTokens < costs.at(-1)!) return null
  // Above the dearest cost nothing gets faster.
  return readAt(costs, { low, median, high }, Math.min(usdPerMillionTokens, costs[0]!))
}

/** Place of the speed of the band that is next to a speed. */
function placeOf({ atSpeed: { tokensPerSecond } }: Band, speed: number): number {
  const at = Math.min(firstAtMost(tokensPerSecond, speed), tokensPerSecond.length - 1)
  return at > 0 && tokensPerSecond[at - 1]! / speed < speed / tokensPerSecond[at]! ? at - 1 : Math.max(0, at)
}

/** Share of the samples that are at least this fast. */
export const shareReaching = (band: Band, speed: number): number => band.atSpeed.reached[placeOf(band, speed)] ?? 0

/** What the width of the band comes from at a speed, the greatest first; what the sources do together is what is left of 1. */
export const widthShares = (band: Band, speed: number): WidthShare[] =>
  band.shares
    .map(({ id, share }) => ({
      id,
      label: WIDTH_SOURCES.find((source) => source.id === id)!.label,
      share: share[placeOf(band, speed)] ?? 0,
    }))
    .toSorted((a, b) => b.share - a.share)
