/** Runs of batches of a row between two that are evaluated, in columns of equal length. */
export interface Gaps {
  readonly row: Uint32Array
  /** Batches at the ends; those between are open. */
  readonly low: Uint32Array
  readonly high: Uint32Array
  /** Seconds per token at the low end: no batch between is faster. */
  readonly seconds: Float64Array
  /** GPU-seconds per token at the high end: no batch between is cheaper. */
  readonly cost: Float64Array
}

export const newGaps = (length: number): Gaps => ({
  row: new Uint32Array(length),
  low: new Uint32Array(length),
  high: new Uint32Array(length),
  seconds: new Float64Array(length),
  cost: new Float64Array(length),
})

export function setGap(
  gaps: Gaps,
  at: number,
  row: number,
  low: number,
  high: number,
  seconds: number,
  cost: number,
): void {
  gaps.row[at] = row
  gaps.low[at] = low
  gaps.high[at] = high
  gaps.seconds[at] = seconds
  gaps.cost[at] = cost
}

/** Gaps `from` (included) to `to` (left out). */
export const sliceGaps = ({ row, low, high, seconds, cost }: Gaps, from: number, to: number): Gaps => ({
  row: row.slice(from, to),
  low: low.slice(from, to),
  high: high.slice(from, to),
  seconds: seconds.slice(from, to),
  cost: cost.slice(from, to),
})
