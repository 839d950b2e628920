import { bandOf, type Band } from '../../shared/search/ranges/band.ts'
import { candidatesOf, type CandidateRow } from '../../shared/search/ranges/candidates.ts'
import { checkSample } from '../../shared/search/ranges/check.ts'
import { extentOf, type CurveExtent, type Knots } from '../../shared/search/ranges/knots.ts'
import {
  curveOfStairs,
  mergeReadings,
  sampleReadings,
  type SampleReadings,
} from '../../shared/search/ranges/samples.ts'
import type { Uncertainty } from '../../shared/search/ranges/uncertainty.ts'
import { roughFrontier } from '../../shared/search/ranges/whole-frontier.ts'
import type { StandardSearchSetup } from '../../shared/search/standard/space.ts'

interface Among {
  readonly setup: StandardSearchSetup
  readonly uncertainty: Uncertainty
  readonly candidates: readonly CandidateRow[]
}

/** The parts of a band: rough searches, samples among what these found, a check of some, and the band of all. */
export type RangesTask =
  | { readonly kind: 'ranges-pilot'; readonly setup: StandardSearchSetup }
  | (Among & { readonly kind: 'ranges-samples'; readonly knots: Knots; readonly from: number; readonly to: number })
  | (Among & { readonly kind: 'ranges-check'; readonly sample: number })
  | {
      readonly kind: 'ranges-band'
      readonly uncertainty: Uncertainty
      readonly knots: Knots
      /** Of all samples, in their order. */
      readonly readings: readonly SampleReadings[]
    }

/** What a frontier says of where the others lie. */
export interface Pilot {
  readonly candidates: readonly CandidateRow[]
  /** null where nothing fits. */
  readonly extent: CurveExtent | null
}

export type RangesAnswer = Pilot | SampleReadings | Band | { readonly difference: number }

/** What a worker does with a part of a band. */
export function answerRanges(task: RangesTask): RangesAnswer {
  if (task.kind === 'ranges-samples')
    return sampleReadings(task.setup, task.uncertainty, task.candidates, task.knots, task.from, task.to)
  if (task.kind === 'ranges-check')
    return { difference: checkSample(task.setup, task.uncertainty, task.candidates, task.sample) }
  if (task.kind === 'ranges-band') return bandOf(task.uncertainty, task.knots, mergeReadings(task.readings))
  const frontier = roughFrontier(task.setup)
  const curve = curveOfStairs(frontier, task.setup.usdPerGpuHour)
  return { candidates: candidatesOf([frontier]), extent: extentOf(curve) }
}
