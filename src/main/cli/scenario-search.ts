import { BUILT_IN_CATALOG, type Catalog } from '../../shared/catalog/builtin.ts'
import { mergeCatalogs } from '../../shared/catalog/merge-catalogs.ts'
import { parseScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { searchSetup } from '../../shared/scenario/search-setup.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import type { BandResult } from '../../shared/search/ranges/band.ts'
import type { SearchSetup } from '../../shared/search/search.ts'
import { bandOfSeries } from '../compute/band-of-series.ts'
import type { Compute, FrontierOptions } from '../compute/compute.ts'
import { CLEAR_LINE, type CommandHost } from './command-host.ts'
import { aboutInput, oneLine } from './exit-codes.ts'

/** A scenario whose every series can be searched. */
export interface CheckedScenario {
  readonly scenario: Scenario
  readonly catalog: Catalog
  /** One for each series. */
  readonly setups: readonly SearchSetup[]
}

/** Reads a scenario file and resolves all that its series name. @throws CommandFailure that names the file */
export const readScenario = (host: CommandHost, path: string): Promise<CheckedScenario> =>
  aboutInput(path, async () => {
    const scenario = parseScenario(await host.readTextFile(path))
    const catalog = mergeCatalogs(BUILT_IN_CATALOG, scenario)
    return {
      scenario,
      catalog,
      setups: scenario.series.map((series, i) => searchSetup(series, catalog, `series[${i}]`)),
    }
  })

/** What comes of a scenario's series, in their order; a band where inputs are uncertain, else null. */
export interface SearchedScenario {
  readonly results: readonly FrontierResult[]
  readonly bands: readonly (BandResult | null)[]
}

/** Searches the series one after the other, each with all workers; progress on standard error where a person watches. */
export async function searchAll(
  host: CommandHost,
  checked: CheckedScenario,
  workers?: number,
): Promise<SearchedScenario> {
  const compute = host.createCompute(workers)
  try {
    return { results: await searchWith(compute, checked, host), bands: await bandsWith(compute, checked, host) }
  } finally {
    await compute.close()
  }
}

/** The bands of the series whose inputs are uncertain, in the order of all. @param host told of progress; null = nobody */
export async function bandsWith(
  compute: Compute,
  { scenario, catalog }: CheckedScenario,
  host: CommandHost | null,
): Promise<(BandResult | null)[]> {
  const bands: (BandResult | null)[] = []
  for (const [i, series] of scenario.series.entries())
    bands.push(
      await watched(host, `${series.name}, ranges`, (options) =>
        bandOfSeries(series, catalog, compute, options, `series[${i}]`),
      ),
    )
  return bands
}

/** The frontiers of `searchAll`, with workers that are there. @param host told of progress; null = nobody */
export async function searchWith(
  compute: Compute,
  { scenario, setups }: CheckedScenario,
  host: CommandHost | null,
): Promise<FrontierResult[]> {
  const results: FrontierResult[] = []
  for (const [i, setup] of setups.entries())
    results.push(
      await watched(host, `${scenario.series[i]!.name} (${i + 1} of ${setups.length})`, (options) =>
        compute.frontier(setup, options),
      ),
    )
  return results
}

/** Shows how far something is in a line of its own, which is gone afterwards, where a person watches. */
async function watched<T>(
  host: CommandHost | null,
  title: string,
  work: (options: FrontierOptions) => Promise<T>,
): Promise<T> {
  if (host?.errorIsTerminal !== true) return work({})
  try {
    return await work({
      onProgress: (done, total) =>
        host.writeError(`${CLEAR_LINE}${oneLine(title)}  ${Math.round((100 * done) / Math.max(1, total))} %`),
    })
  } finally {
    host.writeError(CLEAR_LINE)
  }
}
