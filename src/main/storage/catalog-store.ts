import type { Catalog } from '../../shared/catalog/builtin.ts'
import type { CatalogName, OwnEntry } from '../../shared/contract/catalog-calls.ts'
import type { CallOutput } from '../../shared/contract/contract.ts'
import { readChanges, readRows, type RowReader } from './catalog-rows.ts'
import { seedTable } from './seed-table.ts'
import { openUserEntries } from './user-entries.ts'

/** The catalog: built-in entries, which no one edits, and the user's own. Writes throw an InputError where they won't do. */
export interface CatalogStore {
  /** Every entry; where the user has one of the same id as a built-in, only the user's. */
  list(): CallOutput<'catalog.list'>
  /** The same by id, for looking up. */
  catalog(): Catalog
  /** Adds an entry of the user's, under an id made from its name; gives it. */
  create(own: OwnEntry, copiedFrom: string | null): string
  change(own: OwnEntry, id: string): void
  /** Gives the number of the change. */
  delete(catalog: CatalogName, id: string): number
  /** Brings an entry to the state that a change left it in, one that was deleted to its last. */
  restore(change: number): { readonly catalog: CatalogName; readonly id: string }
  /** Every change of the user's entries, the newest first. */
  history(): CallOutput<'catalog.history'>
  /** Takes in what was written by an import. */
  readAgain(): void
}

export interface CatalogStoreOptions extends RowReader {
  readonly builtIn: Catalog
  readonly now: () => number
}

/** Opens the catalog tables; built-in entries are brought in line with the app's, the user's own stay as they are. */
export function openCatalogStore({ builtIn, now, ...reader }: CatalogStoreOptions): CatalogStore {
  const { database } = reader
  database
    .transaction(() => {
      seedTable(database, 'accelerators', builtIn.accelerators, now())
      seedTable(database, 'models', builtIn.models, now())
    })
    .immediate()
  const user = openUserEntries(database, now)
  const read = (): CallOutput<'catalog.list'> => ({
    models: readRows(reader, 'models'),
    accelerators: readRows(reader, 'accelerators'),
  })
  const byIdOf = ({ models, accelerators }: CallOutput<'catalog.list'>): Catalog => ({
    models: entriesById(models),
    accelerators: entriesById(accelerators),
  })
  let rows = read()
  let byId = byIdOf(rows)
  const readAgain = () => {
    rows = read()
    byId = byIdOf(rows)
  }
  const writing = <T>(write: () => T): T => {
    const result = database.transaction(write).immediate()
    readAgain()
    return result
  }
  return {
    list: () => rows,
    catalog: () => byId,
    create: (own, copiedFrom) => writing(() => user.create(own, copiedFrom)),
    change: (own, id) => writing(() => user.change(own, id)),
    delete: (catalog, id) => writing(() => user.delete(catalog, id)),
    restore: (change) => writing(() => user.restore(change)),
    history: () => ({ models: readChanges(reader, 'models'), accelerators: readChanges(reader, 'accelerators') }),
    readAgain,
  }
}

const entriesById = <T>(rows: readonly { readonly id: string; readonly entry: T }[]): Record<string, T> =>
  Object.fromEntries(rows.map(({ id, entry }) => [id, entry]))
