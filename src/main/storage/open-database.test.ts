import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fillEmptyTables } from '../../../test/storage/fill-tables.ts'
import { backupFolder, listBackups } from './backup-files.ts'
import { APPLICATION_ID, readDatabaseHeader } from './database-header.ts'
import { userVersion } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { openDatabase } from './open-database.ts'
import { DamagedDatabaseError, NewerDatabaseError, StorageError } from './storage-errors.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-storage-'))
  path = join(folder, 'data.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const LATEST = MIGRATIONS.length
const tables = (database: Sqlite.Database) =>
  database
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()

/** Rows as the app of each version would have left them; tables without any get one made for them. */
const DATA_OF_VERSION: readonly string[] = [
  `INSERT INTO accelerators VALUES ('mine', 'user', '{"a":1}', 5); INSERT INTO models VALUES ('my-model', 'user', '{"m":1}', 6)`,
  `INSERT INTO scenarios (id, name, document, created_at, saved_at, deleted_at) VALUES (7, 'Old', '{"name":"Old","series":[1,2]}', 10, 20, NULL), (9, 'Binned', '{}', 11, 21, 22)`,
  `INSERT INTO settings VALUES ('theme', '"dark"')`,
  `INSERT INTO folders VALUES (3, NULL, 'Work'), (4, 3, 'Inside'); UPDATE scenarios SET folder = 4, favourite = 1 WHERE id = 7;
   INSERT INTO tags VALUES (2, 'draft'); INSERT INTO scenario_tags VALUES (7, 2);
   INSERT INTO versions VALUES (70, 7, 10, 15, 'save', 'As sent', x'01'), (71, 7, 16, 20, NULL, NULL, NULL);
   INSERT INTO entry_snapshots VALUES ('abc', 'model', '{"e":1}'), ('def', 'accelerator', '{"e":2}');
   INSERT INTO results VALUES (71, 'asked', 'inputs', 'paper', '0.1.0', 5, 'def', 'abc', NULL, x'00')`,
  `INSERT INTO catalog_changes VALUES (1, 'accelerators', 'mine', 'created', NULL, '{"a":1}', 5), (2, 'accelerators', 'mine', 'deleted', '{"a":1}', NULL, 6);
   INSERT INTO catalog_copies VALUES ('accelerators', 'mine', 'h100-sxm', '{"a":0}')`,
  `INSERT INTO report_templates VALUES (4, 'House', '{"paper":"letter"}', 7)`,
]

function databaseOfVersion(version: number): void {
  const database = openDatabase({ path, migrations: MIGRATIONS.slice(0, version) })
  for (const rows of DATA_OF_VERSION.slice(0, version)) database.exec(rows)
  fillEmptyTables(database)
  database.close()
}

const contents = (database: Sqlite.Database) =>
  Object.fromEntries(tables(database).map((table) => [table, database.prepare(`SELECT * FROM ${String(table)}`).all()]))

test('a new database has every table, marked as ours, with the settings that keep it safe', () => {
  const database = openDatabase({ path })
  expect(tables(database)).toEqual(
    expect.arrayContaining(['accelerators', 'catalog_changes', 'models', 'scenarios', 'settings', 'versions']),
  )
  expect(userVersion(database)).toBe(LATEST)
  const pragma = (name: string) => database.pragma(name, { simple: true })
  expect([pragma('journal_mode'), pragma('foreign_keys'), pragma('busy_timeout')]).toEqual(['wal', 1, 2000])
  const strict = database.prepare(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND NOT strict`,
  )
  expect(strict.all()).toEqual([])
  database.close()
  expect(readDatabaseHeader(path)).toEqual({ kind: 'database', userVersion: LATEST, applicationId: APPLICATION_ID })
  expect(readdirSync(folder)).toEqual(['data.sqlite'])
})

describe('migrations', () => {
  test.each(MIGRATIONS.map((_, version) => version).filter((version) => version > 0))(
    'from version %i keep every row, with a backup before each step',
    (version) => {
      databaseOfVersion(version)
      const before = new Sqlite(path, { readonly: true })
      const rows = contents(before)
      before.close()

      const database = openDatabase({ path })
      expect(userVersion(database)).toBe(LATEST)
      expect(contents(database)).toMatchObject(rows)
      database.close()

      const backups = listBackups(backupFolder(path))
      expect(backups.map(({ kind, dataVersion }) => [kind, dataVersion])).toEqual(
        MIGRATIONS.map((_, step) => ['before-update', step])
          .slice(version)
          .toReversed(),
      )
      const copy = new Sqlite(join(backupFolder(path), backups.at(-1)!.name), { readonly: true })
      expect([userVersion(copy), contents(copy), copy.pragma('quick_check', { simple: true })]).toEqual([
        version,
        rows,
        'ok',
      ])
      copy.close()
    },
  )

  test('happen once, and an up-to-date database gets no backup', () => {
    databaseOfVersion(LATEST)
    openDatabase({ path }).close()
    expect(readdirSync(folder)).toEqual(['data.sqlite'])
  })

  test('that fail change nothing, keep one backup, and can be tried again', () => {
    databaseOfVersion(LATEST)
    const half = `ALTER TABLE scenarios ADD COLUMN note TEXT; INSERT INTO nowhere VALUES (1)`
    const attempt = () => openDatabase({ path, migrations: [...MIGRATIONS, half] })
    expect(attempt).toThrow(StorageError)
    expect(attempt).toThrow(/no such table: nowhere/)
    expect(listBackups(backupFolder(path))).toMatchObject([{ kind: 'before-update', dataVersion: LATEST }])

    const database = openDatabase({
      path,
      migrations: [...MIGRATIONS, `ALTER TABLE scenarios ADD COLUMN note TEXT DEFAULT ''`],
    })
    expect(userVersion(database)).toBe(LATEST + 1)
    expect(database.prepare('SELECT name, note FROM scenarios').all()).toHaveLength(2)
    database.close()
  })
})

describe('refused before anything is touched', () => {
  /** How opening fails, and whether it left everything as it was. */
  function refusal(): { error: unknown; untouched: boolean } {
    const bytes = readFileSync(path)
    const names = readdirSync(folder)
    let error: unknown = null
    try {
      openDatabase({ path }).close()
    } catch (thrown) {
      error = thrown
    }
    return { error, untouched: readFileSync(path).equals(bytes) && readdirSync(folder).join() === names.join() }
  }

  test('a database from a newer version', () => {
    openDatabase({ path, migrations: [...MIGRATIONS, 'CREATE TABLE future (x INTEGER) STRICT'] }).close()
    const { error, untouched } = refusal()
    expect(error).toBeInstanceOf(NewerDatabaseError)
    expect(error).toHaveProperty(
      'message',
      expect.stringContaining(`data version ${LATEST + 1}; this one knows up to ${LATEST}`),
    )
    expect(untouched).toBe(true)
  })

  test('a newer version that is only in the log yet, also after the app that wrote it crashed', () => {
    databaseOfVersion(LATEST)
    const newer = new Sqlite(path)
    newer.pragma('wal_autocheckpoint = 0')
    newer.pragma(`user_version = ${LATEST + 5}`)
    expect(readDatabaseHeader(path)).toMatchObject({ userVersion: LATEST })
    expect(() => openDatabase({ path })).toThrow(NewerDatabaseError)
    const crashed = join(folder, 'crashed.sqlite')
    for (const part of ['', '-wal', '-shm']) copyFileSync(path + part, crashed + part)
    newer.close()
    const files = () => [crashed, `${crashed}-wal`].map((file) => readFileSync(file))
    const before = files()
    expect(() => openDatabase({ path: crashed })).toThrow(NewerDatabaseError)
    expect(files()).toEqual(before)
  })

  test("another program's database", () => {
    const other = new Sqlite(path)
    other.pragma('application_id = 12345')
    other.exec('CREATE TABLE x (y)')
    other.close()
    const { error, untouched } = refusal()
    expect(error).toBeInstanceOf(DamagedDatabaseError)
    expect(error).toHaveProperty('message', expect.stringContaining("another program's database"))
    expect(untouched).toBe(true)
  })

  test.each<[string, string]>([
    [
      'text',
      'This is a text file, and rather longer than the hundred bytes that a header of a database has. '.repeat(3),
    ],
    ['a short file', 'SQLite format 3\0'],
  ])('%s', (_what, content) => {
    writeFileSync(path, content)
    const { error, untouched } = refusal()
    expect(error).toBeInstanceOf(DamagedDatabaseError)
    expect(error).toHaveProperty('message', expect.stringContaining('it is not a database'))
    expect(untouched).toBe(true)
  })
})

test('an empty file is a new database; bytes after its end do no harm', () => {
  writeFileSync(path, '')
  openDatabase({ path }).close()
  appendFileSync(path, Buffer.alloc(100))
  const database = openDatabase({ path })
  expect(userVersion(database)).toBe(LATEST)
  database.close()
})

test('a place where no file can be is told of', () => {
  mkdirSync(path)
  expect(() => openDatabase({ path })).toThrow(StorageError)
  expect(() => openDatabase({ path: join(folder, 'no', 'data.sqlite') })).toThrow(/could not be opened/)
})
