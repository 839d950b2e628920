import * as v from 'valibot'
import table from './data/regimes.json' with { type: 'json' }

/** Rows below which a mean error says nothing of the next one. */
export const FEWEST_ROWS = 5

const errors = v.record(
  v.string(),
  v.object({ rows: v.number(), meanAbsoluteError: v.number(), medianAbsoluteError: v.number(), bias: v.number() }),
)

const regimeErrorsSchema = v.object({
  /** By regimeName. */
  calibrated: errors,
  physics: errors,
  /** Catalog ids that have a row, and the generations of these accelerators. */
  accelerators: v.array(v.string()),
  generations: v.array(v.string()),
  models: v.array(v.string()),
})

/** What the measurements that ship with the app give; test/regimes.test.ts writes and holds data/regimes.json. */
export const REGIME_ERRORS = v.parse(regimeErrorsSchema, table)
