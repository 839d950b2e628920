import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { someScenario } from '../../../test/storage/some-scenario.ts'
import { temporaryFolder } from '../../../tools/testing/temporary-folder.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { backupFolder } from './backup-files.ts'
import { MIGRATIONS } from './migrations.ts'
import { openDatabase } from './open-database.ts'
import { createRecovery } from './recovery.ts'
import { DamagedDatabaseError } from './storage-errors.ts'
import { openStorage } from './storage.ts'

const DAY_MS = 24 * 3_600_000
const NOON = Date.UTC(2026, 4, 4, 12)
const DAMAGED = 'data.sqlite.damaged-2026-05-14T12-00-00-000Z'

let path: string
let backups: string
beforeEach(async () => {
  path = join(temporaryFolder(), 'data.sqlite')
  backups = backupFolder(path)
  for (const day of [0, 1, 2]) {
    const storage = openStorage({ path, now: () => NOON + day * DAY_MS, log: () => {} })
    storage.scenarios.save(null, someScenario(day + 1))
    await storage.dailyBackups.run()
    storage.close()
  }
})

const recovery = () => createRecovery({ path, now: () => NOON + 10 * DAY_MS })
const damage = (file: string) => truncateSync(file, 3 * 4096)
const nameOf = (day: number): string => `daily-v${MIGRATIONS.length}-2026-05-0${4 + day}T12-00-00-000Z.sqlite`
const namesSaved = () => {
  const storage = openStorage({ path, now: () => 1, log: () => {} })
  try {
    return storage.scenarios
      .list()
      .map(({ name }) => name)
      .toSorted()
  } finally {
    storage.close()
  }
}

test('good backups are listed with their time, size and number of saved comparisons, the newest first', () => {
  expect(recovery().backups()).toEqual(
    [2, 1, 0].map((day) => ({
      name: nameOf(day),
      kind: 'daily',
      madeAt: NOON + day * DAY_MS,
      bytes: readFileSync(join(backups, nameOf(day))).length,
      scenarios: day + 1,
    })),
  )
})

test('what is no good backup is not offered, and not touched', () => {
  damage(join(backups, nameOf(2)))
  const put = (name: string, make: (file: string) => void) => make(join(backups, name))
  put('daily-v1-2026-06-01T00-00-00-000Z.sqlite', (file) => writeFileSync(file, 'text'))
  put('daily-v1-2026-06-02T00-00-00-000Z.sqlite', (file) => writeFileSync(file, ''))
  put('daily-v99-2026-06-03T00-00-00-000Z.sqlite', (file) =>
    openDatabase({ path: file, migrations: [...MIGRATIONS, 'CREATE TABLE future (x INTEGER) STRICT'] }).close(),
  )
  put('daily-v1-2026-06-04T00-00-00-000Z.sqlite', (file) => new Sqlite(file).exec('CREATE TABLE x (y)').close())
  put('daily-v1-2026-06-05T00-00-00-000Z.sqlite', (file) => mkdirSync(file))
  put('daily-v1-2026-99-99T00-00-00-000Z.sqlite', (file) => copyFileSync(join(backups, nameOf(1)), file))
  put('copy.sqlite', (file) => copyFileSync(join(backups, nameOf(1)), file))
  const before = readdirSync(backups)
  expect(
    recovery()
      .backups()
      .map(({ name }) => name),
  ).toEqual([nameOf(1), nameOf(0)])
  expect(readdirSync(backups)).toEqual(before)
})

test('a backup of an older version is offered, restored and brought up to date', () => {
  const older = 'before-update-v1-2026-01-01T00-00-00-000Z.sqlite'
  openDatabase({ path: join(backups, older), migrations: MIGRATIONS.slice(0, 1) }).close()
  expect(recovery().backups().at(-1)).toMatchObject({ name: older, kind: 'before-update', scenarios: 0 })
  damage(path)
  recovery().restore(older)
  expect(namesSaved()).toEqual([])
})

describe.each(['', '-wal', '-shm'])('with the damaged file, its "%s" is kept under another name', (part) => {
  beforeEach(() => {
    damage(path)
    if (part !== '') writeFileSync(path + part, 'what the log held')
  })

  test.each([
    ['restoring', () => recovery().restore(nameOf(1)), ['Save 1', 'Save 2']],
    ['starting empty', () => recovery().startEmpty(), []],
  ] as const)('when %s', (_what, mend, saved) => {
    const bytes = readFileSync(path + part)
    mend()
    expect(namesSaved()).toEqual(saved)
    expect(readFileSync(join(dirname(path), DAMAGED + part)).equals(bytes)).toBe(true)
    expect(existsSync(join(backups, nameOf(1)))).toBe(true)
  })
})

test('a file that was emptied is damaged and not a new one, as long as there are backups', () => {
  truncateSync(path, 0)
  expect(() => openDatabase({ path })).toThrow(/it is empty/)
  recovery().restore(nameOf(2))
  expect(namesSaved()).toEqual(['Save 1', 'Save 2', 'Save 3'])
})

test.each(['', '../data.sqlite', 'nothing.sqlite', 'daily-v1-2026-01-01T00-00-00-000Z.sqlite'])(
  'restoring "%s" is refused, and the damaged file stays where it is',
  (name) => {
    damage(path)
    const before = readFileSync(path)
    expect(() => recovery().restore(name)).toThrow(InputError)
    expect(readFileSync(path).equals(before)).toBe(true)
  },
)

describe('a restore that is interrupted', () => {
  test('before the damaged file was set aside is offered again, and starting empty is empty', () => {
    copyFileSync(join(backups, nameOf(2)), `${path}.restoring`)
    damage(path)
    expect(() => openDatabase({ path })).toThrow(DamagedDatabaseError)
    recovery().startEmpty()
    expect(namesSaved()).toEqual([])
  })

  test('after that is ended by the next start, and never takes the damaged log for its own', () => {
    copyFileSync(join(backups, nameOf(2)), `${path}.restoring`)
    renameSync(path, `${path}.damaged-then`)
    writeFileSync(`${path}-wal`, 'the damaged one’s log')
    expect(namesSaved()).toEqual(['Save 1', 'Save 2', 'Save 3'])
    const log = readdirSync(dirname(path)).find((name) => /\.damaged-.*-wal$/.test(name))
    expect(readFileSync(join(dirname(path), log!), 'utf8')).toBe('the damaged one’s log')
  })
})
