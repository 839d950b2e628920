import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { canMount, runOnSmallDisk } from '../../../test/storage/child.ts'
import { isWhole, someScenario } from '../../../test/storage/some-scenario.ts'
import { temporaryFolder } from '../../../tools/testing/temporary-folder.ts'
import { openDatabase } from './open-database.ts'
import { openScenarioStore } from './scenario-store.ts'
import { withTroubleInWords } from './trouble.ts'

function smallDisk(): string {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  return folder
}

// Mounts need Linux and leave to make namespaces; where there is neither, the limit of pages below stands in.
describe.skipIf(!canMount)('on a disk of its own (tmpfs)', () => {
  test('that fills up: saving, backing up and starting say so; nothing is lost, and all works again with room', () => {
    expect(runOnSmallDisk('fill-disk.ts', smallDisk())).toEqual({
      whileFull: expect.stringMatching(/^StorageError: .* cannot be used: the disk is full\. Your work is still in/),
      readableWhileFull: true,
      logged: ['the daily backup failed: database or disk is full'],
      unfinished: [],
      atStart: expect.stringMatching(/^StorageError: .* could not be opened: the disk is full\. Nothing was changed\./),
      allThereAfterwards: true,
      backups: 1,
    })
  })

  test('that is read-only: starting says so, nothing is touched, and it opens once it is writable again', () => {
    expect(runOnSmallDisk('lose-writing.ts', smallDisk())).toEqual({
      atStart: expect.stringMatching(/could not be opened: the file or its folder cannot be written to\./),
      untouched: true,
      name: 'Save 1',
    })
  })
})

test('a database that may not grow (a limit of pages): the save fails as a whole, and is made again with room', () => {
  const path = join(temporaryFolder(), 'data.sqlite')
  const database = openDatabase({ path })
  const scenarios = withTroubleInWords(openScenarioStore(database, Date.now), path)
  const { id } = scenarios.save(null, someScenario(1))
  const pages = Number(database.pragma('page_count', { simple: true }))
  database.pragma(`max_page_count = ${pages}`)
  expect(() => scenarios.save(id, someScenario(2, 50_000))).toThrow(/the disk is full\. Your work is still in/)
  expect(scenarios.open(id).name).toBe('Save 1')
  database.pragma('max_page_count = 100000')
  scenarios.save(id, someScenario(2, 50_000))
  database.close()
  const reopened = new Sqlite(path, { readonly: true })
  expect(isWhole(openScenarioStore(reopened, Date.now).open(id))).toBe(true)
  reopened.close()
})

test('a connection that may not write says so', () => {
  const path = join(temporaryFolder(), 'data.sqlite')
  const database = openDatabase({ path })
  const scenarios = withTroubleInWords(openScenarioStore(database, Date.now), path)
  const { id } = scenarios.save(null, someScenario(1))
  database.pragma('query_only = ON')
  expect(() => scenarios.delete(id)).toThrow(/the file or its folder cannot be written to\. Your work is still in/)
  expect(scenarios.list()).toHaveLength(1)
  database.close()
})
