import * as v from 'valibot'

/** How far predictions are from measurements; shares, not per cent. */
export const errorSummarySchema = v.object({
  rows: v.number(),
  meanAbsoluteError: v.number(),
  medianAbsoluteError: v.number(),
  /** Mean signed error: above 0 where predictions are too slow. */
  bias: v.number(),
  within10Percent: v.number(),
  within20Percent: v.number(),
  within50Percent: v.number(),
})
export type ErrorSummary = v.InferOutput<typeof errorSummarySchema>

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
