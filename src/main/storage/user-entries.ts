import type { Database } from 'better-sqlite3'
import { acceleratorName } from '../../shared/catalog/accelerator-entry.ts'
import { modelName } from '../../shared/catalog/model-entry.ts'
import { userEntryId } from '../../shared/catalog/user-entry-id.ts'
import type { CatalogName, OwnEntry } from '../../shared/contract/catalog-calls.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { parseEntry } from './catalog-rows.ts'

const nameOf = (own: OwnEntry): string =>
  own.catalog === 'accelerators' ? acceleratorName(own.entry) : modelName(own.entry)

/** As it is stored: an entry that bears an id bears its own. */
const textOf = ({ entry }: OwnEntry, id: string): string => JSON.stringify('id' in entry ? { ...entry, id } : entry)

/** Writes the user's rows of the catalog, each with its line in the log. Runs inside the caller's transaction. */
export function openUserEntries(database: Database, now: () => number) {
  const table = (catalog: CatalogName) => ({
    entryOf: database.prepare<[string], { entry: string }>(
      `SELECT entry FROM ${catalog} WHERE id = ? AND origin = 'user'`,
    ),
    ofAnyone: database.prepare<[string], { entry: string }>(
      `SELECT entry FROM ${catalog} WHERE id = ? ORDER BY origin = 'user' DESC`,
    ),
    put: database.prepare<[string, string, number]>(
      `INSERT INTO ${catalog} (id, origin, entry, changed_at) VALUES (?, 'user', ?, ?)
       ON CONFLICT (id, origin) DO UPDATE SET entry = excluded.entry, changed_at = excluded.changed_at`,
    ),
    drop: database.prepare<[string]>(`DELETE FROM ${catalog} WHERE id = ? AND origin = 'user'`),
  })
  const tables = { accelerators: table('accelerators'), models: table('models') } as const
  const logged = database.prepare<[string, string]>('SELECT 1 FROM catalog_changes WHERE catalog = ? AND entry_id = ?')
  const changeOf = database.prepare<[number], { catalog: CatalogName; id: string; state: string }>(
    'SELECT catalog, entry_id AS id, coalesce(after, before) AS state FROM catalog_changes WHERE id = ?',
  )
  const log = database.prepare<[string, string, string, string | null, string | null, number]>(
    'INSERT INTO catalog_changes (catalog, entry_id, kind, before, after, changed_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const copy = database.prepare<[string, string, string, string]>(
    'INSERT INTO catalog_copies (catalog, entry_id, copied_from, original) VALUES (?, ?, ?, ?)',
  )

  const write = (catalog: CatalogName, id: string, after: string): void => {
    const before = tables[catalog].entryOf.get(id)?.entry ?? null
    if (before === after) return
    tables[catalog].put.run(id, after, now())
    log.run(catalog, id, before === null ? 'created' : 'changed', before, after, now())
  }
  /** An id that was ever given is not given again: its history is that of one entry. */
  const isTaken = (catalog: CatalogName) => (id: string) =>
    tables[catalog].ofAnyone.get(id) !== undefined || logged.get(catalog, id) !== undefined

  const own = (catalog: CatalogName, id: string): string => {
    const found = tables[catalog].entryOf.get(id)?.entry
    if (found !== undefined) return found
    throw new InputError(
      'id',
      tables[catalog].ofAnyone.get(id) === undefined
        ? `is "${id}", which is no entry of yours; it may have been deleted`
        : `is "${id}", which came with the app and is never changed; make a copy of it`,
    )
  }

  return {
    isTaken,
    /** Writes an entry under an id of another library, in the place of the user's of that id where there is one. */
    put: (entry: OwnEntry, id: string): void => write(entry.catalog, id, textOf(entry, id)),
    create(entry: OwnEntry, copiedFrom: string | null): string {
      const { catalog } = entry
      const id = userEntryId(nameOf(entry), isTaken(catalog))
      if (copiedFrom !== null) {
        const original = tables[catalog].ofAnyone.get(copiedFrom)?.entry
        if (original === undefined)
          throw new InputError('copiedFrom', `is "${copiedFrom}", which is no entry of the catalog`)
        copy.run(catalog, id, copiedFrom, original)
      }
      write(catalog, id, textOf(entry, id))
      return id
    },
    change(entry: OwnEntry, id: string): void {
      own(entry.catalog, id)
      write(entry.catalog, id, textOf(entry, id))
    },
    delete(catalog: CatalogName, id: string): number {
      const before = own(catalog, id)
      tables[catalog].drop.run(id)
      return Number(log.run(catalog, id, 'deleted', before, null, now()).lastInsertRowid)
    },
    restore(change: number) {
      const found = changeOf.get(change)
      if (found === undefined) throw new InputError('', `there is no change ${change} of the catalog`)
      const { catalog, id, state } = found
      // A state that this app cannot read any more is refused here rather than left out of the list later.
      parseEntry(catalog, state)
      write(catalog, id, state)
      return { catalog, id }
    },
  }
}

export type UserEntryWriter = Pick<ReturnType<typeof openUserEntries>, 'isTaken' | 'put'>
