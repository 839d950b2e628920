import type { FrontierPoints } from './frontier-points.ts'

/** Columns of a frontier that are kept with a scenario: enough to draw it and to read it. */
export const STORED_COLUMNS = ['tokensPerSecond', 'usdPerMillionTokens', 'gpus', 'batch'] as const

export type StoredFrontier = Pick<FrontierPoints, (typeof STORED_COLUMNS)[number]>

/** What is kept of a frontier. */
export const storedFrontier = (points: FrontierPoints): StoredFrontier => ({
  tokensPerSecond: points.tokensPerSecond,
  usdPerMillionTokens: points.usdPerMillionTokens,
  gpus: points.gpus,
  batch: points.batch,
})

/** Relative differences of no more than this are roundings, as of the golden numbers. */
const ROUNDING = 1e-9

/** Whether two frontiers have the same points. */
export const sameNumbers = (a: StoredFrontier, b: StoredFrontier): boolean =>
  STORED_COLUMNS.every(
    (name) =>
      a[name].length === b[name].length &&
      a[name].every((value, i) => Math.abs(value - b[name][i]!) <= ROUNDING * Math.abs(value)),
  )
