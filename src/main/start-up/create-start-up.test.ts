import { readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { someScenario } from '../../../test/storage/some-scenario.ts'
import { temporaryFolder } from '../../../tools/testing/temporary-folder.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { startUpHandlers } from '../ipc/start-up-handlers.ts'
import { MIGRATIONS } from '../storage/migrations.ts'
import { openDatabase } from '../storage/open-database.ts'
import { createRecovery } from '../storage/recovery.ts'
import { StorageError } from '../storage/storage-errors.ts'
import { openStorage, type Storage } from '../storage/storage.ts'
import { createStartUp } from './create-start-up.ts'

let path: string
beforeEach(() => {
  path = join(temporaryFolder(), 'data.sqlite')
})

const open = () => openStorage({ path, now: () => 1, log: () => {} })
const start = (opening: () => Storage = open) =>
  createStartUp({ open: opening, recovery: createRecovery({ path, now: () => 1 }) })

/** A saved comparison, a backup of it, and then a file that is cut off. */
async function damagedData(): Promise<void> {
  const storage = open()
  storage.scenarios.save(null, someScenario(1))
  await storage.dailyBackups.run()
  storage.close()
  truncateSync(path, 3 * 4096)
}

test('data that open are no problem', () => {
  const startUp = start()
  expect([startUp.problem(), startUp.failure(), startUp.tryAgain()]).toEqual([null, null, null])
  expect(startUp.storage()!.scenarios.list()).toEqual([])
  startUp.storage()!.close()
})

describe('damaged data', () => {
  test('are told of with the good backups, and open once one is restored', async () => {
    await damagedData()
    const startUp = start()
    const problem = startUp.problem()!
    expect(problem).toMatchObject({ kind: 'damaged', backups: [{ kind: 'daily', scenarios: 1 }] })
    expect(problem.message).toContain(path)
    expect(startUp.tryAgain()).toEqual(problem)
    expect(() => startUp.restore('another')).toThrow(InputError)
    expect(startUp.restore(problem.backups[0]!.name)).toBeNull()
    expect(startUp.storage()!.scenarios.list()).toHaveLength(1)
    startUp.storage()!.close()
  })

  test('open empty when a person wants that', async () => {
    await damagedData()
    const startUp = start()
    expect(startUp.startEmpty()).toBeNull()
    expect(startUp.storage()!.scenarios.list()).toEqual([])
    startUp.storage()!.close()
  })

  test('stay a problem where the disk refuses the way out', async () => {
    await damagedData()
    const refusal = new StorageError('the disk is full')
    const refuse = () => {
      throw refusal
    }
    const startUp = createStartUp({ open, recovery: { backups: () => [], restore: refuse, startEmpty: refuse } })
    expect(() => startUp.startEmpty()).toThrow(refusal)
    expect(startUp.problem()).toMatchObject({ kind: 'damaged', backups: [] })
  })
})

test('data of a newer app are neither replaced nor touched', () => {
  openDatabase({ path, migrations: [...MIGRATIONS, 'CREATE TABLE future (x INTEGER) STRICT'] }).close()
  const bytes = readFileSync(path)
  const startUp = start()
  expect(startUp.problem()).toMatchObject({ kind: 'newer', backups: [] })
  expect(() => startUp.startEmpty()).toThrow(InputError)
  expect(() => startUp.restore('any')).toThrow(InputError)
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

test('what was out of reach opens by trying again', () => {
  let inReach = false
  const startUp = start(() => {
    if (!inReach) throw new StorageError('another program holds the file')
    return open()
  })
  expect(startUp.tryAgain()).toEqual({ kind: 'unusable', message: 'another program holds the file', backups: [] })
  expect(() => startUp.startEmpty()).toThrow(InputError)
  inReach = true
  expect(startUp.tryAgain()).toBeNull()
  const storage = startUp.storage()!
  expect(startUp.tryAgain()).toBeNull()
  expect(startUp.storage()).toBe(storage)
  storage.close()
})

test('a mistake of the app’s own is no problem of the data', () => {
  const mistake = () => {
    throw new TypeError('x is not a function')
  }
  expect(() => start(mistake)).toThrow(TypeError)
})

test('the screen is left when the data open, and not before', async () => {
  await damagedData()
  const startUp = start()
  let left = 0
  const calls = startUpHandlers({ startUp, showFolder: () => {}, leave: () => void (left += 1) })
  expect(calls['startUp.tryAgain']()).not.toBeNull()
  expect(left).toBe(0)
  expect(calls['startUp.restore'](calls['startUp.problem']()!.backups[0]!.name)).toBeNull()
  expect(left).toBe(1)
  startUp.storage()!.close()
})
