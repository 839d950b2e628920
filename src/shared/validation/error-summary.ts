/** How far predictions are from measurements; shares, not per cent. */
export interface ErrorSummary {
  readonly rows: number
  readonly meanAbsoluteError: number
  readonly medianAbsoluteError: number
  /** Mean signed error: above 0 where predictions are too slow. */
  readonly bias: number
  readonly within10Percent: number
  readonly within20Percent: number
  readonly within50Percent: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** @param errors `predicted/measured - 1`, one for each row; null where there is none */
export function errorSummary(errors: readonly number[]): ErrorSummary | null {
  if (errors.length === 0) return null
  const sizes = errors.map(Math.abs)
  const within = (limit: number) => sizes.filter((size) => size <= limit).length / sizes.length
  return {
    rows: errors.length,
    meanAbsoluteError: mean(sizes),
    medianAbsoluteError: median(sizes),
    bias: mean(errors),
    within10Percent: within(0.1),
    within20Percent: within(0.2),
    within50Percent: within(0.5),
  }
}
