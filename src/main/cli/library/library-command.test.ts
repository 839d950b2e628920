import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { runOn, type CommandRun } from '../../../../test/fake-host.ts'
import { temporaryFolder } from '../../../../tools/testing/temporary-folder.ts'
import { BUILT_IN_CATALOG } from '../../../shared/catalog/builtin.ts'
import { newScenario, seriesOf } from '../../../shared/scenario/scenario.ts'
import { MIGRATIONS } from '../../storage/migrations.ts'
import { openDatabase } from '../../storage/open-database.ts'
import { openStorage, type Storage } from '../../storage/storage.ts'

interface Data {
  readonly folder: string
  readonly file: string
  readonly storage: Storage
  readonly run: (...argv: string[]) => Promise<CommandRun>
}

/** A data folder with three scenarios and an accelerator, which the app has open. */
function savedData(): Data {
  const folder = temporaryFolder()
  const file = join(folder, 'paretoscope.sqlite')
  const storage = openStorage({ path: file, now: () => Date.UTC(2026, 4, 4), log: () => {} })
  onTestFinished(() => storage.close())
  const series = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
  const [first, , binned] = ['First', 'Second\u001B[31m', 'Third'].map(
    (name) => storage.scenarios.save(null, newScenario(name, [series])).id,
  )
  const entry = { ...BUILT_IN_CATALOG.accelerators['paper/H100']!, label: 'My H100' }
  storage.catalog.create({ catalog: 'accelerators', entry } as never, 'paper/H100')
  storage.library.move([{ folder: storage.library.folders.create('Work', null).id, ids: [first!] }])
  storage.library.tag([first!], 'draft', true)
  storage.library.bin([binned!], true)
  return { folder, file, storage, run: (...argv) => runOn({}, ['library', ...argv], { dataFolder: folder }) }
}
const meddle = (file: string, sql: string): void => {
  const database = new Sqlite(file)
  database.pragma('foreign_keys = OFF')
  database.exec(sql)
  database.close()
}

test('list shows scenarios and own entries, without control characters, while the app is open', async () => {
  const { run, file } = savedData()
  const log = readFileSync(`${file}-wal`)
  const { out, error, exitCode } = await run('list')
  expect([exitCode, error]).toEqual([0, ''])
  expect(out).toBe(
    [
      'id  scenario     folder  tags   series  versions  saved',
      ' 2  Second [31m                      1         1  2026-05-04',
      ' 1  First        Work    draft       1         1  2026-05-04',
      '',
      'catalog entry  id',
      'My H100        user/my-h100',
      '',
      '2 scenarios, 1 in the bin and 1 catalog entry',
      '',
    ].join('\n'),
  )
  expect(readFileSync(`${file}-wal`).equals(log)).toBe(true)
})

test('list --json has all of it, the bin too', async () => {
  const { run } = savedData()
  const listed = JSON.parse((await run('list', '--json')).out) as { scenarios: unknown[]; entries: unknown[] }
  expect(listed.scenarios).toHaveLength(3)
  expect(listed.scenarios).toContainEqual({
    id: 1,
    name: 'First',
    folder: ['Work'],
    tags: ['draft'],
    series: 1,
    versions: 1,
    favourite: false,
    inBin: false,
    createdAt: '2026-05-04T00:00:00.000Z',
    savedAt: '2026-05-04T00:00:00.000Z',
  })
  expect(listed.entries).toEqual([{ catalog: 'accelerators', id: 'user/my-h100', name: 'My H100' }])
})

test('nothing is left beside data that no app has open, and --data names them', async () => {
  const { storage, folder } = savedData()
  storage.close()
  const before = readdirSync(folder)
  for (const argv of [['list'], ['check'], ['export', join(temporaryFolder(), 'x.paretoscope-library')]])
    expect(await runOn({}, ['library', ...argv, '--data', folder])).toMatchObject({ exitCode: 0, error: '' })
  expect(readdirSync(folder)).toEqual(before)
})

test('export writes what check finds sound and another library takes, and replaces with --force only', async () => {
  const { run, storage } = savedData()
  const out = join(temporaryFolder(), 'all.paretoscope-library')
  expect(await run('export', out)).toMatchObject({
    exitCode: 0,
    out: `${out}: 2 scenarios, 1 in the bin and 1 catalog entry\n`,
  })
  expect(await run('check', out)).toMatchObject({
    exitCode: 0,
    out: `${out}: sound; 2 scenarios, 1 in the bin and 1 catalog entry\n`,
  })
  const { token, scenarios } = await storage.archives.read(out, () => {})
  expect(scenarios.map(({ state }) => state)).toEqual(['same', 'same', 'same'])
  storage.archives.close(token)
  expect(await run('export', out)).toMatchObject({
    exitCode: 2,
    error: `${out}: already exists; use --force to replace it\n`,
  })
  expect(await run('export', out, '--force')).toMatchObject({ exitCode: 0 })
})

test('export never replaces the saved data', async () => {
  const { run, file } = savedData()
  expect(await run('export', file, '--force')).toMatchObject({
    exitCode: 2,
    error: `${file}: holds the saved data themselves; choose another name\n`,
  })
  expect(await run('check')).toMatchObject({ exitCode: 0 })
})

test('data of an older version are listed from a copy, and stay as they are', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'paretoscope.sqlite')
  openDatabase({ path: file, migrations: MIGRATIONS.slice(0, 2) }).close()
  meddle(file, `INSERT INTO scenarios VALUES (1, 'Old', '{"series":[1]}', 1, 2, NULL)`)
  const before = readFileSync(file)
  expect((await runOn({}, ['library', 'list', '--data', folder])).out).toContain('Old')
  expect(readFileSync(file).equals(before)).toBe(true)
})

test.each<[what: string, sql: string, says: string]>([
  [
    'a document',
    `UPDATE scenarios SET document = '{}' WHERE id = 1`,
    'scenario "First": format: is not "paretoscope/scenario"',
  ],
  [
    'a name',
    `UPDATE scenarios SET name = 'X' WHERE id = 1; DELETE FROM scenario_search WHERE rowid = 1;
     INSERT INTO scenario_search (rowid, name, notes, series, models, accelerators, tags) SELECT * FROM scenario_texts WHERE id = 1`,
    'scenario "X": is called "First" inside',
  ],
  [
    'a version',
    `UPDATE versions SET document = x'00' WHERE id = 1; INSERT INTO versions (scenario, began_at, saved_at) VALUES (1, 1, 1)`,
    'version 1 of scenario "First": the stored text is damaged',
  ],
  [
    'an entry',
    `UPDATE accelerators SET entry = '{"groupSize":1}' WHERE origin = 'user'`,
    'accelerators entry "user/my-h100": ',
  ],
  [
    'a change of an entry',
    `UPDATE catalog_changes SET after = '{}'`,
    'change 1 of accelerators entry "user/my-h100": ',
  ],
  ['a folder', 'UPDATE folders SET parent = id', 'folder "Work": is inside itself'],
  [
    'an index that misses a scenario',
    'DELETE FROM scenario_search WHERE rowid = 2',
    'the search index has other words',
  ],
  [
    'an index that has more',
    `INSERT INTO scenario_search (rowid, name) VALUES (77, 'ghost')`,
    'search index: has a scenario 77 that is not there',
  ],
  ['a reference', 'UPDATE scenarios SET folder = 99 WHERE id = 1', 'row 1 of scenarios refers to nothing in folders'],
])('check tells what is wrong with %s, and ends with 3', async (_what, sql, says) => {
  const { run, file } = savedData()
  meddle(file, sql)
  const { exitCode, out, error } = await run('check')
  expect(exitCode).toBe(3)
  expect(out + error).toContain(says)
  expect(error).toMatch(/^[^\n]+\n$/)
})

test.each<[what: string, make: (file: string) => void, exitCode: number, says: RegExp]>([
  ['no data', (file) => rmSync(file), 3, /paretoscope\.sqlite: does not exist: nothing was saved there\n$/],
  ['text', (file) => writeFileSync(file, 'text'.repeat(99)), 3, /: is damaged: it is not a database\n$/],
  ['a folder', (file) => (rmSync(file), mkdirSync(file)), 3, /: cannot be read: is a folder, not a file\n$/],
  [
    'newer data',
    (file) => meddle(file, 'PRAGMA user_version = 99'),
    4,
    /: this file has version 99; this app reads versions up to \d+\./,
  ],
])('%s: every command says so in one line', async (_what, make, exitCode, says) => {
  const { folder, file, storage } = savedData()
  storage.close()
  make(file)
  for (const argv of [['list'], ['check'], ['export', join(folder, 'out')]]) {
    const run = await runOn({}, ['library', ...argv], { dataFolder: folder })
    expect(run).toMatchObject({ exitCode, out: '', error: expect.stringMatching(says) })
  }
  expect(existsSync(join(folder, 'out'))).toBe(false)
})

test.each([['list', 'more'], ['export'], ['nonsense'], ['check', 'a', 'b']])(
  'library %s %s: wrong usage',
  async (...argv) => {
    expect((await runOn({}, ['library', ...argv])).exitCode).toBe(2)
  },
)

test('help teaches each by an example', async () => {
  for (const name of ['list', 'export', 'check'])
    expect((await runOn({}, ['library', name, '--help'])).out).toMatch(
      new RegExp(`Examples:\\n(  cli library ${name}.*\\n    .+\\n){2,}`),
    )
})
