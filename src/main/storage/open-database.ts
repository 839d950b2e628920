import Sqlite, { type Database } from 'better-sqlite3'
import { APPLICATION_ID, readDatabaseHeader } from './database-header.ts'
import { migrate, userVersion } from './migrate.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'
import { DamagedDatabaseError, NewerDatabaseError, StorageError } from './storage-errors.ts'

export interface DatabaseOptions {
  readonly path: string
  /** Another build of better-sqlite3's native part, for an older Electron. */
  readonly nativeBinding?: string | undefined
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the database, checks it and brings it up to date.
 * @throws NewerDatabaseError, DamagedDatabaseError: before anything in the file is touched; StorageError otherwise
 */
export function openDatabase({ path, nativeBinding, migrations = MIGRATIONS }: DatabaseOptions): Database {
  refuseByHeader(path, migrations.length)
  let database: Database | undefined
  try {
    database = new Sqlite(path, nativeBinding === undefined ? {} : { nativeBinding })
    database.pragma('busy_timeout = 2000')
    database.pragma('trusted_schema = OFF')
    database.pragma('foreign_keys = ON')
    checkContents(database, path, migrations.length)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = NORMAL')
    migrate(database, migrations)
    return database
  } catch (error) {
    database?.close()
    throw inWords(error, path)
  }
}

function refuseByHeader(path: string, known: number): void {
  const header = readHeader(path)
  if (header.kind === 'none') return
  if (header.kind === 'no-database') throw new DamagedDatabaseError(path, 'it is not a database')
  if (header.applicationId !== 0 && header.applicationId !== APPLICATION_ID)
    throw new DamagedDatabaseError(path, "it is another program's database")
  if (header.userVersion > known) throw new NewerDatabaseError(path, header.userVersion, known)
}

function readHeader(path: string) {
  try {
    return readDatabaseHeader(path)
  } catch (error) {
    throw inWords(error, path)
  }
}

function checkContents(database: Database, path: string, known: number): void {
  // The header may lag behind a log that a newer app left when it crashed.
  const version = userVersion(database)
  if (version > known) throw new NewerDatabaseError(path, version, known)
  const problem = database.pragma('quick_check(1)', { simple: true })
  if (problem !== 'ok') throw new DamagedDatabaseError(path, String(problem))
}

const DAMAGE = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB'])

function inWords(error: unknown, path: string): Error {
  if (error instanceof StorageError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Sqlite.SqliteError && DAMAGE.has(error.code))
    return new DamagedDatabaseError(path, message, { cause: error })
  return new StorageError(`The saved data in ${path} could not be opened: ${message}`, { cause: error })
}
