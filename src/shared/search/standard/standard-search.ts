import { searchBy, type FrontierSearch, type SpaceExtent } from '../frontier-search.ts'
import { describeLayouts } from './describe.ts'
import { whyNoLayout } from './nothing-fits.ts'
import type { Gaps } from './gaps.ts'
import { Layouts, STANDARD_READING } from './layouts.ts'
import { leastChanges } from './least-changes.ts'
import { Serving } from './serving.ts'
import { replicaRows, type StandardSearchSetup } from './space.ts'

/** Layouts, their batches that memory holds, and the passes these take. */
function sizeOf(setup: StandardSearchSetup): SpaceExtent {
  const rows = replicaRows(setup)
  const passes = Math.max(1, (setup.speculative?.maxDraftTokens ?? 0) - 1)
  let gridPoints = 0
  let layouts = 0
  for (const row of rows) {
    const { mostSequences } = new Serving(setup, row)
    gridPoints += mostSequences
    layouts += mostSequences * (row.drafting ? passes : 1)
  }
  return { rows: rows.length, gridPoints, layouts }
}

/** The search over layouts on whole GPUs, at every batch that memory holds (standard rules). */
export const standardSearch = (setup: StandardSearchSetup): FrontierSearch<Gaps> => ({
  size: () => sizeOf(setup),
  hbmBytes: setup.model.chip.usableHbmBytes,
  reserveBytes: setup.reserveBytesPerGpu,
  reading: STANDARD_READING,
  ...searchBy(() => new Layouts(setup)),
  describe: (chosen) => describeLayouts(setup, chosen),
  nothingFits: () => ({ reason: whyNoLayout(setup), changes: leastChanges(setup) }),
})
