import { BUILT_IN_CATALOG, type Catalog } from '../../shared/catalog/builtin.ts'
import { openCatalogStore, type CatalogStore } from './catalog-store.ts'
import { openDatabase, type DatabaseOptions } from './open-database.ts'
import { openLibraryStore, type LibraryStore } from './library-store.ts'
import { openResultStore, type ResultStore } from './result-store.ts'
import { openScenarioStore, type ScenarioStore } from './scenario-store.ts'
import { openSearchIndex } from './search-index.ts'
import { openSettingsStore, type SettingsStore } from './settings-store.ts'
import { openVersionStore, type VersionStore } from './version-store.ts'

/** All that the app keeps, in one database file. */
export interface Storage {
  readonly catalog: CatalogStore
  readonly scenarios: ScenarioStore
  readonly library: LibraryStore
  readonly versions: VersionStore
  readonly results: ResultStore
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
    const index = openSearchIndex(database)
    const versions = openVersionStore(database, now)
    return {
      catalog: openCatalogStore({ database, builtIn, now, log }),
      scenarios: openScenarioStore({ database, now, versions, index }),
      library: openLibraryStore(database, index, now),
      versions,
      results: openResultStore(database),
      settings: openSettingsStore(database),
      close: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}
