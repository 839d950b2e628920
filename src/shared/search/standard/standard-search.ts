import { searchBy, type FrontierSearch } from '../frontier-search.ts'
import { describeLayouts } from './describe.ts'
import { whyNoLayout } from './nothing-fits.ts'
import type { Gaps } from './gaps.ts'
import { Layouts, STANDARD_READING } from './layouts.ts'
import { leastChanges } from './least-changes.ts'
import { Serving } from './serving.ts'
import { replicaRows, type StandardSearchSetup } from './space.ts'

/** The search over layouts on whole GPUs, at every batch that memory holds (standard rules). */
export function standardSearch(setup: StandardSearchSetup): FrontierSearch<Gaps> {
  const rows = replicaRows(setup)
  const servings = rows.map((row) => new Serving(setup, row))
  const passes = (drafting: boolean): number => (drafting ? Math.max(1, setup.speculative!.maxDraftTokens - 1) : 1)
  const sum = (value: (serving: Serving, index: number) => number) =>
    servings.reduce((total, serving, i) => total + value(serving, i), 0)
  return {
    rows: rows.length,
    gridPoints: sum(({ mostSequences }) => mostSequences),
    layouts: sum(({ mostSequences }, i) => mostSequences * passes(rows[i]!.drafting)),
    hbmBytes: setup.model.chip.usableHbmBytes,
    reserveBytes: setup.reserveBytesPerGpu,
    reading: STANDARD_READING,
    ...searchBy(() => new Layouts(setup)),
    describe: (chosen) => describeLayouts(setup, chosen),
    nothingFits: () => ({ reason: whyNoLayout(setup), changes: leastChanges(setup) }),
  }
}
