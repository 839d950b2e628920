import { createHash } from 'node:crypto'
import type { Catalog } from '../../shared/catalog/builtin.ts'
import { entriesInUse } from '../../shared/report/entry-facts.ts'
import { withoutHidden } from '../../shared/scenario/baseline.ts'
import { formatScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'

/** Where a report comes from: enough to make it once more and to see that nothing has changed. */
export interface Provenance {
  /** Of the app. */
  readonly version: string
  readonly date: Date
  /** Of the scenario file as the app writes it. */
  readonly scenarioSha256: string
  /** Of the catalog entries in use, by id, as they were computed with. */
  readonly entries: readonly { readonly id: string; readonly sha256: string }[]
  /** Of the list of these: the catalog snapshot. */
  readonly catalogSha256: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * @param scenario as it is saved, hidden series among the others
 * @param catalog as the series are computed with; entries of the scenario among its own
 */
export function provenanceOf(scenario: Scenario, catalog: Catalog, version: string, date: Date): Provenance {
  const used = entriesInUse(withoutHidden(scenario))
  const entries = [
    ...used.accelerators.map((id) => ({ id, entry: catalog.accelerators[id] })),
    ...used.models.map((id) => ({ id, entry: catalog.models[id] })),
  ].map(({ id, entry }) => ({ id, sha256: sha256(JSON.stringify(entry)) }))
  return {
    version,
    date,
    scenarioSha256: sha256(formatScenario(scenario)),
    entries,
    catalogSha256: sha256(entries.map((entry) => `${entry.sha256}  ${entry.id}\n`).join('')),
  }
}

const SHORT_DIGITS = 12

/** The first digits of a hash, where there is no room for all. */
export const shortHash = (hash: string): string => hash.slice(0, SHORT_DIGITS)

export const longDate = (date: Date): string =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
