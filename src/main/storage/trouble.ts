import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { DamagedDatabaseError, StorageError } from './storage-errors.ts'

/** What keeps the file from being used, and what a person can do about it. */
interface Trouble {
  readonly what: string
  readonly remedy: string
}

const FULL: Trouble = { what: 'the disk is full', remedy: 'Free some space' }
const READ_ONLY: Trouble = {
  what: 'the file or its folder cannot be written to',
  remedy: 'Allow writing there, or make the disk available again',
}
const BUSY: Trouble = {
  what: 'another program holds the file',
  remedy: 'Close what may use it, such as a program that backs up or synchronises',
}
const failing = (code: string): Trouble => ({
  what: `the disk reports an error (${code})`,
  remedy: 'See that the disk is connected and sound',
})

/** By the beginning of the codes of SQLite (https://www.sqlite.org/rescode.html) and of the file system. */
const TROUBLES: readonly (readonly [codes: RegExp, trouble: Trouble])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, FULL],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM)|EROFS$|EACCES$|EPERM$)/, READ_ONLY],
  [/^(SQLITE_(BUSY|LOCKED|PROTOCOL)|EBUSY$)/, BUSY],
]
const DISK_ERROR = /^(SQLITE_IOERR|EIO$)/
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB)/

/** SQLite tells a full disk as an error of the disk where it makes room for its shared memory. */
const LEAST_FREE_BYTES = 64 * 1024

/** An error while the database is opened, as a StorageError. */
export function openingProblem(error: unknown, path: string): Error {
  if (error instanceof StorageError) return error
  if (isDamage(error)) return new DamagedDatabaseError(path, messageOf(error), { cause: error })
  const trouble = troubleOf(error, path)
  const says =
    trouble === null ? messageOf(error) : `${trouble.what}. Nothing was changed. ${trouble.remedy}, then try again.`
  return new StorageError(`The saved data in ${path} could not be opened: ${says}`, { cause: error })
}

/** What keeps a file from being used, in words; null where the error tells of nothing like that. */
export const troubleInWords = (error: unknown, path: string): string | null => troubleOf(error, path)?.what ?? null

type Method = (...input: never[]) => unknown

/** Its methods, and stores within it. */
type Store<T> = { readonly [K in keyof T]: Method | Store<T[K]> }

const isMethod = (part: Method | object): part is Method => typeof part === 'function'

/** A store whose errors of the file become StorageErrors; all others stay what they are. */
export function withTroubleInWords<T extends Store<T>>(store: T, path: string): T {
  const wrap =
    (method: Method): Method =>
    (...input) => {
      try {
        const answer = method(...input)
        if (!(answer instanceof Promise)) return answer
        return answer.catch((error: unknown) => {
          throw runningProblem(error, path)
        })
      } catch (error) {
        throw runningProblem(error, path)
      }
    }
  const wrapped = Object.entries<Method | object>(store).map(([name, part]) => [
    name,
    isMethod(part) ? wrap(part) : withTroubleInWords(part as Store<never>, path),
  ])
  return Object.fromEntries(wrapped) as T
}

function runningProblem(error: unknown, path: string): unknown {
  if (isDamage(error))
    return new StorageError(
      `The saved data in ${path} are damaged: ${messageOf(error)}. Your work is still in this window: save it as a ` +
        'scenario file. At its next start Paretoscope offers the backups.',
      { cause: error },
    )
  const trouble = troubleOf(error, path)
  if (trouble === null) return error
  return new StorageError(
    `The saved data in ${path} cannot be used: ${trouble.what}. Your work is still in this window, and what was saved ` +
      `before is safe. ${trouble.remedy}; the next edit or Save then tries again.`,
    { cause: error },
  )
}

const isDamage = (error: unknown): boolean => DAMAGE.test(codeOf(error))

function troubleOf(error: unknown, path: string): Trouble | null {
  const code = codeOf(error)
  const [, trouble] = TROUBLES.find(([codes]) => codes.test(code)) ?? []
  if (trouble !== undefined) return trouble
  if (!DISK_ERROR.test(code)) return null
  return freeBytes(path) < LEAST_FREE_BYTES ? FULL : failing(code)
}

function freeBytes(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(path))
    return bavail * bsize
  } catch {
    return Infinity
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
