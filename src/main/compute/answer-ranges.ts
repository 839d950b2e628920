import { bandOf, type Band } from '../../shared/search/ranges/band.ts'
import { checkSample } from '../../shared/search/ranges/check.ts'
import type { Knots } from '../../shared/search/ranges/knots.ts'
import { rangeSearchOf, type Candidates, type Pilot, type Reached } from '../../shared/search/ranges/range-search.ts'
import { mergeReadings, sampleReadings, type SampleReadings } from '../../shared/search/ranges/samples.ts'
import type { Draw, Uncertainty } from '../../shared/search/ranges/uncertainty.ts'
import type { SearchSetup } from '../../shared/search/search.ts'

interface Of {
  readonly setup: SearchSetup
  readonly uncertainty: Uncertainty
}

interface Among extends Of {
  readonly candidates: Candidates
}

/** The parts of a band: rough searches, what these found made ready, samples among it, a check of some, and the band of all. */
export type RangesTask =
  | (Of & { readonly kind: 'ranges-pilot'; readonly draw: Draw })
  | (Of & { readonly kind: 'ranges-candidates'; readonly reached: Reached })
  | (Among & { readonly kind: 'ranges-samples'; readonly knots: Knots; readonly from: number; readonly to: number })
  | (Among & { readonly kind: 'ranges-check'; readonly sample: number })
  | {
      readonly kind: 'ranges-band'
      readonly uncertainty: Uncertainty
      readonly knots: Knots
      /** Of all samples, in their order. */
      readonly readings: readonly SampleReadings[]
    }

export type RangesAnswer = Pilot | Candidates | SampleReadings | Band | { readonly difference: number }

/** What a worker does with a part of a band. */
export function answerRanges(task: RangesTask): RangesAnswer {
  if (task.kind === 'ranges-band') return bandOf(task.uncertainty, task.knots, mergeReadings(task.readings))
  const { setup, uncertainty } = task
  if (task.kind === 'ranges-samples')
    return sampleReadings(setup, uncertainty, task.candidates, task.knots, task.from, task.to)
  if (task.kind === 'ranges-check') return { difference: checkSample(setup, uncertainty, task.candidates, task.sample) }
  const search = rangeSearchOf(setup, uncertainty)
  return task.kind === 'ranges-pilot' ? search.pilot(task.draw) : search.candidates(task.reached)
}
