import * as v from 'valibot'
import { infeasibleReason } from '../model/decode.ts'
import { ForwardPass } from '../model/forward-pass.ts'
import { frontierPointsSchema } from './frontier-points.ts'
import { searchSpace, type SearchSetup } from './space.ts'

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A finished search. */
export const frontierResultSchema = v.object({
  points: frontierPointsSchema,
  /** Grid points searched. */
  gridPoints: whole,
  /** Layouts whose time was computed in full, and how many an exhaustive search has. */
  evaluated: whole,
  layouts: whole,
  elapsedMs: v.number(),
  workers: whole,
  usdPerGpuHour: v.number(),
  hbmBytes: v.number(),
  /** Why there is no point at all, in words; null where there are points. */
  nothingFits: v.nullable(v.string()),
})

export type FrontierResult = v.InferOutput<typeof frontierResultSchema>

/** Why a search found nothing, and what would change it. */
export function whyNothingFits(setup: SearchSetup): string {
  const { gpus, batches } = searchSpace(setup)
  const pass = new ForwardPass({ ...setup, tokensPerPass: 1 })
  if (gpus.length === 0)
    return `The weights need more than ${setup.rules.gridLimit.toLocaleString('en-US')} x ${setup.accelerator.name}.`
  const reason = infeasibleReason(pass, gpus[gpus.length - 1]!, batches[0]!)
  if (reason !== null) return reason
  return `Every setup that fits makes more than the demand cap of ${setup.demandCapTokensPerSecond} tokens per second; raise the cap.`
}
