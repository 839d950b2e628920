import type { Database } from 'better-sqlite3'
import type { ArchivePreview } from '../../../shared/contract/archive-calls.ts'
import type { CatalogName } from '../../../shared/contract/catalog-calls.ts'
import type { ComparedEntry } from './compare-entries.ts'
import type { ComparedScenario } from './compare-scenarios.ts'
import { folderPaths } from './folder-paths.ts'

export const scenarioKey = (id: number): string => `scenario ${id}`
/** The id in the archive of the scenario that a key names; null for any other key. */
export const scenarioOfKey = (key: string): number | null => {
  const id = /^scenario (\d+)$/.exec(key)?.[1]
  return id === undefined ? null : Number(id)
}
export const entryKey = (catalog: CatalogName, id: string): string => `${catalog} ${id}`

interface ListedFacts {
  readonly folder: number | null
  readonly versions: number
  readonly tags: string
}

/** What an archive holds, as the window shows it. */
export function previewOf(
  theirs: Database,
  {
    scenarios,
    entries,
  }: { readonly scenarios: readonly ComparedScenario[]; readonly entries: readonly ComparedEntry[] },
): Pick<ArchivePreview, 'scenarios' | 'entries'> {
  const folders = folderPaths(theirs)
  const factsOf = theirs.prepare<[number], ListedFacts>(
    `SELECT folder, (SELECT count(*) FROM versions WHERE scenario = scenarios.id) AS versions,
       (SELECT json_group_array(tags.name ORDER BY tags.name COLLATE NOCASE)
        FROM scenario_tags JOIN tags ON tags.id = tag WHERE scenario = scenarios.id) AS tags
     FROM scenarios WHERE id = ?`,
  )
  return {
    scenarios: scenarios.map(({ id, name, savedAt, deletedAt, state, mine }) => {
      const { folder, versions, tags } = factsOf.get(id)!
      return {
        key: scenarioKey(id),
        name,
        savedAt,
        versions,
        folder: folder === null ? [] : [...(folders.get(folder) ?? [])],
        tags: JSON.parse(tags) as string[],
        inBin: deletedAt !== null,
        state,
        mine,
      }
    }),
    entries: entries.map(({ own: { catalog }, id, name, state }) => ({
      key: entryKey(catalog, id),
      catalog,
      id,
      name,
      state,
    })),
  }
}
