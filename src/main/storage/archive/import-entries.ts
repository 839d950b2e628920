import type { Database } from 'better-sqlite3'
import { userEntryId } from '../../../shared/catalog/user-entry-id.ts'
import type { ArchiveChoice } from '../../../shared/contract/archive-calls.ts'
import type { CatalogName } from '../../../shared/contract/catalog-calls.ts'
import type { UserEntryWriter } from '../user-entries.ts'
import { CATALOGS, renamedEntry, type ComparedEntry } from './compare-entries.ts'

/** What became of entries, by how many, and the ids of those that have another one here. */
export interface ImportedEntries {
  readonly added: number
  readonly replaced: number
  readonly beside: number
  readonly ids: Record<CatalogName, Map<string, string>>
}

/**
 * Imports entries, with what is logged of them. A new one brings its log and what it is a copy of; one that takes the place
 * of mine is a change in my log. Runs inside the caller's transaction.
 */
export function importEntries(
  mine: Database,
  theirs: Database,
  write: UserEntryWriter,
  entries: readonly (ComparedEntry & { readonly choice: ArchiveChoice })[],
): ImportedEntries {
  const ids: ImportedEntries['ids'] = { accelerators: new Map(), models: new Map() }
  const result = { added: 0, replaced: 0, beside: 0, ids }
  const history = historyImport(mine, theirs)
  for (const catalog of CATALOGS) {
    const insert = mine.prepare<[string, string, number]>(
      `INSERT INTO ${catalog} (id, origin, entry, changed_at) VALUES (?, 'user', ?, ?)`,
    )
    const stored = theirs.prepare<[string], { entry: string; changedAt: number }>(
      `SELECT entry, changed_at AS changedAt FROM ${catalog} WHERE id = ? AND origin = 'user'`,
    )
    for (const { own, id, idHere, nameBeside, state, choice } of entries) {
      if (own.catalog !== catalog) continue
      if (idHere !== id) result.ids[catalog].set(id, idHere)
      if (state === 'new') {
        const { entry, changedAt } = stored.get(id)!
        if (history.copyUnlessKnown(catalog, id)) insert.run(id, entry, changedAt)
        else write.put(own, id)
        history.copyOrigin(catalog, id, id)
        result.added++
      } else if (state === 'differs' && choice === 'theirs') {
        write.put(own, id)
        result.replaced++
      } else if (state === 'differs' && choice === 'both') {
        const beside = userEntryId(nameBeside, write.isTaken(catalog))
        write.put(renamedEntry(own, nameBeside), beside)
        history.copyOrigin(catalog, id, beside)
        result.ids[catalog].set(id, beside)
        result.beside++
      }
    }
    // Entries that were deleted there, and of which nothing is known here, can be brought back from the log.
    for (const id of history.deleted(catalog)) history.copyUnlessKnown(catalog, id)
  }
  return result
}

function historyImport(mine: Database, theirs: Database) {
  const known = mine.prepare<[string, string]>('SELECT 1 FROM catalog_changes WHERE catalog = ? AND entry_id = ?')
  const changes = theirs.prepare<[string, string], Record<string, unknown>>(
    `SELECT catalog, entry_id AS id, kind, before, after, changed_at AS changedAt
     FROM catalog_changes WHERE catalog = ? AND entry_id = ? ORDER BY id`,
  )
  const insert = mine.prepare<[Record<string, unknown>]>(
    `INSERT INTO catalog_changes (catalog, entry_id, kind, before, after, changed_at)
     VALUES (@catalog, @id, @kind, @before, @after, @changedAt)`,
  )
  const origin = theirs.prepare<[string, string], { from: string; original: string }>(
    'SELECT copied_from AS "from", original FROM catalog_copies WHERE catalog = ? AND entry_id = ?',
  )
  const putOrigin = mine.prepare<[string, string, string, string]>(
    'INSERT INTO catalog_copies (catalog, entry_id, copied_from, original) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  return {
    /** False where the id has a history here already. */
    copyUnlessKnown(catalog: CatalogName, id: string): boolean {
      if (known.get(catalog, id) !== undefined) return false
      for (const change of changes.all(catalog, id)) insert.run(change)
      return true
    },
    copyOrigin(catalog: CatalogName, from: string, to: string): void {
      const found = origin.get(catalog, from)
      if (found !== undefined) putOrigin.run(catalog, to, found.from, found.original)
    },
    deleted: (catalog: CatalogName): string[] =>
      theirs
        .prepare<[string], string>(
          `SELECT DISTINCT entry_id FROM catalog_changes WHERE catalog = ?
           AND entry_id NOT IN (SELECT id FROM ${catalog} WHERE origin = 'user')`,
        )
        .pluck()
        .all(catalog),
  }
}
