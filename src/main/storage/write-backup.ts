import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { backupFolder, backupName, listBackups } from './backup-files.ts'
import { finishFile, unfinishedName } from './finish-file.ts'

/**
 * Copies a database before an update changes its tables. The same content is not kept twice, so that an update that
 * fails again and again does not fill the disk.
 */
export function backUpBeforeUpdate(database: Database, dataVersion: number, now: number): void {
  const folder = backupFolder(database.name)
  mkdirSync(folder, { recursive: true })
  const path = join(folder, backupName('before-update', dataVersion, now))
  const unfinished = unfinishedName(path)
  try {
    database.prepare('VACUUM INTO ?').run(unfinished)
    const same = listBackups(folder).find((one) => one.kind === 'before-update' && one.dataVersion === dataVersion)
    if (same !== undefined && readFileSync(join(folder, same.name)).equals(readFileSync(unfinished))) rmSync(unfinished)
    else finishFile(path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

export interface OnlineCopyOptions {
  readonly nativeBinding?: string | undefined
  /** Gets the share that is copied, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined
  /** Changes the copy before it is checked. */
  readonly edit?: (copy: Database) => void
}

/** Pages copied between two looks at what else there is to do. */
const PAGES_AT_ONCE = 100

/**
 * Copies a database that is in use by SQLite's online backup, a hundred pages at a time, checks the copy and gives it
 * its name: a file of that name is always whole.
 */
export async function backUpOnline(database: Database, path: string, options: OnlineCopyOptions = {}): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const unfinished = unfinishedName(path)
  try {
    await database.backup(unfinished, {
      progress({ totalPages, remainingPages }) {
        options.onProgress?.(totalPages === 0 ? 0 : 1 - remainingPages / totalPages)
        return PAGES_AT_ONCE
      },
    })
    checkCopy(unfinished, options)
    finishFile(path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

function checkCopy(path: string, { nativeBinding, edit }: OnlineCopyOptions): void {
  const copy = new Sqlite(path, nativeBinding === undefined ? {} : { nativeBinding })
  try {
    // One file that needs no log beside it.
    copy.pragma('journal_mode = DELETE')
    edit?.(copy)
    const problem = copy.pragma('quick_check(1)', { simple: true })
    if (problem !== 'ok') throw new Error(`the copy is damaged: ${String(problem)}`)
  } finally {
    copy.close()
  }
}
