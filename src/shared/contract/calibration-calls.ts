import * as v from 'valibot'
import { constantsSetSchema, ownSetId } from '../catalog/constants-set.ts'
import { calibrationSchema } from '../validation/calibration/calibration.ts'
import { FITTED_CONSTANT_IDS } from '../validation/calibration/fitted-constants.ts'
import { measuredDecodesSchema } from '../validation/measured-decode.ts'
import { validationReportSchema } from '../validation/validation-report.ts'

const nothing = v.undefined()
const job = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const keptSet = v.object({ id: ownSetId, ...constantsSetSchema.entries, savedAt: v.number() })

/** Calls about constants that a person fits to measurements, and the sets of them that are kept. */
export const CALIBRATION_CALLS = {
  /** Fits constants to measured rows, null: those of the app. Told of by `calibration.progress`, cancelled as a search is. */
  'calibration.fit': {
    input: v.object({
      job,
      rows: v.nullable(measuredDecodesSchema),
      constants: v.array(v.picklist(FITTED_CONSTANT_IDS)),
    }),
    output: v.object({ calibration: calibrationSchema, report: validationReportSchema }),
  },
  /** The sets that are kept, by name. */
  'calibration.list': { input: nothing, output: v.array(keptSet) },
  'calibration.keep': { input: constantsSetSchema, output: keptSet },
  'calibration.rename': { input: v.object({ id: ownSetId, name: constantsSetSchema.entries.name }), output: nothing },
  /** Scenarios that use it have it themselves, and keep it. */
  'calibration.delete': { input: ownSetId, output: nothing },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>

export const CALIBRATION_EVENTS = {
  'calibration.progress': v.object({ job, share: v.number() }),
  /** A set was kept, renamed or deleted. */
  'calibration.changed': v.null(),
} as const satisfies Record<string, v.GenericSchema>

export type KeptSet = v.InferOutput<typeof keptSet>
