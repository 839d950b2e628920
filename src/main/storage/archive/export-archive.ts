import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { InputError } from '../../../shared/scenario/input-error.ts'
import { fileProblem } from '../../files/file-problem.ts'
import { FileExistsError } from '../../files/write-file-atomically.ts'
import { troubleInWords } from '../trouble.ts'
import { backUpOnline } from '../write-backup.ts'
import { countsOf, type LibraryCounts } from './library-counts.ts'

export interface ExportOptions {
  /** Replace a file that is there. */
  readonly mayReplace: boolean
  readonly nativeBinding?: string | undefined
  /** Gets the share that is written, from 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/** What the app makes by itself, or what is this computer's alone: windows, theme, entries that came with the app. */
const LEAVE_OUT = `
  DELETE FROM settings;
  DELETE FROM accelerators WHERE origin <> 'user';
  DELETE FROM models WHERE origin <> 'user';
`

/**
 * Writes a library into one file, all or nothing, while it may be in use.
 * @throws FileExistsError where `mayReplace` is off, InputError where the file cannot be written
 */
export async function exportArchive(
  database: Database,
  path: string,
  { mayReplace, nativeBinding, onProgress }: ExportOptions,
): Promise<LibraryCounts> {
  if (!mayReplace && existsSync(path)) throw new FileExistsError()
  refuseSavedData(path, database.name)
  if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new InputError('', 'cannot be written: its folder does not exist')
  let counts: LibraryCounts | null = null
  try {
    await backUpOnline(database, path, {
      nativeBinding,
      onProgress,
      edit(copy) {
        copy.exec(LEAVE_OUT)
        // What was deleted leaves no trace in the file.
        copy.exec('VACUUM')
        counts = countsOf(copy)
      },
    })
  } catch (error) {
    throw writingProblem(error, path)
  }
  return counts!
}

/** @throws InputError where writing to a path would replace the saved data themselves */
export function refuseSavedData(path: string, databasePath: string): void {
  const own = ['', '-wal', '-shm'].map((part) => realPath(databasePath + part))
  if (own.includes(realPath(path))) throw new InputError('', 'holds the saved data themselves; choose another name')
}

const realPath = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path))

function writingProblem(error: unknown, path: string): unknown {
  const problem = fileProblem(error, 'written')
  if (problem instanceof InputError) return problem
  const trouble = troubleInWords(error, path)
  return trouble === null ? error : new InputError('', `cannot be written: ${trouble}`)
}
