import { chmodSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { InputError, NewerVersionError } from '../../../shared/scenario/input-error.ts'
import { fileProblem } from '../../files/file-problem.ts'
import { APPLICATION_ID, readDatabaseHeader } from '../database-header.ts'
import { MIGRATIONS } from '../migrations.ts'
import { openDatabase } from '../open-database.ts'
import { DamagedDatabaseError, NewerDatabaseError, StorageError } from '../storage-errors.ts'
import { troubleInWords } from '../trouble.ts'
import { shapeOf } from './database-shape.ts'

/** Far above any real library; a copy of it is made. */
export const LARGEST_ARCHIVE_BYTES = 2 * 1024 ** 3

export interface OpenArchiveOptions {
  /** Where the copy goes. What lies there is removed first. */
  readonly folder: string
  readonly nativeBinding?: string | undefined
  readonly largestBytes?: number
}

/**
 * Opens a copy of a library's file, brought up to date; the file itself is only read. The copy may be changed, and is gone
 * with its folder.
 * @throws InputError where the file is not a whole library of ours, NewerVersionError
 */
export async function openArchive(
  path: string,
  { folder, nativeBinding, largestBytes = LARGEST_ARCHIVE_BYTES }: OpenArchiveOptions,
): Promise<Database> {
  refuseUnusable(path, largestBytes)
  const copy = join(folder, 'archive.sqlite')
  try {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    await copyFile(path, copy)
    // A file that may not be written stays so in its copy.
    chmodSync(copy, 0o600)
  } catch (error) {
    throw fileProblem(error, 'read')
  }
  return openCopy(copy, nativeBinding)
}

/** Opens a copy of a library that nobody else uses. @throws as `openArchive` */
export function openCopy(path: string, nativeBinding: string | undefined): Database {
  let database: Database
  try {
    database = openDatabase({ path, nativeBinding, isCopy: true })
  } catch (error) {
    throw openingInWords(error, path)
  }
  try {
    refuseOtherTables(database, nativeBinding)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const NO_LIBRARY = 'is not a Paretoscope library; expected a file that Export Library has written'

function refuseUnusable(path: string, largestBytes: number): void {
  try {
    const found = statSync(path)
    if (!found.isFile())
      throw new InputError('', found.isDirectory() ? 'is a folder, not a file' : 'is not a plain file')
    if (found.size > largestBytes) throw new InputError('', `has ${found.size} bytes; expected at most ${largestBytes}`)
    const header = readDatabaseHeader(path)
    if (header.kind !== 'database') throw new InputError('', NO_LIBRARY)
    if (header.applicationId !== APPLICATION_ID)
      throw new InputError('', `is another program's database; ${NO_LIBRARY}`)
    if (header.userVersion > MIGRATIONS.length) throw new NewerVersionError(header.userVersion, MIGRATIONS.length)
    if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
      throw new InputError('', 'is in use by an app, or was when that ended; export that library there')
  } catch (error) {
    throw fileProblem(error, 'read')
  }
}

/** Why a library cannot be opened, as what is wrong with its file; trouble of the disk as it is. */
export function openingInWords(error: unknown, path: string): unknown {
  if (error instanceof NewerDatabaseError) return new NewerVersionError(error.found, error.known)
  if (error instanceof DamagedDatabaseError) return new InputError('', `is damaged: ${error.detail}`)
  if (!(error instanceof StorageError) || troubleInWords(error.cause, path) !== null) return error
  return new InputError('', `is damaged: ${error.cause instanceof Error ? error.cause.message : error.message}`)
}

/** A file that says it is ours may hold anything: what is read of it are tables as ours are. */
function refuseOtherTables(database: Database, nativeBinding: string | undefined): void {
  const pattern = openDatabase({ path: ':memory:', nativeBinding })
  const [found, expected] = [shapeOf(database), shapeOf(pattern)]
  pattern.close()
  const wrong = found.find((part) => !expected.includes(part)) ?? expected.find((part) => !found.includes(part))
  if (wrong !== undefined) throw new InputError('', `is damaged: its tables are not those of a library (${wrong})`)
  const [broken] = database.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[]
  if (broken === undefined) return
  const row = `row ${broken.rowid ?? ''} of ${broken.table}`
  throw new InputError('', `is damaged: ${row} refers to nothing in ${broken.parent}`)
}
