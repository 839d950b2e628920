import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../shared/scenario/input-error.ts'
import { DamagedDatabaseError, NewerDatabaseError, StorageError } from './storage-errors.ts'
import { openingProblem, withTroubleInWords } from './trouble.ts'

const path = join(import.meta.dirname, 'data.sqlite')
const withCode = (code: string) => Object.assign(new Error('as SQLite says it'), { code })
const whileRunning = (thrown: unknown): unknown => {
  const store = withTroubleInWords(
    {
      read: (): never => {
        throw thrown
      },
    },
    path,
  )
  try {
    return store.read()
  } catch (error) {
    return error
  }
}

describe.each([
  ['SQLITE_FULL', 'the disk is full'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['SQLITE_READONLY', 'cannot be written to'],
  ['SQLITE_READONLY_DIRECTORY', 'cannot be written to'],
  ['SQLITE_CANTOPEN', 'cannot be written to'],
  ['EROFS', 'cannot be written to'],
  ['EACCES', 'cannot be written to'],
  ['SQLITE_BUSY', 'another program holds the file'],
  ['SQLITE_BUSY_RECOVERY', 'another program holds the file'],
  ['SQLITE_IOERR_WRITE', 'the disk reports an error (SQLITE_IOERR_WRITE)'],
])('%s', (code, says) => {
  test('while the app runs: what happened, where the work is, and what to do', () => {
    const error = whileRunning(withCode(code))
    expect(error).toBeInstanceOf(StorageError)
    expect(error).toHaveProperty('message', expect.stringContaining(says))
    expect(error).toHaveProperty('message', expect.stringMatching(/still in this window.*; the next edit or Save then/))
  })

  test('at start: what happened, and that nothing was changed', () => {
    const { message } = openingProblem(withCode(code), path)
    expect(message).toContain(says)
    expect(message).toMatch(/Nothing was changed\. .*, then try again\.$/)
  })
})

test.each(['SQLITE_CORRUPT', 'SQLITE_CORRUPT_INDEX', 'SQLITE_NOTADB'])('%s is damage', (code) => {
  expect(openingProblem(withCode(code), path)).toBeInstanceOf(DamagedDatabaseError)
  expect(whileRunning(withCode(code))).toHaveProperty(
    'message',
    expect.stringMatching(/are damaged: as SQLite says it/),
  )
})

test('other errors stay what they are', () => {
  const newer = new NewerDatabaseError(path, 9, 1)
  expect(openingProblem(newer, path)).toBe(newer)
  const input = new InputError('', 'there is no saved scenario 1')
  expect(whileRunning(input)).toBe(input)
  const bug = new TypeError('x is not a function')
  expect(whileRunning(bug)).toBe(bug)
  expect(openingProblem(bug, path).message).toContain('could not be opened: x is not a function')
})
