import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runOn, type CommandRun } from '../../../../test/fake-host.ts'
import { temporaryFolder } from '../../../../tools/testing/temporary-folder.ts'
import { parseScenario } from '../../../shared/scenario/scenario-file.ts'
import { newScenario, seriesOf } from '../../../shared/scenario/scenario.ts'
import { openStorage } from '../../storage/storage.ts'

const NAMES = ['First', 'Twice: a/b', 'twice a b', 'Binned']

/** Runs `export` on a library that the app has open. */
function library(): (files: Readonly<Record<string, string>>, ...argv: string[]) => Promise<CommandRun> {
  const folder = temporaryFolder()
  const storage = openStorage({ path: join(folder, 'paretoscope.sqlite'), now: Date.now, log: () => {} })
  onTestFinished(() => storage.close())
  const series = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
  const ids = NAMES.map((name) => storage.scenarios.save(null, newScenario(name, [series])).id)
  storage.library.bin([ids[3]!], true)
  return (files, ...argv) => runOn(files, ['export', ...argv], { dataFolder: folder })
}

test('a scenario becomes a file, by name or by id', async () => {
  const run = library()
  const { exitCode, out, files } = await run({}, '1', '--out', 'first.json')
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: 'first.json: "First", 1 series\n' })
  expect(parseScenario(files.get('first.json') as string).name).toBe('First')
  expect([...(await run({}, 'First', '--out', 'folder')).files.keys()]).toEqual([
    join('folder', 'First.paretoscope.json'),
  ])
})

test('all of them get a file each in a folder, without the bin, also where names come to the same file', async () => {
  const { exitCode, files } = await library()({}, '--all', '--out', 'all')
  expect(exitCode).toBe(0)
  expect(new Set([...files.keys()].map((path) => path.toLowerCase()))).toEqual(
    new Set(['first', 'twice a b', 'twice a b (2)'].map((name) => join('all', `${name}.paretoscope.json`))),
  )
})

test('a file that is there is replaced with --force only, and the others are written all the same', async () => {
  const run = library()
  const taken = join('all', 'First.paretoscope.json')
  const refused = await run({ [taken]: 'mine' }, '--all', '--out', 'all')
  expect(refused).toMatchObject({ exitCode: 2, error: `${taken}: already exists; use --force to replace it\n` })
  expect(refused.files.get(taken)).toBe('mine')
  expect(refused.files.size).toBe(3)
  const forced = await run({ [taken]: 'mine' }, '--all', '--out', 'all', '--force')
  expect(forced.exitCode).toBe(0)
  expect(forced.files.get(taken)).not.toBe('mine')
})

test.each<[argv: string[], exitCode: number, says: string]>([
  [['--out', 'x'], 2, 'say which scenarios to export'],
  [['First', '--all', '--out', 'x'], 2, 'say which scenarios to export'],
  [['First'], 2, '--out'],
  [['First', '2', '--out', 'x.json'], 2, '2 scenarios need a folder'],
  [['Binned', '--out', 'x'], 3, '"Binned": is neither name nor id'],
])('%j is refused before anything is written', async (argv, exitCode, says) => {
  const run = await library()({}, ...argv)
  expect(run.exitCode).toBe(exitCode)
  expect(run.error).toContain(says)
  expect(run.error).toMatch(/^[^\n]+\n$/)
  expect(run.files.size).toBe(0)
})
