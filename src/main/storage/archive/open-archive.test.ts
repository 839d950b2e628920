import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { someScenario } from '../../../../test/storage/some-scenario.ts'
import { temporaryFolder } from '../../../../tools/testing/temporary-folder.ts'
import { InputError, NewerVersionError } from '../../../shared/scenario/input-error.ts'
import { MIGRATIONS } from '../migrations.ts'
import { openDatabase } from '../open-database.ts'
import { openStorage } from '../storage.ts'
import { dropUnreadable } from './drop-unreadable.ts'
import { openArchive } from './open-archive.ts'

const LATEST = MIGRATIONS.length

/** A library's file with two scenarios, one of two versions. */
async function archive(): Promise<string> {
  const folder = temporaryFolder()
  const storage = openStorage({ path: join(folder, 'data.sqlite'), now: Date.now, log: () => {} })
  const { id } = storage.scenarios.save(null, someScenario(1))
  storage.versions.keep(id, 'save')
  storage.scenarios.save(id, someScenario(2))
  storage.scenarios.save(null, someScenario(3))
  const path = join(folder, 'all.paretoscope-library')
  await storage.archives.export(path, { mayReplace: false })
  storage.close()
  return path
}

const meddle = (path: string, sql: string): void => {
  const database = new Sqlite(path)
  database.unsafeMode()
  database.pragma('writable_schema = ON')
  database.pragma('ignore_check_constraints = ON')
  database.exec(sql)
  database.close()
}

/** How opening fails; the file has to stay as it is, and the copy has to be gone with its folder. */
async function refusal(path: string, largestBytes?: number): Promise<unknown> {
  const bytes = existsSync(path) && !path.endsWith('folder') ? readFileSync(path) : null
  const folder = join(temporaryFolder(), 'copy')
  const error: unknown = await openArchive(path, { folder, ...(largestBytes !== undefined && { largestBytes }) }).then(
    (opened) => void opened.close(),
    (thrown: unknown) => thrown,
  )
  if (bytes !== null) expect(readFileSync(path).equals(bytes)).toBe(true)
  return error
}

test.each<[what: string, spoil: (path: string) => void, says: string | RegExp]>([
  [
    'text',
    (path) => writeFileSync(path, 'text, and rather longer than a header. '.repeat(9)),
    /^is not a Paretoscope library; /,
  ],
  ['an empty file', (path) => truncateSync(path), /^is not a Paretoscope library; /],
  ['a header alone', (path) => truncateSync(path, 100), /^is damaged: /],
  ['half of it', (path) => truncateSync(path, 40_960), /^is damaged: /],
  [
    'a page of nothing',
    (path) => {
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.fill(0xaa, 4096, 12_288))
    },
    /^is damaged: /,
  ],
  [
    "another program's database",
    (path) => meddle(path, 'PRAGMA application_id = 7'),
    /^is another program's database; /,
  ],
  ['no application id', (path) => meddle(path, 'PRAGMA application_id = 0'), /^is another program's database; /],
  [
    'data version 0',
    (path) => meddle(path, 'PRAGMA user_version = 0'),
    /^is damaged: table accelerators already exists$/,
  ],
  ['a negative data version', (path) => meddle(path, 'PRAGMA user_version = -4'), /^is damaged: /],
  [
    'a table less',
    (path) => meddle(path, 'DROP TABLE results'),
    /^is damaged: its tables are not those of a library \(table strict results/,
  ],
  ['a table more', (path) => meddle(path, 'CREATE TABLE more (x)'), /not those of a library \(table more\.x/],
  [
    'a trigger',
    (path) => meddle(path, 'CREATE TRIGGER t AFTER DELETE ON tags BEGIN DELETE FROM scenarios; END'),
    /not those of a library \(trigger t\)/,
  ],
  [
    'a view in the place of a table',
    (path) => meddle(path, 'DROP TABLE tags; CREATE VIEW tags AS SELECT 1 AS id, 2 AS name'),
    /not those of a library \(view tags\.id/,
  ],
  [
    'a scenario in a folder that is not there',
    (path) => meddle(path, 'PRAGMA foreign_keys = OFF; UPDATE scenarios SET folder = 99 WHERE id = 1'),
    /^is damaged: row 1 of scenarios refers to nothing in folders$/,
  ],
  [
    'text where JSON has to be',
    (path) => meddle(path, `UPDATE scenarios SET document = 'no'`),
    /^is damaged: CHECK constraint failed/,
  ],
  ['a log beside it', (path) => writeFileSync(`${path}-wal`, 'log'), /^is in use by an app/],
])('%s is refused, and left as it is', async (_what, spoil, says) => {
  const path = await archive()
  spoil(path)
  const error = await refusal(path)
  expect(error).toBeInstanceOf(InputError)
  expect((error as Error).message).toMatch(says)
})

test('a newer library, a folder, no file and too large a file are told from damaged ones', async () => {
  const path = await archive()
  const size = readFileSync(path).length
  expect(await refusal(path, size - 1)).toHaveProperty('message', `has ${size} bytes; expected at most ${size - 1}`)
  expect(await refusal(path, size)).toBeUndefined()
  meddle(path, `PRAGMA user_version = ${LATEST + 1}`)
  const newer = await refusal(path)
  expect(newer).toBeInstanceOf(NewerVersionError)
  expect(newer).toHaveProperty(
    'message',
    expect.stringContaining(`has version ${LATEST + 1}; this app reads versions up to ${LATEST}`),
  )
  const folder = join(temporaryFolder(), 'folder')
  mkdirSync(folder)
  expect(await refusal(folder)).toHaveProperty('message', 'is a folder, not a file')
  expect(await refusal(join(folder, 'none'))).toHaveProperty('message', 'cannot be read: does not exist')
})

test('a file that may not be written, with bytes after its end, is read', async () => {
  const path = await archive()
  appendFileSync(path, Buffer.alloc(10))
  chmodSync(path, 0o400)
  const opened = await openArchive(path, { folder: join(temporaryFolder(), 'copy') })
  expect(opened.prepare('SELECT count(*) FROM scenarios').pluck().get()).toBe(2)
  opened.close()
})

test.each(MIGRATIONS.map((_, step) => step + 1))(
  'a library of data version %i is brought up to date in its copy, and all of it can be read',
  async (version) => {
    const path = join(temporaryFolder(), 'old.paretoscope-library')
    const old = openDatabase({ path, migrations: MIGRATIONS.slice(0, version) })
    const tables = old.prepare('SELECT name FROM sqlite_schema').pluck().all()
    if (tables.includes('scenarios'))
      old
        .prepare(`INSERT INTO scenarios (name, document, created_at, saved_at) VALUES ('Save 1', ?, 1, 2)`)
        .run(JSON.stringify(someScenario(1)))
    if (tables.includes('versions')) old.exec('INSERT INTO versions (scenario, began_at, saved_at) VALUES (1, 1, 2)')
    old.close()
    const bytes = readFileSync(path)
    const opened = await openArchive(path, { folder: join(temporaryFolder(), 'copy') })
    expect(opened.pragma('user_version', { simple: true })).toBe(LATEST)
    const steps = [...dropUnreadable(opened)]
    expect(steps.filter(({ says }) => says !== null)).toEqual([])
    expect(steps).toHaveLength(tables.includes('scenarios') ? 2 : 0)
    opened.close()
    expect(readFileSync(path).equals(bytes)).toBe(true)
  },
)

test.each<[what: string, sql: string, says: RegExp, left: number]>([
  [
    'a document that is no scenario',
    `UPDATE scenarios SET document = '{"format":1}' WHERE id = 1`,
    /^scenario "Save 2": format: is not/,
    1,
  ],
  [
    'a newer document',
    `UPDATE scenarios SET document = json_set(document, '$.version', 9) WHERE id = 1`,
    /^scenario "Save 2": this file has version 9/,
    1,
  ],
  [
    'a scenario without a present version',
    'DELETE FROM versions WHERE document IS NULL AND scenario = 1',
    /^scenario "Save 2": has no present version/,
    1,
  ],
  [
    'a version that cannot be unpacked',
    `UPDATE versions SET document = x'ffff' WHERE document IS NOT NULL`,
    /^version 1 of scenario "Save 2": the stored text is damaged/,
    2,
  ],
  [
    'an entry that is none',
    `INSERT INTO models VALUES ('user/x', 'user', '{}', 1)`,
    /^models entry "user\/x": id: is missing/,
    2,
  ],
  [
    'prototype keys',
    `INSERT INTO accelerators VALUES ('user/x', 'user', '{"__proto__":{}}', 1)`,
    /^accelerators entry "user\/x": __proto__: is a forbidden field name/,
    2,
  ],
])('%s is left out with the reason, and the rest is there', async (_what, sql, says, left) => {
  const path = await archive()
  meddle(path, sql)
  const opened = await openArchive(path, { folder: join(temporaryFolder(), 'copy') })
  const steps = [...dropUnreadable(opened)]
  expect(steps.flatMap((step) => step.says ?? [])).toEqual([expect.stringMatching(says)])
  expect(steps.at(-1)?.share).toBeLessThanOrEqual(1)
  expect(opened.prepare('SELECT count(*) FROM scenarios').pluck().get()).toBe(left)
  opened.close()
})
