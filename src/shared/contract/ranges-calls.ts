import * as v from 'valibot'
import { seriesSchema } from '../scenario/scenario.ts'
import { bandResultSchema } from '../search/ranges/band.ts'
import { broughtAlong, job } from './job-input.ts'

/** Calls about inputs that are not known exactly. */
export const RANGES_CALLS = {
  /** The band around a frontier; null where all its inputs are known. Progress and cancelling are those of a search. */
  'frontier.band': {
    input: v.object({ job, series: seriesSchema, catalog: broughtAlong }),
    output: v.nullable(bandResultSchema),
  },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>
