import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../tools/testing/temporary-folder.ts'
import { GALLERY } from '../../shared/scenario/gallery.ts'
import { formatScenario } from '../../shared/scenario/scenario-file.ts'
import { createWaitingFiles, scenarioPaths } from './waiting-files.ts'

test('files that were given before a window could be told of them wait for it all the same', async () => {
  const files = createWaitingFiles()
  files.add(['/nowhere/early.paretoscope'])
  expect((await files.take()).map(({ fileName }) => fileName)).toEqual(['early.paretoscope'])
})

test('scenario files are told from switches, folders and other files', () => {
  const argv = [
    'electron',
    '--inspect',
    '.',
    '/a/one.paretoscope.json',
    'two.PARETOSCOPE.JSON',
    'three.paretoscope',
    'notes.json',
    'paretoscope',
    '-x.paretoscope.json',
  ]
  const [two, three] = [join('/home', 'two.PARETOSCOPE.JSON'), join('/home', 'three.paretoscope')]
  expect(scenarioPaths(argv, '/home')).toEqual(['/a/one.paretoscope.json', two, three])
  expect(scenarioPaths(['/a/app.paretoscope.json'], '/')).toEqual([])
})

test('files wait until they are taken, once; a bad one says what is wrong and keeps no other back', async () => {
  const folder = temporaryFolder()
  const path = (name: string) => join(folder, name)
  const { scenario } = GALLERY[0]!
  writeFileSync(path('good.paretoscope.json'), formatScenario(scenario))
  writeFileSync(path('bad.paretoscope.json'), '{"format":"paretoscope/scenario","version":1}')
  let told = 0
  const files = createWaitingFiles()
  files.onAdded(() => told++)
  files.add([])
  expect(told).toBe(0)
  files.add([path('good.paretoscope.json'), path('bad.paretoscope.json'), path('gone.paretoscope.json')])
  expect(told).toBe(1)
  expect(await files.take()).toEqual([
    { fileName: 'good.paretoscope.json', scenario, problem: null },
    { fileName: 'bad.paretoscope.json', scenario: null, problem: 'name: is missing; add it' },
    { fileName: 'gone.paretoscope.json', scenario: null, problem: 'cannot be read: does not exist' },
  ])
  expect(await files.take()).toEqual([])
})
