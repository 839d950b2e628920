import type { Catalog } from '../../shared/catalog/builtin.ts'
import { mergeCatalogs } from '../../shared/catalog/merge-catalogs.ts'
import { findEntry } from '../../shared/scenario/entries.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import type { Scenario, Series } from '../../shared/scenario/scenario.ts'
import { searchSetup } from '../../shared/scenario/search-setup.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import type { SearchSetup } from '../../shared/search/search.ts'
import { storedFrontier, type StoredFrontier } from '../../shared/search/stored-frontier.ts'
import type { UsedEntries } from '../storage/result-store.ts'
import { sha256 } from '../sha256.ts'

/** What today's catalog and app give for a series. */
export type TodaysResult =
  | {
      readonly kind: 'computed'
      readonly inputs: string
      readonly frontier: StoredFrontier
      readonly entries: UsedEntries
    }
  /** Nobody has computed it yet. */
  | { readonly kind: 'unknown' }
  /** It cannot be computed, as an entry is gone or refused. */
  | { readonly kind: 'refused'; readonly why: string }

function usedEntries(series: Series, catalog: Catalog): UsedEntries {
  const { model, accelerator, speculative } = series
  return {
    accelerator: findEntry(catalog.accelerators, accelerator, 'accelerator', 'accelerator'),
    model: findEntry(catalog.models, model, 'model', 'model'),
    draft: speculative === null ? null : findEntry(catalog.models, speculative.draft, 'speculative.draft', 'model'),
  }
}

/** @param known a frontier that has been computed already */
export function todaysResult(
  series: Series,
  scenario: Scenario,
  catalog: Catalog,
  known: (setup: SearchSetup) => FrontierResult | undefined,
): TodaysResult {
  const all = mergeCatalogs(catalog, scenario)
  try {
    const setup = searchSetup(series, all, series.name)
    const result = known(setup)
    if (result === undefined) return { kind: 'unknown' }
    return {
      kind: 'computed',
      inputs: sha256(JSON.stringify(setup)),
      frontier: storedFrontier(result.points),
      entries: usedEntries(series, all),
    }
  } catch (error) {
    if (error instanceof InputError) return { kind: 'refused', why: error.message }
    throw error
  }
}
