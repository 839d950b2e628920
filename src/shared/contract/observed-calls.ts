import * as v from 'valibot'
import { observedSetSchema } from '../observed/observed-set.ts'

/** Calls about observed points. */
export const OBSERVED_CALLS = {
  /** The sets that come with the app. */
  'observed.shipped': { input: v.undefined(), output: v.array(observedSetSchema) },
  /** Asks for a CSV file by the main process's dialog; null = the person chose none. */
  'observed.openCsv': {
    input: v.undefined(),
    output: v.nullable(v.object({ fileName: v.string(), text: v.string() })),
  },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>
