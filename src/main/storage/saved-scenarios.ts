import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { fileProblem } from '../files/file-problem.ts'
import { openingInWords } from './archive/open-archive.ts'
import { readRows } from './catalog-rows.ts'
import type { CatalogStore } from './catalog-store.ts'
import { readDatabaseHeader } from './database-header.ts'
import { openLibraryStore, type LibraryStore } from './library-store.ts'
import { MIGRATIONS } from './migrations.ts'
import { openDatabase } from './open-database.ts'
import { openScenarioStore, type ScenarioStore } from './scenario-store.ts'
import { openSearchIndex } from './search-index.ts'
import { StorageError } from './storage-errors.ts'
import { openVersionStore } from './version-store.ts'

/** What a program that is not the app has of a library. */
export interface SavedScenarios {
  readonly scenarios: ScenarioStore
  readonly library: LibraryStore
  readonly catalog: Pick<CatalogStore, 'list'>
}

export interface SavedScenarioParts {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly log: (line: string) => void
}

/** The scenarios of an open database. */
export function savedScenariosOf(database: Database, { now, log }: SavedScenarioParts): SavedScenarios {
  const index = openSearchIndex(database)
  const rows = {
    models: readRows({ database, log }, 'models'),
    accelerators: readRows({ database, log }, 'accelerators'),
  }
  return {
    scenarios: openScenarioStore({ database, now, log, versions: openVersionStore(database, now), index }),
    library: openLibraryStore(database, index, now),
    catalog: { list: () => rows },
  }
}

export interface ChangeOptions extends SavedScenarioParts {
  readonly nativeBinding?: string | undefined
  /** The app may not have the data open meanwhile, as it may show what is replaced. */
  readonly alone: boolean
}

/**
 * Works on the saved data themselves, which begin empty where there are none. Data of an older app are brought up to date,
 * with a backup, and that alone too.
 * @throws InputError where they are damaged, NewerVersionError, StorageError where they cannot be used or the app has them
 */
export async function changeSavedScenarios<T>(
  path: string,
  { nativeBinding, alone, ...parts }: ChangeOptions,
  work: (saved: SavedScenarios) => Promise<T>,
): Promise<T> {
  const database = opened(path, nativeBinding, alone)
  try {
    return await work(savedScenariosOf(database, parts))
  } finally {
    database.close()
  }
}

/** Data that are in no file: what a library is before anything is saved in it. */
export async function inEmptyScenarios<T>(
  { nativeBinding, ...parts }: Omit<ChangeOptions, 'alone'>,
  work: (saved: SavedScenarios) => Promise<T>,
): Promise<T> {
  const database = openDatabase({ path: ':memory:', nativeBinding })
  try {
    return await work(savedScenariosOf(database, parts))
  } finally {
    database.close()
  }
}

function opened(path: string, nativeBinding: string | undefined, mustBeAlone: boolean): Database {
  let alone = mustBeAlone
  try {
    mkdirSync(dirname(path), { recursive: true })
    const header = readDatabaseHeader(path)
    alone ||= header.kind === 'database' && header.userVersion < MIGRATIONS.length
    return openDatabase({ path, nativeBinding, alone })
  } catch (error) {
    if (alone && isHeld(error))
      throw new StorageError(`The saved data in ${path} are open in Paretoscope. Close it, then try again.`, {
        cause: error,
      })
    throw openingInWords(fileProblem(error, 'written'), path)
  }
}

const isHeld = (error: unknown): boolean =>
  error instanceof StorageError &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  String(error.cause.code).startsWith('SQLITE_BUSY')
