import { copyFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { InputError } from '../../shared/scenario/input-error.ts'
import { backupFolder, listBackups, type BackupFile } from './backup-files.ts'
import { APPLICATION_ID, readDatabaseHeader } from './database-header.ts'
import { finishFile, unfinishedName } from './finish-file.ts'
import { MIGRATIONS } from './migrations.ts'
import { finishRestore, restoringPath, setAside } from './set-aside.ts'
import { openingProblem } from './trouble.ts'

/** A backup that was read through and found whole. */
export interface GoodBackup extends Omit<BackupFile, 'dataVersion'> {
  readonly bytes: number
  /** Saved comparisons in it, without those in the bin. */
  readonly scenarios: number
}

/** Ways out of a database that cannot be read. The file itself is kept under another name, never deleted. */
export interface Recovery {
  /** The newest first. */
  backups(): GoodBackup[]
  /** Puts a backup in the database's place. @throws InputError where there is no good one of that name, StorageError */
  restore(name: string): void
  /** Makes room for a new, empty database. @throws StorageError */
  startEmpty(): void
}

export interface RecoveryOptions {
  readonly path: string
  readonly nativeBinding?: string | undefined
  readonly now: () => number
}

export function createRecovery({ path, nativeBinding, now }: RecoveryOptions): Recovery {
  const folder = backupFolder(path)
  const backups = () => listBackups(folder).flatMap((file) => inspect(file, folder, nativeBinding) ?? [])
  const telling = (work: () => void) => {
    try {
      work()
    } catch (error) {
      throw openingProblem(error, path)
    }
  }
  return {
    backups,
    restore(name) {
      const chosen = backups().find((one) => one.name === name)
      if (chosen === undefined) throw new InputError('', `there is no good backup "${name}"`)
      telling(() => {
        copyWhole(join(folder, chosen.name), restoringPath(path))
        setAside(path, now())
        finishRestore(path, now())
      })
    },
    startEmpty: () =>
      telling(() => {
        // What a restore left that was interrupted: it would take the empty place.
        rmSync(restoringPath(path), { force: true })
        setAside(path, now())
      }),
  }
}

/** Null where the file is not a whole database of ours that this app can read. */
function inspect(
  { name, kind, madeAt }: BackupFile,
  folder: string,
  nativeBinding: string | undefined,
): GoodBackup | null {
  const path = join(folder, name)
  try {
    const header = readDatabaseHeader(path)
    if (header.kind !== 'database' || header.applicationId !== APPLICATION_ID) return null
    if (header.userVersion > MIGRATIONS.length) return null
    const database = new Sqlite(path, { readonly: true, ...(nativeBinding !== undefined && { nativeBinding }) })
    try {
      if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') return null
      return { name, kind, madeAt, bytes: statSync(path).size, scenarios: countScenarios(database) }
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

function countScenarios(database: Sqlite.Database): number {
  const hasTable = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'scenarios'`).get()
  if (hasTable === undefined) return 0
  return Number(database.prepare('SELECT count(*) FROM scenarios WHERE deleted_at IS NULL').pluck().get())
}

/** A copy that is whole whenever it bears its name. */
function copyWhole(from: string, to: string): void {
  try {
    copyFileSync(from, unfinishedName(to))
    finishFile(to)
  } catch (error) {
    rmSync(unfinishedName(to), { force: true })
    throw error
  }
}
