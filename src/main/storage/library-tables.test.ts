import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newScenario, seriesOf } from '../../shared/scenario/scenario.ts'
import { libraryTables } from './library-tables.ts'
import { MIGRATIONS } from './migrations.ts'
import { openDatabase } from './open-database.ts'
import { openStorage } from './storage.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-storage-'))
  path = join(folder, 'data.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const scenario = newScenario('Précis', [
  seriesOf({ name: 'Cheap', notes: 'see memo', model: 'paper/Llama_3_70B', accelerator: 'h100-sxm' }),
])

/** Documents as an older app, a newer one, or another program may have left them. */
const DOCUMENTS: readonly (readonly [id: number, document: string])[] = [
  [1, JSON.stringify(scenario)],
  [2, '{}'],
  [3, '{"series":[1,"two",null,[4],{"name":"odd"}]}'],
  [4, '{"series":"none","notes":7}'],
  [5, '[]'],
]

test('what an older app saved is found, is its own first version, and lies in no folder', () => {
  const before = openDatabase({ path, migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(libraryTables)) })
  const insert = before.prepare('INSERT INTO scenarios VALUES (?, ?, ?, 10, ?, ?)')
  for (const [id, document] of DOCUMENTS) insert.run(id, `Name ${id}`, document, 20 + id, id === 5 ? 30 : null)
  before.close()

  const storage = openStorage({ path, now: () => 100, log: () => {} })
  const found = (search: string) => storage.library.query({ search, shelf: { kind: 'all' }, order: 'saved' })
  expect(found('')).toEqual([4, 3, 2, 1])
  expect([found('memo llama h100'), found('odd'), found('name 2'), found('7')]).toEqual([[1], [3], [2], [4, 1]])
  expect(storage.library.shelves().counts).toEqual({ all: 4, favourites: 0, bin: 1 })
  expect(storage.versions.list(1, null, 9)).toEqual([
    { id: expect.any(Number), scenario: 1, savedAt: 21, keptBy: null, name: null },
  ])
  expect(storage.versions.open(storage.versions.list(1, null, 9)[0]!.id)).toEqual(scenario)
  expect(storage.library.rows([3, 1]).map(({ id, folder: at, favourite, tags }) => [id, at, favourite, tags])).toEqual([
    [3, null, false, []],
    [1, null, false, []],
  ])
  storage.close()
})
