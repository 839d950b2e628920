import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_CATALOG, type Catalog } from '../../shared/catalog/builtin.ts'
import { InputError, NewerVersionError } from '../../shared/scenario/input-error.ts'
import { newScenario, seriesOf } from '../../shared/scenario/scenario.ts'
import { storageUnderTest } from '../../../test/storage/storage-under-test.ts'

const under = storageUnderTest(0)
const { reopen, meddle } = under

const series = seriesOf({ name: '8-bit', model: 'paper/Llama_3_70B_8_bit', accelerator: 'paper/H100' })
const scenario = newScenario('First', [series, { ...series, name: '4-bit' }])

describe('saved scenarios', () => {
  test('come back as they were, also after a restart', () => {
    const saved = under.storage.scenarios.save(null, scenario)
    expect(saved).toEqual({ id: saved.id, name: 'First', series: 2, savedAt: 1000, favourite: false })
    reopen()
    expect(under.storage.scenarios.open(saved.id)).toEqual(scenario)
    expect(under.storage.scenarios.list()).toEqual([saved])
  })

  test('are listed by time, the newest first', () => {
    const first = under.storage.scenarios.save(null, scenario)
    under.clock = 2000
    const second = under.storage.scenarios.save(null, { ...scenario, name: 'Second' })
    under.clock = 3000
    const again = under.storage.scenarios.save(first.id, { ...scenario, name: 'First, changed', series: [series] })
    expect(again).toEqual({ id: first.id, name: 'First, changed', series: 1, savedAt: 3000, favourite: false })
    expect(under.storage.scenarios.list()).toEqual([again, second])
    expect(under.storage.scenarios.open(first.id).name).toBe('First, changed')
  })

  test('are renamed inside and out', () => {
    const { id } = under.storage.scenarios.save(null, scenario)
    expect(under.storage.scenarios.rename(id, `Bobby'); DROP TABLE scenarios; --"`).name).toContain('DROP TABLE')
    expect(under.storage.scenarios.open(id)).toEqual({ ...scenario, name: `Bobby'); DROP TABLE scenarios; --"` })
  })

  test('can be deleted and brought back, also after a restart', () => {
    const saved = under.storage.scenarios.save(null, scenario)
    expect(under.storage.library.bin([saved.id], true)).toEqual([saved.id])
    reopen()
    expect(under.storage.scenarios.list()).toEqual([])
    expect(under.storage.scenarios.has(saved.id)).toBe(false)
    expect(under.storage.library.bin([saved.id], false)).toEqual([saved.id])
    expect(under.storage.scenarios.list()).toEqual([saved])
    expect(under.storage.scenarios.open(saved.id)).toEqual(scenario)
  })

  test('a deleted or unknown one cannot be used, and its number is not given again', () => {
    const { id } = under.storage.scenarios.save(null, scenario)
    under.storage.library.bin([id], true)
    for (const use of [
      () => under.storage.scenarios.open(id),
      () => under.storage.scenarios.save(id, scenario),
      () => under.storage.scenarios.rename(id, 'x'),
      () => under.storage.scenarios.open(id + 1),
    ])
      expect(use).toThrow(InputError)
    expect(under.storage.scenarios.save(null, scenario).id).toBeGreaterThan(id)
  })

  test('are parsed like a file when they are read', () => {
    const { id } = under.storage.scenarios.save(null, scenario)
    meddle(`UPDATE scenarios SET document = json_set(document, '$.series[0].model', 7)`)
    expect(() => under.storage.scenarios.open(id)).toThrow(/series\[0\]\.model/)
    meddle(`UPDATE scenarios SET document = json_set(document, '$.version', 99)`)
    expect(() => under.storage.scenarios.open(id)).toThrow(NewerVersionError)
  })
})

describe('the catalog', () => {
  const mine = JSON.stringify({ ...BUILT_IN_CATALOG.accelerators['paper/H100'], label: 'Mine' })
  const putMine = (id: string) => meddle(`INSERT INTO accelerators VALUES ('${id}', 'user', '${mine}', 1)`)

  test('holds all that the app brings, with its origin', () => {
    expect(under.storage.catalog.catalog()).toEqual(BUILT_IN_CATALOG)
    const { accelerators, models } = under.storage.catalog.list()
    const count = (rows: { origin: string }[], origin: string) => rows.filter((row) => row.origin === origin).length
    expect([count(accelerators, 'paper'), count(models, 'paper')]).toEqual([9, 31])
    expect([count(accelerators, 'built-in'), count(models, 'built-in')]).toEqual([38, 68])
    expect(under.logged).toEqual([])
  })

  test('follows the app by content: changed, new and dropped entries', () => {
    const { 'paper/H20': dropped, 'paper/H100': entry, ...others } = BUILT_IN_CATALOG.accelerators
    const changed = {
      ...others,
      'paper/H100': { ...entry!, label: 'Changed' },
      'paper/new': dropped!,
    } as Catalog['accelerators']
    reopen({ ...BUILT_IN_CATALOG, accelerators: changed })
    expect(under.storage.catalog.catalog().accelerators).toEqual(changed)
  })

  test('repairs built-in rows, and writes only those that differ', () => {
    meddle(`UPDATE models SET entry = '{}' WHERE id = 'paper/GPT_4'`)
    under.clock = 2000
    reopen()
    expect(under.storage.catalog.catalog()).toEqual(BUILT_IN_CATALOG)
    const database = new Sqlite(under.path, { readonly: true })
    expect(database.prepare('SELECT id FROM models WHERE changed_at = 2000').pluck().all()).toEqual(['paper/GPT_4'])
    database.close()
  })

  test('keeps the user’s entries, which win over built-in ones of the same id', () => {
    putMine('my-gpu')
    putMine('paper/H100')
    reopen()
    reopen({ accelerators: {}, models: {} })
    expect(under.storage.catalog.list().accelerators.map(({ id, origin }) => [id, origin])).toEqual([
      ['my-gpu', 'user'],
      ['paper/H100', 'user'],
    ])
    reopen()
    expect(under.storage.catalog.catalog().accelerators['paper/H100']).toMatchObject({ label: 'Mine' })
    expect(under.storage.catalog.list().accelerators.filter(({ id }) => id === 'paper/H100')).toHaveLength(1)
  })

  test('leaves out an entry of the user’s that it cannot read, and says so', () => {
    meddle(`INSERT INTO accelerators VALUES ('broken', 'user', '{"label":1}', 1)`)
    reopen()
    expect(under.storage.catalog.catalog()).toEqual(BUILT_IN_CATALOG)
    expect(under.logged).toEqual([expect.stringContaining('accelerators entry "broken" left out')])
    reopen()
    expect(under.logged).toHaveLength(2)
  })
})

describe('settings', () => {
  test('have defaults, and keep what is set', () => {
    const { settings } = under.storage
    expect([settings.get('theme'), settings.get('windows')]).toEqual(['system', []])
    const bounds = { x: -5, y: 10, width: 1000, height: 700, maximized: true }
    settings.set('theme', 'dark')
    settings.set('windows', [{ bounds, scenario: 3 }])
    reopen()
    expect(under.storage.settings.get('theme')).toBe('dark')
    expect(under.storage.settings.get('windows')).toEqual([{ bounds, scenario: 3 }])
  })

  test.each(['"pink"', '7', 'null', '{"__proto__":{}}'])('%s as a theme counts as none', (value) => {
    meddle(`INSERT INTO settings VALUES ('theme', '${value}')`)
    expect(under.storage.settings.get('theme')).toBe('system')
  })

  test('what is only remembered fails with no more than a line in the log', () => {
    meddle('DROP TABLE settings')
    under.storage.settings.remember('windows', [])
    expect(under.logged).toEqual(['setting windows is not remembered: no such table: settings'])
    expect(() => under.storage.settings.set('theme', 'dark')).toThrow('no such table')
  })

  test('bounds that are no numbers count as none', () => {
    const bounds = '{"x":0,"y":0,"width":1e300,"height":"a","maximized":false}'
    meddle(`INSERT INTO settings VALUES ('windows', '[{"bounds":${bounds},"scenario":7}]')`)
    expect(under.storage.settings.get('windows')).toEqual([{ bounds: null, scenario: 7 }])
  })
})
