import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { InputError } from '../../../shared/scenario/input-error.ts'
import { fileProblem } from '../../files/file-problem.ts'
import { troubleInWords } from '../trouble.ts'
import { openArchive, openCopy } from './open-archive.ts'

export interface SnapshotOptions {
  readonly nativeBinding?: string | undefined
}

/**
 * Works on a copy of an app's saved data, which the app may have open, brought up to date. The data themselves are only read.
 * @throws InputError where there are none or they are damaged, NewerVersionError
 */
export const withSavedData = <T>(path: string, options: SnapshotOptions, work: LibraryWork<T>): Promise<T> =>
  inTemporaryFolder(async (folder) => {
    const copy = join(folder, 'saved.sqlite')
    await copySavedData(path, copy, options)
    return workOn(openCopy(copy, options.nativeBinding), work)
  })

/** The same on a copy of a library's file. @throws as `openArchive` */
export const withArchive = <T>(path: string, options: SnapshotOptions, work: LibraryWork<T>): Promise<T> =>
  inTemporaryFolder(async (folder) =>
    workOn(await openArchive(path, { ...options, folder: join(folder, 'archive') }), work),
  )

export type LibraryCopy = Database

/** What is done on a library's copy, which it may change. */
export type LibraryWork<T> = (database: LibraryCopy) => T | Promise<T>

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'paretoscope-library-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function workOn<T>(database: Database, work: LibraryWork<T>): Promise<T> {
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

const DAMAGE = /^SQLITE_(CORRUPT|NOTADB)/

async function copySavedData(path: string, copy: string, { nativeBinding }: SnapshotOptions): Promise<void> {
  if (!existsSync(path)) throw new InputError('', 'does not exist: nothing was saved there')
  try {
    // Without a log nobody has it open, and a plain copy leaves nothing behind.
    if (!existsSync(`${path}-wal`)) return copyFileSync(path, copy)
    const database = new Sqlite(path, { readonly: true, ...(nativeBinding !== undefined && { nativeBinding }) })
    try {
      await database.backup(copy)
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && DAMAGE.test(error.code))
      throw new InputError('', `is damaged: ${error.message}`)
    const trouble = troubleInWords(error, path)
    throw trouble === null ? fileProblem(error, 'read') : new InputError('', `cannot be read: ${trouble}`)
  }
}
