import { join } from 'node:path'
import { expect, it } from 'vitest'
import { STANDARD_CONSTANTS } from '../../../shared/model/standard/constants.ts'
import { temporaryFolder } from '../../../../tools/testing/temporary-folder.ts'
import { openConstantsStore } from '../constants-store.ts'
import { openDatabase } from '../open-database.ts'
import { importConstants } from './import-constants.ts'

const set = (name: string) => ({ name, notes: '', values: STANDARD_CONSTANTS.calibrated })

function library(now: number) {
  const database = openDatabase({ path: join(temporaryFolder(), 'data.sqlite') })
  return {
    database,
    store: openConstantsStore(
      database,
      () => now,
      () => {},
    ),
  }
}

it('takes over what is not here, leaves what is, and what cannot be read', () => {
  const [mine, theirs] = [library(1), library(2)]
  const here = mine.store.keep(set('Both'))
  mine.store.rename(here.id, 'Both, as I call it')
  theirs.store.keep(set('Both'))
  const added = theirs.store.keep(set('Theirs'))
  const insert = theirs.database.prepare('INSERT INTO constant_sets VALUES (?, ?, 1)')
  insert.run('own/odd', '{"name": "odd"}')
  insert.run('calibrated', JSON.stringify(set('The app’s')))
  importConstants(mine.database, theirs.database)
  importConstants(mine.database, theirs.database)
  expect(mine.store.list().map(({ id, name }) => [id, name])).toEqual([
    [here.id, 'Both, as I call it'],
    [added.id, 'Theirs'],
  ])
})
