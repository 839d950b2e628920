import type { Catalog } from '../../shared/catalog/builtin.ts'
import { buildReport, type Report } from '../../shared/report/report.ts'
import { withoutHidden } from '../../shared/scenario/baseline.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { searchSetup } from '../../shared/scenario/search-setup.ts'
import { bandOfSeries } from '../compute/band-of-series.ts'
import type { Compute } from '../compute/compute.ts'
import { provenanceOf, type Provenance } from './provenance.ts'

/** A report's content, before it is laid out. */
export interface ComputedReport {
  readonly report: Report
  readonly provenance: Provenance
}

interface Watching {
  readonly signal?: AbortSignal | undefined
  /** Share of the search that is done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined
}

/** Searches for the frontiers of all series that are shown, and says what they come to. @throws InputError, CancelledError */
export async function computeReport(
  input: {
    readonly scenario: Scenario
    readonly catalog: Catalog
    readonly compute: Compute
    readonly version: string
    readonly now: Date
  },
  { signal, onProgress }: Watching = {},
): Promise<ComputedReport> {
  const { catalog, compute, version, now } = input
  const scenario = withoutHidden(input.scenario)
  const setups = scenario.series.map((series, i) => searchSetup(series, catalog, `series[${i}]`))
  const shares = setups.map(() => 0)
  const results = await Promise.all(
    setups.map((setup, at) =>
      compute.frontier(setup, {
        signal,
        onProgress(done, total) {
          shares[at] = done / Math.max(1, total)
          onProgress?.(shares.reduce((sum, share) => sum + share, 0) / shares.length)
        },
      }),
    ),
  )
  const bands = await Promise.all(
    scenario.series.map((series, i) => bandOfSeries(series, catalog, compute, { signal }, `series[${i}]`)),
  )
  return {
    report: buildReport(scenario, results, catalog, bands),
    provenance: provenanceOf(input.scenario, catalog, version, now),
  }
}
