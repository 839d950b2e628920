import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { someScenario } from '../../../test/storage/some-scenario.ts'
import { temporaryFolder } from '../../../tools/testing/temporary-folder.ts'
import { backupFolder, listBackups } from './backup-files.ts'
import { DAILY_BACKUPS_KEPT } from './daily-backups.ts'
import { openStorage, type Storage } from './storage.ts'

const DAY_MS = 24 * 3_600_000
const NOON = new Date(2026, 4, 4, 12).getTime()

let folder: string
let clock: number
let logged: string[]
let storage: Storage
beforeEach(() => {
  const path = join(temporaryFolder(), 'data.sqlite')
  folder = backupFolder(path)
  clock = NOON
  logged = []
  storage = openStorage({ path, now: () => clock, log: (line) => logged.push(line) })
})
afterEach(() => {
  vi.useRealTimers()
  storage.close()
})

const namesIn = (name: string): unknown[] => {
  const copy = new Sqlite(join(folder, name), { readonly: true })
  try {
    return copy.prepare('SELECT name FROM scenarios').pluck().all()
  } finally {
    copy.close()
  }
}

test('one a day, a whole database of its own with what was saved until then', async () => {
  storage.scenarios.save(null, someScenario(1))
  await storage.dailyBackups.run()
  storage.scenarios.save(null, someScenario(2))
  clock += 3_600_000
  await storage.dailyBackups.run()
  clock += DAY_MS
  await storage.dailyBackups.run()
  const names = listBackups(folder).map(({ name }) => name)
  expect(names.map(namesIn)).toEqual([['Save 1', 'Save 2'], ['Save 1']])
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted())
  expect(logged).toEqual([])
})

test('what is saved while a backup is being made does not break it', async () => {
  for (let number = 1; number <= 40; number++) storage.scenarios.save(null, someScenario(number, 90_000))
  const making = storage.dailyBackups.run()
  for (let number = 41; number <= 60; number++) {
    storage.scenarios.save(null, someScenario(number, 90_000))
    await new Promise(setImmediate)
  }
  await making
  const [backup] = listBackups(folder)
  const copy = new Sqlite(join(folder, backup!.name), { readonly: true })
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
  copy.close()
  expect(namesIn(backup!.name).length).toBeGreaterThanOrEqual(40)
})

test('the newest fourteen are kept; those made before updates are not counted', async () => {
  mkdirSync(folder)
  const beforeUpdate = 'before-update-v1-2020-01-01T00-00-00-000Z.sqlite'
  const another = 'notes.txt'
  for (const name of [beforeUpdate, another]) writeFileSync(join(folder, name), '')
  for (let day = 0; day < 17; day++) {
    clock = NOON + day * DAY_MS
    await storage.dailyBackups.run()
  }
  const daily = listBackups(folder).filter(({ kind }) => kind === 'daily')
  expect(daily.map(({ madeAt }) => madeAt)).toEqual(
    Array.from({ length: DAILY_BACKUPS_KEPT }, (_, i) => NOON + (16 - i) * DAY_MS),
  )
  expect(readdirSync(folder)).toEqual(expect.arrayContaining([beforeUpdate, another]))
})

test('made after the start and again when the day has changed while the app runs', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const made = () => listBackups(folder).length
  storage.dailyBackups.start()
  await vi.waitFor(() => expect(made()).toBe(1))
  clock += DAY_MS
  vi.advanceTimersByTime(10 * 60_000)
  await vi.waitFor(() => expect(made()).toBe(2))
  storage.dailyBackups.stop()
  clock += DAY_MS
  vi.advanceTimersByTime(60 * 60_000)
  await storage.dailyBackups.run()
  expect(made()).toBe(3)
})

test('a failure is logged, leaves nothing, and is made good by the next look', async () => {
  writeFileSync(folder, 'a file where the folder should be')
  await storage.dailyBackups.run()
  expect(logged).toEqual([expect.stringContaining('the daily backup failed: ')])
  rmSync(folder)
  await storage.dailyBackups.run()
  expect(listBackups(folder)).toHaveLength(1)
})

test('closing in the middle of one leaves no half backup under a good name, and the next run clears up', async () => {
  for (let number = 1; number <= 40; number++) storage.scenarios.save(null, someScenario(number, 90_000))
  const making = storage.dailyBackups.run()
  storage.close()
  await making
  expect(listBackups(folder)).toEqual([])
  expect(logged).toEqual([])
  writeFileSync(join(folder, 'daily-v1-2026-01-01T00-00-00-000Z.sqlite.unfinished'), 'half')
  storage = openStorage({ path: join(folder, '../data.sqlite'), now: () => clock, log: () => {} })
  await storage.dailyBackups.run()
  expect(readdirSync(folder)).toEqual([listBackups(folder)[0]!.name])
  expect(existsSync(join(folder, '../data.sqlite'))).toBe(true)
})
