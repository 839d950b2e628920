import * as v from 'valibot'
import { leastChangeSchema } from './least-change.ts'
import { frontierPointsSchema } from './frontier-points.ts'

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

/** How large a search is, known before it begins. */
export const spaceSizeSchema = v.object({
  /** Batches under the paper's rules, layouts of a replica under the standard ones. */
  rows: whole,
  /** Setups: GPU counts or layouts x batches. */
  gridPoints: whole,
})

export type SpaceSize = v.InferOutput<typeof spaceSizeSchema>

/** A finished search. */
export const frontierResultSchema = v.object({
  points: frontierPointsSchema,
  /** Setups searched. */
  gridPoints: whole,
  /** Layouts whose time was computed in full, and how many an exhaustive search has. */
  evaluated: whole,
  layouts: whole,
  elapsedMs: v.number(),
  workers: whole,
  usdPerGpuHour: v.number(),
  /** Power that the maker rates a GPU at (TDP); null where the catalog does not know it. */
  wattsPerGpu: v.nullable(v.number()),
  /** Memory of a GPU, and what of it neither weights nor cache can have. */
  hbmBytes: v.number(),
  reserveBytes: v.number(),
  /** Why there is no point at all, in words; null where there are points. */
  nothingFits: v.nullable(v.string()),
  /** Single changes of the inputs after which there are some; none where there are points. */
  leastChanges: v.array(leastChangeSchema),
})

export type FrontierResult = v.InferOutput<typeof frontierResultSchema>
