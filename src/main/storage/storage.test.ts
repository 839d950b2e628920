import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BUILT_IN_CATALOG, type Catalog } from '../../shared/catalog/builtin.ts'
import { InputError, NewerVersionError } from '../../shared/scenario/input-error.ts'
import { newScenario, seriesOf } from '../../shared/scenario/scenario.ts'
import { openStorage, type Storage } from './storage.ts'

let folder: string
let path: string
let clock: number
let logged: string[]
let storage: Storage

const open = (builtIn: Catalog = BUILT_IN_CATALOG) =>
  openStorage({ path, now: () => clock, log: (line) => logged.push(line), builtIn })
const reopen = (builtIn?: Catalog) => {
  storage.close()
  storage = open(builtIn)
}
/** Changes the file as another program could. */
const meddle = (sql: string) => {
  const database = new Sqlite(path)
  database.exec(sql)
  database.close()
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-storage-'))
  path = join(folder, 'data.sqlite')
  clock = 1000
  logged = []
  storage = open()
})
afterEach(() => {
  storage.close()
  rmSync(folder, { recursive: true })
})

const series = seriesOf({ name: '8-bit', model: 'paper/Llama_3_70B_8_bit', accelerator: 'paper/H100' })
const scenario = newScenario('First', [series, { ...series, name: '4-bit' }])

describe('saved scenarios', () => {
  test('come back as they were, also after a restart', () => {
    const saved = storage.scenarios.save(null, scenario)
    expect(saved).toEqual({ id: saved.id, name: 'First', series: 2, savedAt: 1000 })
    reopen()
    expect(storage.scenarios.open(saved.id)).toEqual(scenario)
    expect(storage.scenarios.list()).toEqual([saved])
  })

  test('are listed by time, the newest first', () => {
    const first = storage.scenarios.save(null, scenario)
    clock = 2000
    const second = storage.scenarios.save(null, { ...scenario, name: 'Second' })
    clock = 3000
    const again = storage.scenarios.save(first.id, { ...scenario, name: 'First, changed', series: [series] })
    expect(again).toEqual({ id: first.id, name: 'First, changed', series: 1, savedAt: 3000 })
    expect(storage.scenarios.list()).toEqual([again, second])
    expect(storage.scenarios.open(first.id).name).toBe('First, changed')
  })

  test('are renamed inside and out', () => {
    const { id } = storage.scenarios.save(null, scenario)
    expect(storage.scenarios.rename(id, `Bobby'); DROP TABLE scenarios; --"`).name).toContain('DROP TABLE')
    expect(storage.scenarios.open(id)).toEqual({ ...scenario, name: `Bobby'); DROP TABLE scenarios; --"` })
  })

  test('can be deleted and brought back, also after a restart', () => {
    const saved = storage.scenarios.save(null, scenario)
    storage.scenarios.delete(saved.id)
    reopen()
    expect(storage.scenarios.list()).toEqual([])
    expect(storage.scenarios.has(saved.id)).toBe(false)
    expect(storage.scenarios.restore(saved.id)).toEqual(saved)
    expect(storage.scenarios.open(saved.id)).toEqual(scenario)
  })

  test('a deleted or unknown one cannot be used, and its number is not given again', () => {
    const { id } = storage.scenarios.save(null, scenario)
    storage.scenarios.delete(id)
    for (const use of [
      () => storage.scenarios.open(id),
      () => storage.scenarios.save(id, scenario),
      () => storage.scenarios.rename(id, 'x'),
      () => storage.scenarios.delete(id),
      () => storage.scenarios.restore(id + 1),
    ])
      expect(use).toThrow(InputError)
    expect(storage.scenarios.save(null, scenario).id).toBeGreaterThan(id)
  })

  test('are parsed like a file when they are read', () => {
    const { id } = storage.scenarios.save(null, scenario)
    meddle(`UPDATE scenarios SET document = json_set(document, '$.series[0].model', 7)`)
    expect(() => storage.scenarios.open(id)).toThrow(/series\[0\]\.model/)
    meddle(`UPDATE scenarios SET document = json_set(document, '$.version', 99)`)
    expect(() => storage.scenarios.open(id)).toThrow(NewerVersionError)
  })
})

describe('the catalog', () => {
  const mine = JSON.stringify({ ...BUILT_IN_CATALOG.accelerators['paper/H100'], label: 'Mine' })
  const putMine = (id: string) => meddle(`INSERT INTO accelerators VALUES ('${id}', 'user', '${mine}', 1)`)

  test('holds all that the app brings, with its origin', () => {
    expect(storage.catalog.catalog()).toEqual(BUILT_IN_CATALOG)
    const { accelerators, models } = storage.catalog.list()
    const count = (rows: { origin: string }[], origin: string) => rows.filter((row) => row.origin === origin).length
    expect([count(accelerators, 'paper'), count(models, 'paper')]).toEqual([9, 31])
    expect([count(accelerators, 'built-in'), count(models, 'built-in')]).toEqual([38, 68])
    expect(logged).toEqual([])
  })

  test('follows the app by content: changed, new and dropped entries', () => {
    const { 'paper/H20': dropped, 'paper/H100': entry, ...others } = BUILT_IN_CATALOG.accelerators
    const changed = {
      ...others,
      'paper/H100': { ...entry!, label: 'Changed' },
      'paper/new': dropped!,
    } as Catalog['accelerators']
    reopen({ ...BUILT_IN_CATALOG, accelerators: changed })
    expect(storage.catalog.catalog().accelerators).toEqual(changed)
  })

  test('repairs built-in rows, and writes only those that differ', () => {
    meddle(`UPDATE models SET entry = '{}' WHERE id = 'paper/GPT_4'`)
    clock = 2000
    reopen()
    expect(storage.catalog.catalog()).toEqual(BUILT_IN_CATALOG)
    const database = new Sqlite(path, { readonly: true })
    expect(database.prepare('SELECT id FROM models WHERE changed_at = 2000').pluck().all()).toEqual(['paper/GPT_4'])
    database.close()
  })

  test('keeps the user’s entries, which win over built-in ones of the same id', () => {
    putMine('my-gpu')
    putMine('paper/H100')
    reopen()
    reopen({ accelerators: {}, models: {} })
    expect(storage.catalog.list().accelerators.map(({ id, origin }) => [id, origin])).toEqual([
      ['my-gpu', 'user'],
      ['paper/H100', 'user'],
    ])
    reopen()
    expect(storage.catalog.catalog().accelerators['paper/H100']).toMatchObject({ label: 'Mine' })
    expect(storage.catalog.list().accelerators.filter(({ id }) => id === 'paper/H100')).toHaveLength(1)
  })

  test('leaves out an entry of the user’s that it cannot read, and says so', () => {
    meddle(`INSERT INTO accelerators VALUES ('broken', 'user', '{"label":1}', 1)`)
    reopen()
    expect(storage.catalog.catalog()).toEqual(BUILT_IN_CATALOG)
    expect(logged).toEqual([expect.stringContaining('accelerators entry "broken" left out')])
    reopen()
    expect(logged).toHaveLength(2)
  })
})

describe('settings', () => {
  test('have defaults, and keep what is set', () => {
    const { settings } = storage
    expect([settings.get('theme'), settings.get('windows')]).toEqual(['system', []])
    const bounds = { x: -5, y: 10, width: 1000, height: 700, maximized: true }
    settings.set('theme', 'dark')
    settings.set('windows', [{ bounds, scenario: 3 }])
    reopen()
    expect(storage.settings.get('theme')).toBe('dark')
    expect(storage.settings.get('windows')).toEqual([{ bounds, scenario: 3 }])
  })

  test.each(['"pink"', '7', 'null', '{"__proto__":{}}'])('%s as a theme counts as none', (value) => {
    meddle(`INSERT INTO settings VALUES ('theme', '${value}')`)
    expect(storage.settings.get('theme')).toBe('system')
  })

  test('what is only remembered fails with no more than a line in the log', () => {
    const other = new Sqlite(path)
    other.exec('DROP TABLE settings')
    other.close()
    storage.settings.remember('windows', [])
    expect(logged).toEqual(['setting windows is not remembered: no such table: settings'])
    expect(() => storage.settings.set('theme', 'dark')).toThrow('no such table')
  })

  test('bounds that are no numbers count as none', () => {
    const bounds = '{"x":0,"y":0,"width":1e300,"height":"a","maximized":false}'
    meddle(`INSERT INTO settings VALUES ('windows', '[{"bounds":${bounds},"scenario":7}]')`)
    expect(storage.settings.get('windows')).toEqual([{ bounds: null, scenario: 7 }])
  })
})
