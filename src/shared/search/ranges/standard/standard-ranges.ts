import { curveOfStairs } from '../curve-of-stairs.ts'
import type { RangeSearch } from '../range-search.ts'
import { survey } from '../../refine.ts'
import { Layouts, STANDARD_READING } from '../../standard/layouts.ts'
import type { StandardSearchSetup } from '../../standard/space.ts'
import type { Uncertainty } from '../uncertainty.ts'
import { wholeFrontier, within } from '../whole-frontier.ts'
import { candidatesOf, frontierAmong, mergeCandidates, type CandidateRow } from './candidates.ts'
import { perturbed } from './perturbed.ts'

/** Batches of a rough frontier are so far apart at most. */
const ROUGH = 1.02

/** Samples among the layouts that rough frontiers go through, each at the batches around theirs. */
export function standardRanges(
  setup: StandardSearchSetup,
  uncertainty: Uncertainty,
): RangeSearch<readonly CandidateRow[], readonly CandidateRow[]> {
  return {
    pilot(draw) {
      const changed = perturbed(setup, uncertainty, draw)
      const frontier = within(survey(new Layouts(changed, ROUGH)).staircase, STANDARD_READING)
      return { reached: candidatesOf(frontier), curve: curveOfStairs(frontier, changed.usdPerGpuHour) }
    },
    share: (reached) => [mergeCandidates(reached)],
    candidates: (rows) => rows,
    merge: mergeCandidates,
    among(candidates) {
      const frontier = frontierAmong(setup, candidates)
      return (draw) => {
        const changed = perturbed(setup, uncertainty, draw)
        return curveOfStairs(frontier(changed), changed.usdPerGpuHour)
      }
    },
    whole(draw) {
      const changed = perturbed(setup, uncertainty, draw)
      return curveOfStairs(wholeFrontier(changed), changed.usdPerGpuHour)
    },
  }
}
