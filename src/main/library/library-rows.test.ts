import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CALLS } from '../../shared/contract/contract.ts'
import { parseInput } from '../../shared/scenario/input-error.ts'
import { newScenario, seriesOf } from '../../shared/scenario/scenario.ts'
import { openStorage, type Storage } from '../storage/storage.ts'
import { libraryRows } from './library-rows.ts'
import { versionList } from './version-list.ts'

let folder: string
let path: string
let storage: Storage
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-rows-'))
  path = join(folder, 'data.sqlite')
  storage = openStorage({ path, now: () => 1, log: () => {} })
})
afterEach(() => {
  storage.close()
  rmSync(folder, { recursive: true })
})

const series = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
const save = (name: string) => storage.scenarios.save(null, newScenario(name, [series])).id
const meddle = (sql: string) => {
  const database = new Sqlite(path)
  database.exec(sql)
  database.close()
}

test('rows come in the order asked for, as the contract has them', () => {
  const [a, b] = [save('a'), save('b')]
  const rows = libraryRows(storage.library, storage.results, [b, 99, a])
  expect(rows.map(({ name }) => name)).toEqual(['b', 'a'])
  expect(parseInput(CALLS['library.rows'].output, rows)).toEqual(rows)
})

test.each([
  ['from a newer app', '$.version', '99', 'A newer Paretoscope can open it'],
  ['with a field of the wrong kind', '$.series[0].model', '7', 'series[0].model'],
])('a scenario %s is in the list with the reason, and so are its versions', (_, field, value, reason) => {
  const id = save('odd')
  meddle(`UPDATE scenarios SET document = json_set(document, '${field}', ${value})`)
  const [row] = libraryRows(storage.library, storage.results, [id])
  expect(row).toMatchObject({ name: 'odd', series: 0, models: [], thumbnail: [] })
  expect(row!.problem).toContain(reason)
  const { versions } = versionList(storage.versions, storage.results, id, null)
  expect(versions[0]!.problem).toContain(reason)
})

test('versions come in pages, each with what changed from the one before, across the pages too', () => {
  const id = save('0')
  for (let n = 1; n <= 60; n++) {
    storage.versions.keep(id, 'save')
    storage.scenarios.save(id, newScenario(String(n), [series]))
  }
  const first = versionList(storage.versions, storage.results, id, null)
  const rest = versionList(storage.versions, storage.results, id, first.versions.at(-1)!.id)
  expect([first.versions.length, first.more, rest.versions.length, rest.more]).toEqual([50, true, 11, false])
  expect(first.versions.at(-1)!.changes).toEqual(['Renamed from “10” to “11”'])
  expect([rest.versions[0]!.changes, rest.versions.at(-1)!.changes]).toEqual([['Renamed from “9” to “10”'], []])
})
