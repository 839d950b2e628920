import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LibraryQuery } from '../../shared/contract/library-calls.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { newScenario, seriesOf } from '../../shared/scenario/scenario.ts'
import { openStorage, type Storage } from './storage.ts'

let folder: string
let clock: number
let storage: Storage
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-library-'))
  clock = 1000
  storage = openStorage({ path: join(folder, 'data.sqlite'), now: () => clock, log: () => {} })
})
afterEach(() => {
  storage.close()
  rmSync(folder, { recursive: true })
})

const saved = (name: string, series: Partial<Parameters<typeof seriesOf>[0]> = {}, notes = ''): number => {
  clock++
  const one = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100', ...series })
  return storage.scenarios.save(null, { ...newScenario(name, [one]), notes }).id
}
const query = (fields: Partial<LibraryQuery> = {}) =>
  storage.library.query({ search: '', shelf: { kind: 'all' }, order: 'saved', ...fields })

describe('a search', () => {
  test('follows every save, rename, tag and deletion', () => {
    const id = saved('Alpha', { name: 'Budget line' }, 'for the board')
    const finds = (search: string) => query({ search }).length === 1
    expect(['alp', 'budg', 'board', 'llama', 'h100', 'draft'].map(finds)).toEqual([true, true, true, true, true, false])
    storage.scenarios.rename(id, 'Beta')
    expect([finds('alpha'), finds('beta'), finds('budget')]).toEqual([false, true, true])
    storage.scenarios.save(id, { ...storage.scenarios.open(id), notes: '' })
    expect(finds('board')).toBe(false)
    storage.library.tag([id], 'Draft', true)
    expect(finds('draft')).toBe(true)
    storage.library.tag([id], 'draft', false)
    expect(finds('draft')).toBe(false)
    storage.library.bin([id], true)
    expect([query({ search: 'beta' }), query({ search: 'beta', shelf: { kind: 'bin' } })]).toEqual([[], [id]])
    storage.library.purge([id])
    expect(query({ search: 'beta', shelf: { kind: 'bin' } })).toEqual([])
  })

  test('has what is in the name before what is elsewhere', () => {
    const inNotes = saved('Other', {}, 'mixtral')
    const inName = saved('Mixtral study')
    const inModel = saved('Third', { model: 'paper/Mixtral_8x22B' })
    expect(query({ search: 'mixtral', order: 'relevance' })).toEqual([inName, inModel, inNotes])
    expect(query({ search: 'mixtral', order: 'name' })).toEqual([inName, inNotes, inModel])
  })
})

test('shelves and orders', () => {
  const [b, a, c] = [saved('b'), saved('A'), saved('c')]
  expect([query(), query({ order: 'name' }), query({ order: 'created' }), query({ order: 'relevance' })]).toEqual([
    [c, a, b],
    [a, b, c],
    [c, a, b],
    [c, a, b],
  ])
  clock = 5000
  storage.scenarios.open(b)
  expect(query({ shelf: { kind: 'recent' }, order: 'opened' })).toEqual([b])
  expect(storage.library.favourite([b, c, 99], true)).toEqual([b, c])
  expect(storage.library.favourite([a, b], true)).toEqual([a])
  expect(query({ shelf: { kind: 'favourites' } })).toEqual([c, a, b])
  expect(storage.scenarios.list().map(({ favourite }) => favourite)).toEqual([true, true, true])
})

describe('many at once', () => {
  test('move into folders and back, and a folder shows what its folders hold', () => {
    const [a, b, c] = [saved('a'), saved('b'), saved('c')]
    const work = storage.library.folders.create('Work', null)
    const inner = storage.library.folders.create('Inner', work.id)
    storage.library.move([{ folder: work.id, ids: [a] }])
    const undo = storage.library.move([{ folder: inner.id, ids: [a, b, 99] }])
    expect(undo).toEqual([
      { folder: null, ids: [b] },
      { folder: work.id, ids: [a] },
    ])
    const inFolder = (id: number) => query({ shelf: { kind: 'folder', id } })
    expect([inFolder(work.id), inFolder(inner.id)]).toEqual([
      [b, a],
      [b, a],
    ])
    expect(storage.library.shelves().folders.map(({ name, count }) => [name, count])).toEqual([
      ['Inner', 2],
      ['Work', 0],
    ])
    storage.library.move(undo)
    expect([inFolder(work.id), inFolder(inner.id), query()]).toEqual([[a], [], [c, b, a]])
    expect(() =>
      storage.library.move([
        { folder: inner.id, ids: [c] },
        { folder: 99, ids: [a] },
      ]),
    ).toThrow(InputError)
    expect(inFolder(inner.id)).toEqual([])
  })

  test('are tagged; tags differ by more than case, and those nobody has are gone', () => {
    const [a, b] = [saved('a'), saved('b')]
    expect(storage.library.tag([a, b, 99], 'Board', true).toSorted((x, y) => x - y)).toEqual([a, b])
    expect(storage.library.tag([a, b], 'board', true)).toEqual([])
    const [board] = storage.library.shelves().tags
    expect(board).toEqual({ id: board!.id, name: 'Board', count: 2 })
    expect(query({ shelf: { kind: 'tag', id: board!.id } })).toEqual([b, a])
    expect(storage.library.tag([b], 'BOARD', false)).toEqual([b])
    expect(storage.library.rows([a, b]).map(({ tags }) => tags)).toEqual([['Board'], []])
    storage.library.tag([a], 'Board', false)
    expect(storage.library.shelves().tags).toEqual([])
    expect(storage.library.tag([a], 'Never there', false)).toEqual([])
  })

  test('go to the bin and back with all they have, and are gone for good only from there', () => {
    const [a, b] = [saved('a'), saved('b')]
    storage.library.tag([a], 'kept', true)
    storage.library.favourite([a], true)
    expect(storage.library.bin([a, b, b], true)).toEqual([a, b])
    expect(storage.library.bin([a], true)).toEqual([])
    expect([query(), query({ shelf: { kind: 'bin' } })]).toEqual([[], [b, a]])
    expect(storage.library.shelves()).toEqual({ counts: { all: 0, favourites: 0, bin: 2 }, folders: [], tags: [] })
    expect(storage.library.bin([a], false)).toEqual([a])
    expect(storage.library.rows([a])).toMatchObject([{ favourite: true, tags: ['kept'], deletedAt: null }])
    expect(storage.library.purge([a, b])).toBe(1)
    expect(query()).toEqual([a])
    expect(storage.versions.list(b, null, 9)).toEqual([])
  })
})
