import { existsSync, statSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'
import { backupFolder, listBackups } from './backup-files.ts'
import { APPLICATION_ID, readDatabaseHeader } from './database-header.ts'
import { migrate, userVersion } from './migrate.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'
import { finishRestore } from './set-aside.ts'
import { DamagedDatabaseError, NewerDatabaseError } from './storage-errors.ts'
import { openingProblem } from './trouble.ts'
import { backUpBeforeUpdate } from './write-backup.ts'

/** How long a call waits for another program that holds the file. */
const BUSY_TIMEOUT_MS = 2000

export interface DatabaseOptions {
  readonly path: string
  /** Another build of better-sqlite3's native part, for an older Electron. */
  readonly nativeBinding?: string | undefined
  readonly migrations?: readonly Migration[]
  /** It is a copy of ours: what its tables were before an update needs no backup. */
  readonly isCopy?: boolean
  /** Nobody else may have it open meanwhile; an app that has makes this fail. */
  readonly alone?: boolean
  /** Milliseconds since 1970, for the names of backups. */
  readonly now?: () => number
}

/**
 * Opens the database, checks it and brings it up to date, with a backup before each step.
 * @throws NewerDatabaseError, DamagedDatabaseError: before anything in the file is touched; StorageError otherwise
 */
export function openDatabase({
  path,
  nativeBinding,
  migrations = MIGRATIONS,
  isCopy = false,
  alone = false,
  now = Date.now,
}: DatabaseOptions): Database {
  const connection = { timeout: BUSY_TIMEOUT_MS, ...(nativeBinding !== undefined && { nativeBinding }) }
  let database: Database | undefined
  try {
    finishRestore(path, now())
    refuseByHeader(path, migrations.length)
    refuseByLog(path, migrations.length, connection)
    database = new Sqlite(path, connection)
    if (alone) database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('trusted_schema = OFF')
    database.pragma('foreign_keys = ON')
    checkContents(database, path, migrations.length)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = NORMAL')
    const opened = database
    migrate(opened, migrations, (version) => {
      if (!isCopy) backUpBeforeUpdate(opened, version, now())
    })
    return opened
  } catch (error) {
    database?.close()
    throw openingProblem(error, path)
  }
}

function refuseByHeader(path: string, known: number): void {
  const header = readDatabaseHeader(path)
  if (header.kind === 'none') {
    // An empty file is a new database, unless there was one before.
    const wasUsed = logBytes(path) > 0 || listBackups(backupFolder(path)).length > 0
    if (existsSync(path) && wasUsed) throw new DamagedDatabaseError(path, 'it is empty')
    return
  }
  if (header.kind === 'no-database') throw new DamagedDatabaseError(path, 'it is not a database')
  if (header.applicationId !== 0 && header.applicationId !== APPLICATION_ID)
    throw new DamagedDatabaseError(path, "it is another program's database")
  if (header.userVersion > known) throw new NewerDatabaseError(path, header.userVersion, known)
}

/**
 * The header lags behind a log that an app left when it crashed. Closing a writable connection would write that log into
 * the file, so one that may not write looks first.
 */
function refuseByLog(path: string, known: number, connection: Sqlite.Options): void {
  if (logBytes(path) === 0) return
  const database = new Sqlite(path, { ...connection, readonly: true })
  try {
    checkContents(database, path, known)
  } finally {
    database.close()
  }
}

const logBytes = (path: string): number => statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0

function checkContents(database: Database, path: string, known: number): void {
  const version = userVersion(database)
  if (version > known) throw new NewerDatabaseError(path, version, known)
  const problem = database.pragma('quick_check(1)', { simple: true })
  if (problem !== 'ok') throw new DamagedDatabaseError(path, String(problem))
}
