import { join } from 'node:path'
import { expect, it } from 'vitest'
import { STANDARD_CONSTANTS } from '../../shared/model/standard/constants.ts'
import { temporaryFolder } from '../../../tools/testing/temporary-folder.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { openConstantsStore } from './constants-store.ts'
import { openDatabase } from './open-database.ts'

function opened(path = join(temporaryFolder(), 'data.sqlite')) {
  const said: string[] = []
  const database = openDatabase({ path })
  return {
    database,
    said,
    store: openConstantsStore(
      database,
      () => 5,
      (line) => said.push(line),
    ),
  }
}

const set = { name: 'Our H200 cluster', notes: 'runs.csv, 60 rows', values: STANDARD_CONSTANTS.calibrated }

it('keeps a set under an id of its name and values, and gives it back', () => {
  const { store } = opened()
  const kept = store.keep(set)
  expect(kept).toEqual({ ...set, id: expect.stringMatching(/^own\/our-h200-cluster-[0-9a-f]{8}$/), savedAt: 5 })
  expect(store.list()).toEqual([kept])
  // The same once more is the same; other values are another set.
  expect(store.keep(set).id).toBe(kept.id)
  expect(store.keep({ ...set, values: STANDARD_CONSTANTS.physics }).id).not.toBe(kept.id)
  expect(store.list()).toHaveLength(2)
})

it('renames and deletes, and says where there is none', () => {
  const { store } = opened()
  const { id } = store.keep(set)
  store.rename(id, 'Cluster B')
  expect(store.list()).toMatchObject([{ id, name: 'Cluster B', values: set.values, savedAt: 5 }])
  store.delete(id)
  expect(store.list()).toEqual([])
  expect(() => store.delete(id)).toThrow(/which is no set that is kept/)
  expect(() => store.rename(id, 'x')).toThrow(/which is no set that is kept/)
})

it('leaves out what it cannot read, and tells', () => {
  const { store, database, said } = opened()
  store.keep(set)
  database.prepare(`INSERT INTO constant_sets VALUES ('own/odd', '{"name": "odd"}', 1)`).run()
  expect(store.list().map(({ name }) => name)).toEqual(['Our H200 cluster'])
  expect(said).toEqual([expect.stringContaining('set of constants own/odd left out: values')])
})

it('data from before the table are there after it', () => {
  const before = MIGRATIONS.findIndex((sql) => sql.includes('constant_sets'))
  const { database } = opened(':memory:')
  database.exec('DROP TABLE constant_sets')
  database.pragma(`user_version = ${before}`)
  database.prepare(`INSERT INTO settings VALUES ('theme', '"dark"')`).run()
  migrate(database, MIGRATIONS, () => {})
  expect(database.prepare('SELECT value FROM settings').pluck().all()).toEqual(['"dark"'])
  expect(
    openConstantsStore(
      database,
      () => 1,
      () => {},
    ).list(),
  ).toEqual([])
})
