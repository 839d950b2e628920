import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import {
  contents,
  everything,
  exported,
  fullLibrary,
  imported,
  library,
  read,
  scenario,
} from '../../../../test/storage/whole-library.ts'
import { temporaryFolder } from '../../../../tools/testing/temporary-folder.ts'
import { acceleratorName } from '../../../shared/catalog/accelerator-entry.ts'
import { backupFolder, listBackups } from '../backup-files.ts'

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
