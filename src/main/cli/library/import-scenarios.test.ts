import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runOn, type CommandRun } from '../../../../test/fake-host.ts'
import { savedIds } from '../../../../test/storage/some-scenario.ts'
import { temporaryFolder } from '../../../../tools/testing/temporary-folder.ts'
import { BUILT_IN_CATALOG } from '../../../shared/catalog/builtin.ts'
import { formatScenario } from '../../../shared/scenario/scenario-file.ts'
import { newScenario, seriesOf, type Scenario } from '../../../shared/scenario/scenario.ts'
import { MIGRATIONS } from '../../storage/migrations.ts'
import { openDatabase } from '../../storage/open-database.ts'
import { openStorage, type Storage } from '../../storage/storage.ts'

const scenario = (name: string, accelerator = 'paper/H100'): Scenario =>
  newScenario(name, [seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator })])
const MINE = scenario('Study')
const THEIRS = { ...MINE, notes: 'theirs' }
const FILES = {
  'same.json': formatScenario(MINE),
  'theirs.json': formatScenario(THEIRS),
  'new.json': formatScenario(scenario('Another\u001B[31m')),
  'bad.json': '{}',
  'newer.json': JSON.stringify({ ...MINE, version: 99 }),
}

interface Data {
  readonly folder: string
  readonly run: (...argv: string[]) => Promise<CommandRun>
  /** Looks into the library, as the app does at its start. */
  readonly look: <T>(work: (storage: Storage) => T) => T
}

function library(): Data {
  const folder = temporaryFolder()
  const open = () => openStorage({ path: join(folder, 'paretoscope.sqlite'), now: Date.now, log: () => {} })
  return {
    folder,
    run: (...argv) => runOn(FILES, ['import', ...argv], { dataFolder: folder }),
    look(work) {
      const storage = open()
      try {
        return work(storage)
      } finally {
        storage.close()
      }
    },
  }
}
function libraryWithMine(): Data {
  const data = library()
  data.look(({ scenarios }) => scenarios.save(null, MINE))
  return data
}

test('what is new is added, what is there already is not, and an empty library is begun', async () => {
  const { run, look } = library()
  expect(await run('same.json', 'new.json', 'same.json')).toMatchObject({
    exitCode: 0,
    error: '',
    out: [
      'same.json: "Study", 1 series: new; added',
      'new.json: "Another [31m", 1 series: new; added',
      'same.json: "Study", 1 series: in the library already, just as it is',
      '2 scenarios added, 1 left as in the library',
      '',
    ].join('\n'),
  })
  look((storage) => expect(savedIds(storage)).toHaveLength(2))
  expect((await run('new.json', 'same.json')).out).toMatch(/\n0 scenarios added, 2 left as in the library\n$/)
})

test.each<[choice: string[], notes: string[], versions: number, says: string]>([
  [[], ['', 'theirs'], 1, 'the library has another of this name; added beside it'],
  [['--on-collision', 'keep-both'], ['', 'theirs'], 1, 'added beside it'],
  [['--on-collision', 'keep-mine'], [''], 1, 'left out'],
  [['--on-collision', 'take-theirs'], ['theirs'], 2, 'put in its place, with yours as an earlier version'],
])('another of the same name, %j', async (choice, notes, versions, says) => {
  const { run, look } = libraryWithMine()
  const { exitCode, out } = await run('theirs.json', ...choice)
  expect(exitCode).toBe(0)
  expect(out).toContain(says)
  look((storage) => {
    const ids = savedIds(storage).toSorted((a, b) => a - b)
    expect(ids.map((id) => storage.scenarios.open(id).notes)).toEqual(notes)
    expect(storage.versions.list(ids[0]!, null, 10)).toHaveLength(versions)
  })
  // However often: what is there as it is stays alone.
  expect((await run('theirs.json', ...choice)).out).toContain('0 scenarios added')
})

test('a trial says what would become of each, and changes nothing, not even a folder that is not there', async () => {
  const { run, folder } = libraryWithMine()
  const before = readFileSync(join(folder, 'paretoscope.sqlite'))
  const trial = await run('same.json', 'theirs.json', 'new.json', '--on-collision', 'take-theirs', '--dry-run')
  expect(trial).toMatchObject({ exitCode: 0, error: '' })
  expect(trial.out).toContain('would be put in its place, with yours as an earlier version')
  expect(trial.out).toMatch(
    /1 scenario would be added, 1 would be replaced, 1 would be left as in the library; nothing was stored\n$/,
  )
  expect(readFileSync(join(folder, 'paretoscope.sqlite')).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['paretoscope.sqlite'])
  const nowhere = join(folder, 'nowhere')
  expect((await run('new.json', '--dry-run', '--data', nowhere)).out).toContain('new; would be added')
  expect(existsSync(nowhere)).toBe(false)
})

test('while the app has the data open, scenarios are added and none is replaced', async () => {
  const { run, folder } = libraryWithMine()
  const app = openStorage({ path: join(folder, 'paretoscope.sqlite'), now: Date.now, log: () => {} })
  onTestFinished(() => app.close())
  expect(await run('new.json')).toMatchObject({ exitCode: 0 })
  expect(app.library.named('Another\u001B[31m')).toHaveLength(1)
  const refused = await run('theirs.json', '--on-collision', 'take-theirs')
  expect(refused).toMatchObject({ exitCode: 1, out: '' })
  expect(refused.error).toMatch(/^The saved data in .* are open in Paretoscope\. Close it, then try again\.\n$/)
  expect(await run('theirs.json', '--on-collision', 'take-theirs', '--dry-run')).toMatchObject({ exitCode: 0 })
})

test('a bad file leaves the others alone', async () => {
  const { run, look } = library()
  const { exitCode, error, out } = await run('bad.json', 'new.json', 'nowhere.json')
  expect(exitCode).toBe(3)
  expect(error.split('\n')).toEqual([
    'bad.json: format: is not "paretoscope/scenario"; this is not a scenario file',
    'nowhere.json: cannot be read: does not exist',
    '',
  ])
  expect(out).toContain('1 scenario added')
  look((storage) => expect(savedIds(storage)).toHaveLength(1))
  expect(await run('newer.json')).toMatchObject({ exitCode: 4 })
})

test('damaged data, and data of a newer app, are told of and left alone', async () => {
  const { run, folder } = library()
  const path = join(folder, 'paretoscope.sqlite')
  writeFileSync(path, 'text'.repeat(99))
  expect(await run('new.json')).toMatchObject({ exitCode: 3, error: `${path}: is damaged: it is not a database\n` })
  expect(readFileSync(path, 'utf8')).toBe('text'.repeat(99))
})

test('data of an older app are brought up to date with a backup first', async () => {
  const { run, folder, look } = library()
  openDatabase({ path: join(folder, 'paretoscope.sqlite'), migrations: MIGRATIONS.slice(0, 2) }).close()
  expect(await run('new.json')).toMatchObject({ exitCode: 0 })
  expect(readdirSync(join(folder, 'backups'))).not.toEqual([])
  look((storage) => expect(savedIds(storage)).toHaveLength(1))
})

test('what is exported comes back as the same, with the entries of one’s own that it names', async () => {
  const { folder, look } = library()
  look(({ catalog, scenarios }) => {
    const entry = { ...BUILT_IN_CATALOG.accelerators['paper/H100']!, label: 'My H100' }
    const id = catalog.create({ catalog: 'accelerators', entry } as never, 'paper/H100')
    scenarios.save(null, scenario('Mine', id))
  })
  const { files } = await runOn({}, ['export', 'Mine', '--out', 'mine.json'], { dataFolder: folder })
  const text = files.get('mine.json') as string
  expect(text).toContain('My H100')
  const there = await runOn({ 'mine.json': text }, ['import', 'mine.json'], { dataFolder: folder })
  expect(there.out).toContain('in the library already, just as it is')
  const elsewhere = await runOn({ 'mine.json': text }, ['import', 'mine.json'], { dataFolder: temporaryFolder() })
  expect(elsewhere.out).toContain('\n  brings My H100 along, which your catalog does not have\n')
})
