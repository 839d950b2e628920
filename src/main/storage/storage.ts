import { BUILT_IN_CATALOG, type Catalog } from '../../shared/catalog/builtin.ts'
import { openCatalogStore, type CatalogStore } from './catalog-store.ts'
import { createDailyBackups, type DailyBackups } from './daily-backups.ts'
import { openDatabase, type DatabaseOptions } from './open-database.ts'
import { openScenarioStore, type ScenarioStore } from './scenario-store.ts'
import { openSettingsStore, type SettingsStore } from './settings-store.ts'
import { openingProblem, withTroubleInWords } from './trouble.ts'

/** All that the app keeps, in one database file. Every method of a store throws a StorageError where the file fails. */
export interface Storage {
  readonly catalog: CatalogStore
  readonly scenarios: ScenarioStore
  readonly settings: SettingsStore
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
    return {
      catalog: withTroubleInWords(openCatalogStore({ database, builtIn, now, log }), path),
      scenarios: withTroubleInWords(openScenarioStore(database, now), path),
      settings: withTroubleInWords(openSettingsStore(database, log), path),
      dailyBackups,
      close() {
        dailyBackups.stop()
        database.close()
      },
    }
  } catch (error) {
    database.close()
    throw openingProblem(error, path)
  }
}
