import type { Database } from 'better-sqlite3'
import type { ArchiveChoice } from '../../../shared/contract/archive-calls.ts'
import { packDocument, unpackDocument } from '../packed-document.ts'
import type { SearchIndex } from '../search-index.ts'
import type { ComparedScenario } from './compare-scenarios.ts'
import { documentWithEntryIds, type EntryIds } from './entry-ids.ts'
import { importFolders } from './folder-paths.ts'
import { openVersionImport } from './import-versions.ts'

export interface ImportedScenarios {
  readonly added: number
  readonly beside: number
  /** Mine that became theirs. */
  readonly replaced: readonly number[]
}

export interface ScenarioImportParts {
  readonly mine: Database
  readonly theirs: Database
  readonly index: SearchIndex
  /** What entries of the archive are known by here. */
  readonly ids: EntryIds
}

/** What my version is called that theirs came after, unless it has a name. */
const BEFORE_IMPORT = 'Before an import'

const PLACES = 'created_at, saved_at, opened_at, deleted_at, favourite'

/**
 * Imports scenarios with their versions, results, folder, tags and favourites; the index goes along. Runs inside the
 * caller's transaction.
 */
export function importScenarios(
  { mine, theirs, index, ids }: ScenarioImportParts,
  scenarios: readonly (ComparedScenario & { readonly choice: ArchiveChoice })[],
): ImportedScenarios {
  const folders = importFolders(mine, theirs)
  const versions = openVersionImport(mine, theirs, ids)
  const rowOf = theirs.prepare<[number], Record<string, unknown> & { document: string; folder: number | null }>(
    `SELECT document, folder, ${PLACES} FROM scenarios WHERE id = ?`,
  )
  const insert = mine.prepare<[Record<string, unknown>]>(
    `INSERT INTO scenarios (name, document, folder, ${PLACES})
     VALUES (@name, @document, @folder, ${PLACES.replaceAll(/\w+/g, '@$&')})`,
  )
  const myDocument = mine.prepare<[number], string>('SELECT document FROM scenarios WHERE id = ?').pluck()
  const closePresent = mine.prepare<[Buffer, string, number]>(
    'UPDATE versions SET document = ?, name = coalesce(name, ?) WHERE scenario = ? AND document IS NULL',
  )
  const earlier = mine.prepare<[number], { savedAt: number; document: Buffer }>(
    'SELECT saved_at AS savedAt, document FROM versions WHERE scenario = ? AND document IS NOT NULL',
  )
  const replace = mine.prepare<[Record<string, unknown>]>(
    `UPDATE scenarios SET document = @document, saved_at = @saved_at, favourite = max(favourite, @favourite) WHERE id = @id`,
  )
  const tagsOf = theirs
    .prepare<[number], string>('SELECT name FROM tags JOIN scenario_tags ON tag = id WHERE scenario = ? ORDER BY id')
    .pluck()
  const addTag = mine.prepare<[string]>('INSERT INTO tags (name) VALUES (?) ON CONFLICT (name) DO NOTHING')
  const tag = mine.prepare<[number, string]>(
    'INSERT INTO scenario_tags (scenario, tag) SELECT ?, id FROM tags WHERE name = ? ON CONFLICT DO NOTHING',
  )

  const finish = (from: number, to: number): void => {
    for (const name of tagsOf.all(from)) {
      addTag.run(name)
      tag.run(to, name)
    }
    index.put(to)
  }
  const add = (id: number, name: string): void => {
    const { document: theirDocument, folder, ...row } = rowOf.get(id)!
    const known = documentWithEntryIds(theirDocument, ids)
    const given = { ...(JSON.parse(known) as { name: string }), name }
    const document = (JSON.parse(known) as { name: string }).name === name ? known : JSON.stringify(given)
    const place = folder === null ? null : (folders.get(folder) ?? null)
    const to = Number(insert.run({ ...row, name, document, folder: place }).lastInsertRowid)
    versions.copy(id, to, document, () => false)
    finish(id, to)
  }
  const takeTheirs = (id: number, to: number): void => {
    const { document: theirDocument, ...row } = rowOf.get(id)!
    const document = documentWithEntryIds(theirDocument, ids)
    closePresent.run(packDocument(myDocument.get(to)!), BEFORE_IMPORT, to)
    const known = new Set(earlier.all(to).map((one) => `${one.savedAt} ${unpackDocument(one.document)}`))
    versions.copy(id, to, document, (savedAt, text) => known.has(`${savedAt} ${text}`))
    replace.run({ id: to, document, saved_at: row['saved_at'], favourite: row['favourite'] })
    finish(id, to)
  }

  let added = 0
  let beside = 0
  const replaced: number[] = []
  for (const { id, name, state, choice, mine: here, nameBeside } of scenarios.toSorted((a, b) => a.id - b.id)) {
    if (state === 'new') {
      add(id, name)
      added++
    } else if (here !== null && choice === 'both') {
      add(id, nameBeside)
      beside++
    } else if (here !== null && choice === 'theirs') {
      takeTheirs(id, here.id)
      replaced.push(here.id)
    }
  }
  return { added, beside, replaced }
}
