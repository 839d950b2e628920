import { BUILT_IN_CATALOG, type Catalog } from '../../shared/catalog/builtin.ts'
import { openCatalogStore, type CatalogStore } from './catalog-store.ts'
import { openArchiveStore, type ArchiveStore } from './archive/archive-store.ts'
import { openConstantsStore, type ConstantsStore } from './constants-store.ts'
import { createDailyBackups, type DailyBackups } from './daily-backups.ts'
import { openDatabase, type DatabaseOptions } from './open-database.ts'
import { openLibraryStore, type LibraryStore } from './library-store.ts'
import { openResultStore, type ResultStore } from './result-store.ts'
import { openScenarioStore, type ScenarioStore } from './scenario-store.ts'
import { openSearchIndex } from './search-index.ts'
import { openSettingsStore, type SettingsStore } from './settings-store.ts'
import { openTemplateStore, type TemplateStore } from './template-store.ts'
import { openingProblem, withTroubleInWords } from './trouble.ts'
import { openUserEntries } from './user-entries.ts'
import { openVersionStore, type VersionStore } from './version-store.ts'

/** All that the app keeps, in one database file. Every method of a store throws a StorageError where the file fails. */
export interface Storage {
  readonly catalog: CatalogStore
  readonly scenarios: ScenarioStore
  readonly library: LibraryStore
  readonly versions: VersionStore
  readonly results: ResultStore
  readonly settings: SettingsStore
  readonly templates: TemplateStore
  readonly constants: ConstantsStore
  readonly archives: ArchiveStore
  readonly dailyBackups: DailyBackups
  close(): void
}

export interface StorageOptions extends DatabaseOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly log: (line: string) => void
  readonly builtIn?: Catalog
}

/** @throws StorageError and its kinds */
export function openStorage({ log, builtIn = BUILT_IN_CATALOG, ...options }: StorageOptions): Storage {
  const { path, nativeBinding, now } = options
  const database = openDatabase(options)
  try {
    const dailyBackups = createDailyBackups({ database, nativeBinding, now, log })
    const index = openSearchIndex(database)
    const versions = openVersionStore(database, now)
    const catalog = openCatalogStore({ database, builtIn, now, log })
    const archives = openArchiveStore({
      database,
      nativeBinding,
      now,
      index,
      entries: openUserEntries(database, now),
      onEntries: () => catalog.readAgain(),
    })
    return {
      catalog: withTroubleInWords(catalog, path),
      scenarios: withTroubleInWords(openScenarioStore({ database, now, log, versions, index }), path),
      library: withTroubleInWords(openLibraryStore(database, index, now), path),
      versions: withTroubleInWords(versions, path),
      results: withTroubleInWords(openResultStore(database), path),
      settings: withTroubleInWords(openSettingsStore(database, log), path),
      templates: withTroubleInWords(openTemplateStore(database, now, log), path),
      constants: withTroubleInWords(openConstantsStore(database, now, log), path),
      archives: withTroubleInWords(archives, path),
      dailyBackups,
      close() {
        dailyBackups.stop()
        archives.end()
        database.close()
      },
    }
  } catch (error) {
    database.close()
    throw openingProblem(error, path)
  }
}
