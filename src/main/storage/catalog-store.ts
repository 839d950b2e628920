import type { Database } from 'better-sqlite3'
import * as v from 'valibot'
import { acceleratorEntrySchema, type AcceleratorEntry } from '../../shared/catalog/accelerator-entry.ts'
import type { Catalog } from '../../shared/catalog/builtin.ts'
import { modelEntrySchema, type ModelEntry } from '../../shared/catalog/model-entry.ts'
import type { CallOutput } from '../../shared/contract/contract.ts'
import { parseJson } from '../../shared/scenario/parse-json.ts'
import { seedTable } from './seed-table.ts'

type CatalogRows = CallOutput<'catalog.list'>
type Origin = CatalogRows['models'][number]['origin']
type Row<T> = { readonly id: string; readonly origin: Origin; readonly entry: T }

export interface CatalogStore {
  /** Every entry; where the user has one of the same id as a built-in, only the user's. */
  list(): CatalogRows
  /** The same by id, for looking up. */
  catalog(): Catalog
}

export interface CatalogStoreOptions {
  readonly database: Database
  readonly builtIn: Catalog
  readonly now: () => number
  readonly log: (line: string) => void
}

/** Opens the catalog tables; built-in entries are brought in line with the app's, the user's own stay as they are. */
export function openCatalogStore({ database, builtIn, now, log }: CatalogStoreOptions): CatalogStore {
  database
    .transaction(() => {
      seedTable(database, 'accelerators', builtIn.accelerators, now())
      seedTable(database, 'models', builtIn.models, now())
    })
    .immediate()
  const models = readRows<ModelEntry>(database, 'models', modelEntrySchema, log)
  const accelerators = readRows<AcceleratorEntry>(database, 'accelerators', acceleratorEntrySchema, log)
  const byId: Catalog = { models: entriesById(models), accelerators: entriesById(accelerators) }
  return { list: () => ({ models, accelerators }), catalog: () => byId }
}

/** An entry that this app cannot read is left out and told of: it must not take the whole catalog with it. */
function readRows<T>(
  database: Database,
  table: 'accelerators' | 'models',
  schema: v.GenericSchema<unknown, T>,
  log: (line: string) => void,
): Row<T>[] {
  const rows = database
    .prepare<[], { id: string; origin: Origin; entry: string }>(
      `SELECT id, origin, entry FROM ${table} AS own
       WHERE origin = 'user' OR NOT EXISTS (SELECT 1 FROM ${table} WHERE id = own.id AND origin = 'user')
       ORDER BY origin <> 'paper', rowid`,
    )
    .all()
  return rows.flatMap(({ id, origin, entry }) => {
    try {
      return [{ id, origin, entry: v.parse(schema, parseJson(entry)) }]
    } catch (error) {
      log(`catalog: ${table} entry "${id}" left out: ${error instanceof Error ? error.message : String(error)}`)
      return []
    }
  })
}

const entriesById = <T>(rows: readonly Row<T>[]): Record<string, T> =>
  Object.fromEntries(rows.map(({ id, entry }) => [id, entry]))
