import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { seriesOf } from '../src/shared/scenario/scenario.ts'
import { searchSetup } from '../src/shared/scenario/search-setup.ts'
import type { StandardSearchSetup } from '../src/shared/search/standard/space.ts'

type SeriesFields = Partial<Parameters<typeof seriesOf>[0]>

/** A search for a catalog model on a catalog accelerator under the standard rules, at 2 USD per GPU-hour. */
export const standardSearchSetupOf = (
  model: string,
  accelerator: string,
  fields: SeriesFields = {},
): StandardSearchSetup =>
  searchSetup(
    seriesOf({ name: 'a series', model, accelerator, rules: 'standard', usdPerGpuHour: 2, ...fields }),
    BUILT_IN_CATALOG,
  ) as StandardSearchSetup
