import type { FrontierSearch } from '../search.ts'
import { describeLayouts } from './describe.ts'
import { whyNoLayout } from './nothing-fits.ts'
import { scanLayouts, STANDARD_READING } from './scan.ts'
import { Serving } from './serving.ts'
import { replicaRows, type StandardSearchSetup } from './space.ts'

/** Shards of a search: few, as each finds less to leave out than all rows together. */
const SHARDS = 4

/** The search over layouts on whole GPUs, at every batch that memory holds (standard rules). */
export function standardSearch(setup: StandardSearchSetup): FrontierSearch {
  const rows = replicaRows(setup)
  const servings = rows.map((row) => new Serving(setup, row))
  const passes = (drafting: boolean): number => (drafting ? Math.max(1, setup.speculative!.maxDraftTokens - 1) : 1)
  const sum = (value: (serving: Serving, index: number) => number) =>
    servings.reduce((total, serving, i) => total + value(serving, i), 0)
  return {
    rows: rows.length,
    rowsPerShard: Math.max(1, Math.ceil(rows.length / SHARDS)),
    gridPoints: sum(({ mostSequences }) => mostSequences),
    layouts: sum(({ mostSequences }, i) => mostSequences * passes(rows[i]!.drafting)),
    hbmBytes: setup.model.chip.usableHbmBytes,
    reserveBytes: setup.reserveBytesPerGpu,
    reading: STANDARD_READING,
    scan: (range) => scanLayouts(setup, range),
    describe: (chosen) => describeLayouts(setup, chosen),
    nothingFits: () => whyNoLayout(setup),
  }
}
