import { parseScenario } from '../../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import type { CatalogName } from '../../../shared/contract/catalog-calls.ts'

/** New ids of entries, by those that they have in the archive. */
export type EntryIds = Readonly<Record<CatalogName, ReadonlyMap<string, string>>>

/** A scenario that names entries by their new ids. What it brings along itself keeps its id. */
export function withEntryIds(scenario: Scenario, ids: EntryIds): Scenario {
  const renamed = (catalog: CatalogName) => (id: string) =>
    Object.hasOwn(scenario[catalog], id) ? id : (ids[catalog].get(id) ?? id)
  const [model, accelerator] = [renamed('models'), renamed('accelerators')]
  return {
    ...scenario,
    series: scenario.series.map((series) => ({
      ...series,
      model: model(series.model),
      accelerator: accelerator(series.accelerator),
      speculative:
        series.speculative === null ? null : { ...series.speculative, draft: model(series.speculative.draft) },
    })),
    observed: scenario.observed.map((set) => ({
      ...set,
      model: set.model === null ? null : model(set.model),
      accelerator: set.accelerator === null ? null : accelerator(set.accelerator),
    })),
  }
}

/** The same of a document's text, which stays as it is where it names none of them. */
export function documentWithEntryIds(document: string, ids: EntryIds): string {
  const named = [...ids.models.keys(), ...ids.accelerators.keys()].some((id) => document.includes(JSON.stringify(id)))
  return named ? JSON.stringify(withEntryIds(parseScenario(document), ids)) : document
}
