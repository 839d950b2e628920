import * as v from 'valibot'
import { constantValuesSchema } from '../../catalog/constants-set.ts'
import { errorSummarySchema } from '../error-summary.ts'
import { FITTED_CONSTANT_IDS } from './fitted-constants.ts'

const fittedValueSchema = v.object({
  id: v.picklist(FITTED_CONSTANT_IDS),
  label: v.string(),
  unit: v.string(),
  /** What one of the unit is in SI, as all values are. */
  perUnit: v.number(),
  physics: v.number(),
  calibrated: v.number(),
  value: v.number(),
  /** 90 %; null where the constant was left as it is, or too few groups of rows tell of it. */
  interval: v.nullable(v.pipe(v.tuple([v.number(), v.number()]), v.readonly())),
  /** Why it was left, or is to be doubted; null where nothing is. */
  note: v.nullable(v.string()),
})

/** What came of a fit. */
export const calibrationSchema = v.object({
  /** Rows that were used, of those there are. */
  rows: v.number(),
  attempted: v.number(),
  /** Groups that were left out in turn for the intervals, and whether they are of a source or rows dealt out. */
  groups: v.number(),
  groupedBy: v.picklist(['source', 'row']),
  constants: v.array(fittedValueSchema),
  values: constantValuesSchema,
  /** Errors on the same rows with each set. */
  calibrated: errorSummarySchema,
  physics: errorSummarySchema,
  fitted: errorSummarySchema,
})

export type Calibration = v.InferOutput<typeof calibrationSchema>
export type FittedValue = v.InferOutput<typeof fittedValueSchema>
