import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InputError } from '../../shared/scenario/input-error.ts'
import { newScenario, seriesOf, type Scenario } from '../../shared/scenario/scenario.ts'
import { openStorage, type Storage } from './storage.ts'
import { ONE_VERSION_MS } from './version-store.ts'

let folder: string
let path: string
let clock: number
let storage: Storage
const open = () => openStorage({ path, now: () => clock, log: () => {} })
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-versions-'))
  path = join(folder, 'data.sqlite')
  clock = 1000
  storage = open()
})
afterEach(() => {
  storage.close()
  rmSync(folder, { recursive: true })
})

const series = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
const called = (name: string): Scenario => newScenario(name, [series])
const history = (id: number) => storage.versions.list(id, null, 100)
const names = (id: number) => history(id).map((version) => storage.versions.open(version.id).name)

describe('edits', () => {
  test('in one run of the app are one version for five minutes, then another', () => {
    const { id } = storage.scenarios.save(null, called('1'))
    clock += ONE_VERSION_MS - 1
    storage.scenarios.save(id, called('2'))
    expect(names(id)).toEqual(['2'])
    clock += 1
    storage.scenarios.save(id, called('3'))
    storage.scenarios.save(id, called('4'))
    expect(names(id)).toEqual(['4', '2'])
    expect(history(id).map(({ savedAt }) => savedAt)).toEqual([1000 + ONE_VERSION_MS, 999 + ONE_VERSION_MS])
  })

  test.each<[string, (id: number) => void]>([
    [
      'the app was closed',
      () => {
        storage.close()
        storage = open()
      },
    ],
    ['it was saved on purpose', (id) => void storage.versions.keep(id, 'save')],
    ['it was restored', (id) => void storage.versions.keep(id, 'restore')],
    ['it was given a name', (id) => void storage.versions.setName(history(id)[0]!.id, 'As sent')],
    ['a name was taken away', (id) => void storage.versions.setName(history(id)[0]!.id, null)],
  ])('begin another version where %s', (_, stay) => {
    const { id } = storage.scenarios.save(null, called('1'))
    stay(id)
    storage.scenarios.save(id, called('2'))
    storage.scenarios.save(id, called('3'))
    expect(names(id)).toEqual(['3', '1'])
  })

  test('that change nothing begin none', () => {
    const { id } = storage.scenarios.save(null, called('1'))
    storage.versions.keep(id, 'save')
    clock += ONE_VERSION_MS
    expect(storage.scenarios.save(id, called('1')).savedAt).toBe(1000)
    expect(names(id)).toEqual(['1'])
  })

  test('of one scenario leave the versions of another alone, and a new name is an edit', () => {
    const a = storage.scenarios.save(null, called('a')).id
    const b = storage.scenarios.save(null, called('b')).id
    storage.versions.keep(a, 'save')
    storage.scenarios.save(b, called('b2'))
    storage.scenarios.rename(a, 'a2')
    expect([names(a), names(b)]).toEqual([['a2', 'a'], ['b2']])
  })
})

test('a version is what was saved, with its name, also after a restart and in pages', () => {
  const { id } = storage.scenarios.save(null, called('0'))
  for (let n = 1; n < 10; n++) {
    storage.versions.keep(id, n % 2 === 0 ? 'restore' : 'save')
    storage.scenarios.save(id, called(String(n)))
  }
  storage.versions.setName(history(id)[3]!.id, 'As sent')
  storage.close()
  storage = open()
  expect(names(id)).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1', '0'])
  expect(history(id)[3]).toMatchObject({ name: 'As sent', keptBy: 'save', scenario: id })
  const page = storage.versions.list(id, history(id)[7]!.id, 1)
  expect(page).toEqual([history(id)[8]])
  expect(storage.versions.open(page[0]!.id)).toEqual(called('1'))
})

test('a version takes a fifth of its document or less', () => {
  const many = newScenario(
    'many',
    Array.from({ length: 8 }, (_, i) => ({ ...series, name: `series ${i}`, contextTokens: 100 * i })),
  )
  const { id } = storage.scenarios.save(null, many)
  storage.versions.keep(id, 'save')
  storage.scenarios.save(id, called('next'))
  const database = new Sqlite(path, { readonly: true })
  const bytes = database.prepare('SELECT length(document) FROM versions WHERE document IS NOT NULL').pluck().get()
  database.close()
  expect(Number(bytes)).toBeLessThan(JSON.stringify(many).length / 5)
})

test('a branch keeps the present version as it is', () => {
  const { id } = storage.scenarios.save(null, called('1'))
  const branched = storage.versions.branch(id, 'figures')
  expect(branched.keptBy).toBe('figures')
  expect(history(id)[0]).toEqual(branched)
  expect(names(id)).toEqual(['1', '1'])
})

test.each([
  ['keep', () => storage.versions.keep(99, 'save')],
  ['branch', () => storage.versions.branch(99, 'figures')],
  ['open', () => storage.versions.open(99)],
  ['name', () => storage.versions.setName(99, 'x')],
])('%s says that a version is not there', (_, use) => {
  expect(use).toThrow(InputError)
})

test('bytes that are no document are told of', () => {
  const { id } = storage.scenarios.save(null, called('1'))
  storage.versions.keep(id, 'save')
  storage.scenarios.save(id, called('2'))
  const database = new Sqlite(path)
  database.exec(`UPDATE versions SET document = x'0102' WHERE document IS NOT NULL`)
  database.close()
  expect(() => storage.versions.open(history(id)[1]!.id)).toThrow('the stored text is damaged')
  expect(storage.versions.open(history(id)[0]!.id).name).toBe('2')
})
