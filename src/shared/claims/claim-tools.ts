import type { Catalog } from '../catalog/builtin.ts'
import { mergeCatalogs } from '../catalog/merge-catalogs.ts'
import { InputError } from '../scenario/input-error.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import type { SearchSetup } from '../search/search.ts'
import type { ClaimTools } from './claim.ts'

/**
 * The tools of a claim around a search.
 * @param frontier searches for one frontier; all of a comparison are asked for at once
 * @param onProgress frontiers done of all
 */
export const claimTools = (
  catalog: Catalog,
  frontier: (setup: SearchSetup) => Promise<FrontierResult>,
  onProgress?: (done: number, total: number) => void,
): ClaimTools => ({
  catalog,
  async frontiers(comparison: Scenario) {
    const entries = mergeCatalogs(catalog, comparison)
    const setups = comparison.series.map((series) => searchSetup(series, entries, series.name))
    let done = 0
    return Promise.all(
      setups.map(async (setup) => {
        const result = await frontier(setup)
        onProgress?.(++done, setups.length)
        return result
      }),
    )
  },
})

/** The points of a frontier that a claim cannot do without. @throws InputError that says why there are none */
export function pointsOf({ points, nothingFits }: FrontierResult, name: string): FrontierPoints {
  if (points.gpus.length > 0) return points
  throw new InputError(name, nothingFits ?? 'nothing fits')
}
