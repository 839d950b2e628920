import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../../tools/testing/temporary-folder.ts'
import { acceleratorName } from '../../../shared/catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG } from '../../../shared/catalog/builtin.ts'
import type { ArchiveChoice } from '../../../shared/contract/archive-calls.ts'
import { computedInputs } from '../../../shared/scenario/computed-inputs.ts'
import { newScenario, seriesOf, type Scenario } from '../../../shared/scenario/scenario.ts'
import { sha256 } from '../../sha256.ts'
import { backupFolder, listBackups } from '../backup-files.ts'
import type { ResultStore, UsedEntries } from '../result-store.ts'
import { openStorage, type Storage } from '../storage.ts'

interface Library {
  readonly path: string
  readonly storage: Storage
  /** All rows of a table. */
  readonly rows: (sql: string) => unknown[]
}

let clock = 1000
/** An app's data, open. */
function library(): Library {
  const path = join(temporaryFolder(), 'paretoscope.sqlite')
  const storage = openStorage({ path, now: () => clock++, log: (line) => expect.fail(line) })
  onTestFinished(() => storage.close())
  return {
    path,
    storage,
    rows(sql) {
      const database = new Sqlite(path, { readonly: true })
      const found = database.prepare(sql).all()
      database.close()
      return found
    },
  }
}

const series = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
const scenario = (name: string, accelerator = 'paper/H100'): Scenario => newScenario(name, [{ ...series, accelerator }])
const h100 = BUILT_IN_CATALOG.accelerators['paper/H100']!
const priced = (label: string, usdPerHour: number) =>
  ({ catalog: 'accelerators', entry: { ...h100, label, usdPerHour } }) as never
const entries: UsedEntries = { accelerator: h100, model: BUILT_IN_CATALOG.models['paper/Llama_3_70B']!, draft: null }

/** Stores a result with the present version. */
function computed({ versions, results }: Storage, id: number, document: Scenario): void {
  const frontier: Parameters<ResultStore['put']>[1]['frontier'] = {
    tokensPerSecond: Float64Array.of(3, 2),
    usdPerMillionTokens: Float64Array.of(9, 8),
    gpus: Float64Array.of(8, 4),
    batch: Float64Array.of(1, 2),
  }
  const asked = sha256(computedInputs(document.series[0]!, document))
  const result = { asked, inputs: 'i', rules: 'paper', appVersion: '0.1.0', computedAt: 5, frontier }
  results.put(versions.list(id, null, 1)[0]!.id, result, entries)
}

/** A library with something of everything. */
function fullLibrary(): Library & { readonly study: number } {
  const one = library()
  const { storage } = one
  const mine = storage.catalog.create(priced('Mine', 2), 'paper/H100')
  storage.catalog.change(priced('Mine', 3), mine)
  storage.catalog.delete('accelerators', storage.catalog.create(priced('Gone', 4), null))
  storage.catalog.create({ catalog: 'models', entry: { ...entries.model, label: 'My model' } } as never, null)
  const { id } = storage.scenarios.save(null, scenario('Study', mine))
  storage.versions.keep(id, 'save')
  storage.versions.setName(storage.versions.list(id, null, 1)[0]!.id, 'As sent')
  computed(storage, id, scenario('Study', mine))
  storage.scenarios.save(id, { ...scenario('Study', mine), notes: 'edited, with a needle' })
  const work = storage.library.folders.create('Work', null)
  const inside = storage.library.folders.create('2026', work.id)
  storage.library.folders.create('Empty', null)
  storage.library.move([{ folder: inside.id, ids: [id] }])
  storage.library.tag([id], 'draft', true)
  storage.library.favourite([id], true)
  storage.scenarios.open(id)
  const binned = storage.scenarios.save(null, scenario('Binned'))
  storage.library.bin([binned.id], true)
  storage.scenarios.save(null, scenario('Plain'))
  storage.settings.set('theme', 'dark')
  return { ...one, study: id }
}

const exported = async ({ storage }: Library): Promise<string> => {
  const path = join(temporaryFolder(), 'all.paretoscope-library')
  await storage.archives.export(path, { mayReplace: false })
  return path
}
const read = (into: Library, path: string) => into.storage.archives.read(path, () => {})
async function imported(into: Library, path: string, choice: ArchiveChoice | null = null) {
  const preview = await read(into, path)
  const keys = [...preview.scenarios, ...preview.entries]
    .filter(({ state }) => state === 'differs')
    .map(({ key }) => key)
  const choices = new Map(choice === null ? [] : keys.map((key) => [key, choice]))
  return into.storage.archives.import(preview.token, { choices, mayReplace: () => {} })
}

/** All that a person made, without the numbers that rows happen to have. */
const contents = ({ rows }: Library) => ({
  scenarios: rows(
    `SELECT s.name, s.document, created_at, s.saved_at, opened_at, deleted_at, favourite, folders.name AS folder,
       (SELECT name FROM folders AS above WHERE above.id = folders.parent) AS above,
       (SELECT json_group_array(tags.name) FROM scenario_tags JOIN tags ON tags.id = tag WHERE scenario = s.id) AS tags
     FROM scenarios AS s LEFT JOIN folders ON folders.id = folder ORDER BY s.id`,
  ),
  versions: rows(
    `SELECT s.name AS scenario, began_at, v.saved_at, kept_by, v.name, hex(v.document) AS document,
       (SELECT json_group_array(json_array(asked, inputs, rules, app_version, computed_at, accelerator, model, draft, hex(frontier)))
        FROM results WHERE version = v.id) AS results
     FROM versions AS v JOIN scenarios AS s ON s.id = v.scenario ORDER BY v.id`,
  ),
  folders: rows('SELECT name FROM folders ORDER BY name'),
  snapshots: rows('SELECT * FROM entry_snapshots ORDER BY hash'),
  accelerators: rows("SELECT * FROM accelerators WHERE origin = 'user'"),
  models: rows("SELECT * FROM models WHERE origin = 'user'"),
  changes: rows(
    'SELECT catalog, entry_id, kind, before, after, changed_at FROM catalog_changes ORDER BY catalog, entry_id, id',
  ),
  copies: rows('SELECT * FROM catalog_copies'),
})
/** Every row that a person made, with its numbers. */
const everything = ({ rows }: Library) =>
  ['scenarios', 'versions', 'results', 'folders', 'tags', 'scenario_tags', 'catalog_changes', 'catalog_copies'].map(
    (table) => rows(`SELECT * FROM ${table}`),
  )

describe('a library in one file', () => {
  test('holds all but the settings and what came with the app, and comes back as it was', async () => {
    const original = fullLibrary()
    const path = await exported(original)
    const archive = new Sqlite(path, { readonly: true })
    expect(
      archive.prepare('SELECT (SELECT count(*) FROM settings) + (SELECT count(*) FROM models)').pluck().get(),
    ).toBe(1)
    archive.close()
    expect(readdirSync(join(path, '..'))).toEqual(['all.paretoscope-library'])

    const empty = library()
    const preview = await read(empty, path)
    expect(preview.scenarios.find(({ name }) => name === 'Study')).toMatchObject({
      versions: 2,
      folder: ['Work', '2026'],
      tags: ['draft'],
      inBin: false,
      state: 'new',
    })
    expect(preview.leftOut).toEqual([])
    const { scenarios, entries: outcome } = await empty.storage.archives.import(preview.token, {
      choices: new Map(),
      mayReplace: (ids) => expect(ids).toEqual([]),
    })
    expect(scenarios).toEqual({ added: 3, beside: 0, replaced: [] })
    expect(outcome).toEqual({ added: 2, replaced: 0, beside: 0 })
    expect(contents(empty)).toEqual(contents(original))
    expect(
      empty.storage.library.query({ search: 'needle draft', shelf: { kind: 'all' }, order: 'saved' }),
    ).toHaveLength(1)
    expect(empty.storage.catalog.list().accelerators.some(({ entry }) => acceleratorName(entry) === 'Mine')).toBe(true)
    expect(existsSync(join(empty.path, '..', 'importing'))).toBe(false)
  })

  test('imported twice adds nothing', async () => {
    const path = await exported(fullLibrary())
    const into = library()
    await imported(into, path)
    const before = everything(into)
    const preview = await read(into, path)
    expect([...preview.scenarios, ...preview.entries].map(({ state }) => state)).toEqual(Array(5).fill('same'))
    await imported(into, path)
    expect(everything(into)).toEqual(before)
  })

  test('is never written to, and an import makes a backup first', async () => {
    const path = await exported(fullLibrary())
    const bytes = readFileSync(path)
    const into = library()
    into.storage.scenarios.save(null, scenario('Before'))
    await imported(into, path)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    const [backup] = listBackups(backupFolder(into.path))
    expect(backup?.kind).toBe('before-import')
    const copy = new Sqlite(join(backupFolder(into.path), backup!.name), { readonly: true })
    expect(copy.prepare('SELECT name FROM scenarios').pluck().all()).toEqual(['Before'])
    copy.close()
  })

  test('is not written over without leave, nor over the saved data themselves', async () => {
    const one = fullLibrary()
    const path = await exported(one)
    const { archives } = one.storage
    await expect(archives.export(path, { mayReplace: false })).rejects.toThrow('already exists')
    expect(await archives.export(path, { mayReplace: true })).toEqual({
      scenarios: 2,
      inBin: 1,
      accelerators: 1,
      models: 1,
    })
    await expect(archives.export(one.path, { mayReplace: true })).rejects.toThrow('holds the saved data themselves')
    const nowhere = join(path, 'no-folder.paretoscope-library')
    await expect(archives.export(nowhere, { mayReplace: true })).rejects.toThrow(
      'cannot be written: its folder does not exist',
    )
  })

  test('a backup of the app can be imported as well', async () => {
    const one = fullLibrary()
    await one.storage.dailyBackups.run()
    const [backup] = listBackups(backupFolder(one.path))
    const into = library()
    await imported(into, join(backupFolder(one.path), backup!.name))
    expect(contents(into)).toEqual(contents(one))
  })
})

describe('what differs', () => {
  /** Two libraries that have come apart since one was imported into the other, and the file of the second. */
  async function apart() {
    const theirs = fullLibrary()
    const mine = library()
    await imported(mine, await exported(theirs))
    const [id] = mine.storage.library.query({ search: 'Study', shelf: { kind: 'all' }, order: 'saved' })
    mine.storage.scenarios.save(id!, { ...scenario('Study', 'user/mine'), notes: 'mine' })
    theirs.storage.scenarios.save(theirs.study, { ...scenario('Study', 'user/mine'), notes: 'theirs' })
    theirs.storage.versions.keep(theirs.study, 'save')
    computed(theirs.storage, theirs.study, { ...scenario('Study', 'user/mine'), notes: 'theirs' })
    mine.storage.catalog.change(priced('Mine', 10), 'user/mine')
    theirs.storage.catalog.change(priced('Mine', 20), 'user/mine')
    const path = await exported(theirs)
    const preview = await read(mine, path)
    expect([...preview.scenarios, ...preview.entries].filter(({ state }) => state === 'differs')).toHaveLength(2)
    return { mine, theirs, path, id: id! }
  }
  const names = ({ rows }: Library) =>
    rows('SELECT name FROM scenarios ORDER BY id').map((row) => Object.values(row!)[0])
  const price = ({ storage }: Library, id: string) =>
    (storage.catalog.catalog().accelerators[id] as { usdPerHour: number } | undefined)?.usdPerHour

  test('stays mine where nothing is said', async () => {
    const { mine, path } = await apart()
    const before = everything(mine)
    await imported(mine, path)
    expect(everything(mine)).toEqual(before)
    expect(price(mine, 'user/mine')).toBe(10)
  })

  test('becomes theirs, and mine is an earlier version and a line in the log', async () => {
    const { mine, path, id } = await apart()
    const { storage } = mine
    const before = storage.versions.list(id, null, 10)
    const { scenarios } = await imported(mine, path, 'theirs')
    expect(scenarios.replaced).toEqual([id])
    expect(storage.scenarios.open(id).notes).toBe('theirs')
    const versions = storage.versions.list(id, null, 10)
    expect(versions.map((one) => storage.versions.open(one.id).notes)).toEqual([
      'theirs',
      'mine',
      'edited, with a needle',
      '',
    ])
    expect(versions[1]).toMatchObject({ id: before[0]!.id, name: 'Before an import' })
    expect(versions.slice(2)).toEqual(before.slice(1))
    expect(storage.results.of(versions[0]!.id)).toHaveLength(1)
    expect(storage.library.query({ search: 'theirs', shelf: { kind: 'all' }, order: 'saved' })).toEqual([id])
    expect(price(mine, 'user/mine')).toBe(20)
    expect(storage.catalog.history().accelerators[0]).toMatchObject({
      id: 'user/mine',
      kind: 'changed',
      before: { usdPerHour: 10 },
    })
    storage.scenarios.save(id, { ...scenario('Study', 'user/mine'), notes: 'edited afterwards' })
    expect(storage.versions.open(storage.versions.list(id, null, 2)[1]!.id).notes).toBe('theirs')
    const again = await read(mine, path)
    expect(again.entries.map(({ state }) => state)).toEqual(['same', 'same'])
  })

  test('is kept beside: theirs gets another name and its entries another id, once', async () => {
    const { mine, path, id } = await apart()
    const { storage } = mine
    await imported(mine, path, 'both')
    expect(names(mine)).toEqual(['Study', 'Binned', 'Plain', 'Study (imported)'])
    expect(storage.scenarios.open(id).notes).toBe('mine')
    const [beside] = storage.library.query({ search: 'imported', shelf: { kind: 'all' }, order: 'saved' })
    const document = storage.scenarios.open(beside!)
    expect(document).toMatchObject({
      name: 'Study (imported)',
      notes: 'theirs',
      series: [{ accelerator: 'user/mine-imported' }],
    })
    expect([price(mine, 'user/mine'), price(mine, 'user/mine-imported')]).toEqual([10, 20])
    const present = storage.versions.list(beside!, null, 1)[0]!.id
    expect(storage.results.of(present).map(({ asked }) => asked)).toEqual([
      sha256(computedInputs(document.series[0]!, document)),
    ])
    const before = everything(mine)
    const again = await read(mine, path)
    expect([...again.scenarios, ...again.entries].map(({ state }) => state)).toEqual(Array(5).fill('same'))
    await imported(mine, path, 'both')
    expect(everything(mine)).toEqual(before)
  })

  test('has counterparts one to one where names are there more than once', async () => {
    const [mine, theirs] = [library(), library()]
    for (const notes of ['a', 'b']) mine.storage.scenarios.save(null, { ...scenario('Twice'), notes })
    for (const notes of ['b', 'c', 'd']) theirs.storage.scenarios.save(null, { ...scenario('Twice'), notes })
    const { scenarios } = await read(mine, await exported(theirs))
    expect(scenarios.map(({ state }) => state).toSorted()).toEqual(['differs', 'new', 'same'])
  })

  test('in the bin: theirs comes back where mine is deleted, and what they deleted does not delete mine', async () => {
    const [mine, theirs] = [library(), library()]
    for (const { storage } of [mine, theirs])
      for (const name of ['I deleted', 'They deleted']) storage.scenarios.save(null, scenario(name))
    mine.storage.library.bin([1], true)
    theirs.storage.library.bin([2], true)
    await imported(mine, await exported(theirs))
    expect(
      mine.storage.scenarios
        .list()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['I deleted', 'They deleted'])
    expect(names(mine)).toHaveLength(3)
  })
})

describe('an import that cannot be', () => {
  test('one that is refused midway changes nothing, and can be tried again', async () => {
    const path = await exported(fullLibrary())
    const into = library()
    into.storage.scenarios.save(null, scenario('Before'))
    const before = everything(into)
    const preview = await read(into, path)
    const meddler = new Sqlite(into.path)
    meddler.exec(`CREATE TRIGGER no BEFORE INSERT ON scenario_tags BEGIN SELECT RAISE(ABORT, 'no'); END`)
    const attempt = () => into.storage.archives.import(preview.token, { choices: new Map(), mayReplace: () => {} })
    await expect(attempt()).rejects.toThrow('Nothing was imported')
    expect(everything(into)).toEqual(before)
    expect(into.storage.catalog.list().accelerators.some(({ origin }) => origin === 'user')).toBe(false)
    meddler.exec('DROP TRIGGER no')
    meddler.close()
    await attempt()
    expect(everything(into)[0]).toHaveLength(4)
  })

  test('one that a window refuses changes nothing', async () => {
    const [mine, theirs] = [library(), library()]
    mine.storage.scenarios.save(null, scenario('Open'))
    theirs.storage.scenarios.save(null, { ...scenario('Open'), notes: 'theirs' })
    const before = everything(mine)
    const { token, scenarios } = await read(mine, await exported(theirs))
    const choices = new Map([[scenarios[0]!.key, 'theirs' as const]])
    const mayReplace = (ids: readonly number[]) => {
      expect(ids).toEqual([1])
      throw new Error('is open')
    }
    await expect(mine.storage.archives.import(token, { choices, mayReplace })).rejects.toThrow('is open')
    expect(everything(mine)).toEqual(before)
  })

  test('only the file that was read last can be imported, until it is closed', async () => {
    const path = await exported(fullLibrary())
    const copy = join(temporaryFolder(), 'copy')
    copyFileSync(path, copy)
    const into = library()
    const { archives } = into.storage
    const first = await read(into, path)
    const second = await read(into, copy)
    const options = { choices: new Map(), mayReplace: () => {} }
    await expect(archives.import(first.token, options)).rejects.toThrow('choose the file again')
    archives.close(first.token)
    archives.close(second.token)
    await expect(archives.import(second.token, options)).rejects.toThrow('choose the file again')
  })
})
