import type { Catalog } from '../../shared/catalog/builtin.ts'
import type { Series } from '../../shared/scenario/scenario.ts'
import { searchSetup } from '../../shared/scenario/search-setup.ts'
import { uncertaintyOf } from '../../shared/scenario/uncertainty-of.ts'
import type { BandResult } from '../../shared/search/ranges/band.ts'
import type { Compute, FrontierOptions } from './compute.ts'

/** The band of a series; null where all its inputs are known. @throws InputError with the path of the field; CancelledError */
export async function bandOfSeries(
  series: Series,
  catalog: Catalog,
  compute: Pick<Compute, 'band'>,
  options: FrontierOptions = {},
  path = 'series',
): Promise<BandResult | null> {
  const uncertainty = uncertaintyOf(series, catalog, path)
  return uncertainty === null ? null : compute.band(searchSetup(series, catalog, path), uncertainty, options)
}
