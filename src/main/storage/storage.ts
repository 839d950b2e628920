import { BUILT_IN_CATALOG, type Catalog } from '../../shared/catalog/builtin.ts'
import { openCatalogStore, type CatalogStore } from './catalog-store.ts'
import { openDatabase, type DatabaseOptions } from './open-database.ts'
import { openScenarioStore, type ScenarioStore } from './scenario-store.ts'
import { openSettingsStore, type SettingsStore } from './settings-store.ts'

/** All that the app keeps, in one database file. */
export interface Storage {
  readonly catalog: CatalogStore
  readonly scenarios: ScenarioStore
  readonly settings: SettingsStore
  close(): void
}

export interface StorageOptions extends DatabaseOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly log: (line: string) => void
  readonly builtIn?: Catalog
}

/** @throws StorageError and its kinds */
export function openStorage({ now, log, builtIn = BUILT_IN_CATALOG, ...options }: StorageOptions): Storage {
  const database = openDatabase(options)
  try {
    return {
      catalog: openCatalogStore({ database, builtIn, now, log }),
      scenarios: openScenarioStore(database, now),
      settings: openSettingsStore(database),
      close: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}
