import * as v from 'valibot'
import { claimResultSchema } from '../claims/claim-result.ts'

const job = v.pipe(v.string(), v.minLength(1), v.maxLength(100))

/** Calls about claims on the model itself. */
export const CLAIMS_CALLS = {
  /** Computes a claim from inputs that its own parser takes; ended by `frontier.cancel`. */
  'claims.compute': {
    input: v.object({ job, claim: v.pipe(v.string(), v.maxLength(100)), inputs: v.unknown() }),
    output: claimResultSchema,
  },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>

export const CLAIMS_EVENTS = {
  /** Frontiers of a claim that are done, of all. */
  'claims.progress': v.object({ job, done: v.number(), total: v.number() }),
} as const satisfies Record<string, v.GenericSchema>
