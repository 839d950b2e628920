import * as v from 'valibot'
import { acceleratorEntrySchema } from '../catalog/accelerator-entry.ts'
import { constantsSetSchema } from '../catalog/constants-set.ts'
import { modelEntrySchema } from '../catalog/model-entry.ts'

/** The name that the window gives to work it may cancel. */
export const job = v.pipe(v.string(), v.minLength(1), v.maxLength(100))

/** Entries a scenario brings along; they win over the catalog. */
export const broughtAlong = v.object({
  models: v.record(v.string(), modelEntrySchema),
  accelerators: v.record(v.string(), acceleratorEntrySchema),
  constants: v.optional(v.record(v.string(), constantsSetSchema)),
})
