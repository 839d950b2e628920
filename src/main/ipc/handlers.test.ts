import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeCompute } from '../../../test/fake-compute.ts'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { parseScenario } from '../../shared/scenario/scenario-file.ts'
import { newScenario, seriesOf } from '../../shared/scenario/scenario.ts'
import type { SearchSetup } from '../../shared/search/search.ts'
import type { FrontierOptions } from '../compute/compute.ts'
import { openStorage, type Storage } from '../storage/storage.ts'
import { createSensitivities } from '../compute/sensitivities.ts'
import type { Caller } from '../window/app-windows.ts'
import { readIncoming } from '../files/waiting-files.ts'
import { appHandlers } from './app-handlers.ts'
import { computeHandlers } from './compute-handlers.ts'
import { fileHandlers } from './file-handlers.ts'
import { createWaitingFiles } from '../files/waiting-files.ts'
import { incomingHandlers } from './incoming-handlers.ts'
import { libraryHandlers } from './library-handlers.ts'
import { createRunningJobs } from './running-jobs.ts'
import { scenarioHandlers } from './scenario-handlers.ts'

const series = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
const scenario = newScenario('Mine', [series])
const about = { version: '1.0.0', electron: '33.2.1', runtimeNote: null }

let folder: string
let storage: Storage
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-handlers-'))
  storage = openStorage({ path: join(folder, 'data.sqlite'), now: () => 1, log: () => {} })
})
afterEach(() => {
  storage.close()
  rmSync(folder, { recursive: true })
})

/** A window's caller, and what its events were. */
const callerOf = (id: number) => {
  const events: unknown[] = []
  return { caller: { id, send: (...event: unknown[]) => void events.push(event) } as Caller, events }
}

test('a scenario is open in one window at a time, and the others hear of changes', () => {
  const held = new Map<number, number | null>()
  const told: unknown[] = []
  const windows: Parameters<typeof scenarioHandlers>[1] = {
    hold: (id, scenarioId) => void held.set(id, scenarioId),
    isOpenElsewhere: (id, scenarioId) => [...held].some(([other, theirs]) => other !== id && theirs === scenarioId),
    tellOthers: (id, name) => void told.push([id, name]),
  }
  const calls = {
    ...scenarioHandlers(storage.scenarios, windows),
    ...libraryHandlers(storage.library, storage.results, windows),
  }
  const [{ caller: one }, { caller: two }] = [callerOf(1), callerOf(2)]
  const { id } = calls['scenario.save']({ id: null, scenario }, one)
  expect(held.get(1)).toBe(id)
  expect(told).toEqual([[1, 'library.changed']])
  expect(() => calls['scenario.open'](id, two)).toThrow('open in another window')
  expect(() => calls['library.bin']({ ids: [id], on: true }, two)).toThrow('open in another window')
  expect(() => calls['library.purge']([id], two)).toThrow('open in another window')
  expect(() => calls['scenario.rename']({ id, name: 'x' }, two)).toThrow('open in another window')
  calls['scenario.leave'](undefined, one)
  expect(calls['scenario.open'](id, two).name).toBe('Mine')
  told.length = 0
  calls['library.bin']({ ids: [id], on: true }, two)
  expect(told).toEqual([[2, 'library.changed']])
  expect(calls['scenario.list']()).toEqual([])
})

test('a theme is kept and put into force, text goes to the clipboard, and windows open', async () => {
  const applied: string[] = []
  const copied: string[] = []
  const { settings, catalog } = storage
  const opened: unknown[] = []
  const { caller } = callerOf(1)
  const calls = appHandlers({
    about,
    settings,
    windows: { scenarioOf: (id) => id + 1, open: (id) => void opened.push(id) },
    catalog,
    applyTheme: (theme) => applied.push(theme),
    writeClipboard: (text) => void copied.push(text),
  })
  calls['app.setTheme']('dark')
  expect(applied).toEqual(['dark'])
  await calls['clipboard.writeText']('a\tb')
  expect(copied).toEqual(['a\tb'])
  expect(calls['app.info'](undefined, caller)).toEqual({ ...about, theme: 'dark', scenario: 2 })
  calls['window.open'](5)
  expect(opened).toEqual([5])
})

test('a search gets the entries its scenario brings along, its job can be cancelled, and progress bears its name', async () => {
  const seen: { setup: SearchSetup; options: FrontierOptions | undefined }[] = []
  const { caller, events } = callerOf(1)
  const compute = fakeCompute({
    frontier(setup, options) {
      seen.push({ setup, options })
      options?.onProgress?.(1, 2)
      return new Promise((_, reject) => options?.signal?.addEventListener('abort', () => reject(new Error('aborted'))))
    },
  })
  const calls = computeHandlers({
    compute,
    sensitivities: createSensitivities(compute),
    catalog: storage.catalog,
    jobs: createRunningJobs(),
  })
  const own = { ...BUILT_IN_CATALOG.accelerators['paper/H100']!, usdPerHour: 99 }
  const running = calls['frontier.compute'](
    { job: 'j1', series, catalog: { models: {}, accelerators: { 'paper/H100': own } } },
    caller,
  )
  expect(seen[0]?.setup.usdPerGpuHour).toBe(99)
  expect(events).toEqual([['frontier.progress', { job: 'j1', done: 1, total: 2 }]])
  calls['frontier.cancel']('j1')
  await expect(running).rejects.toThrow('aborted')

  const worth = calls['frontier.sensitivity']({ job: 'j2', series, catalog: { models: {}, accelerators: {} } }, caller)
  expect(seen[1]?.setup).toMatchObject({ grid: { gpus: 128, batches: 128 } })
  calls['frontier.cancel']('j2')
  await expect(worth).rejects.toThrow('aborted')
})

test('a scenario goes into the chosen file and comes back out of it', async () => {
  const path = join(folder, 'mine.paretoscope.json')
  const dialogs = {
    placeScenario: () => Promise.resolve({ path, mayReplace: false }),
  }
  const calls = fileHandlers({ dialogs, catalog: storage.catalog })
  expect(await calls['file.save'](scenario)).toEqual({ fileName: 'mine.paretoscope.json' })
  expect(parseScenario(readFileSync(path, 'utf8'))).toEqual(scenario)
  expect(await readIncoming([path])).toEqual([{ fileName: 'mine.paretoscope.json', scenario, problem: null }])
  await expect(calls['file.save'](scenario)).rejects.toThrow('choose that file in the dialog to replace it')
  rmSync(path)
  const entry = { ...BUILT_IN_CATALOG.accelerators['paper/H100']!, label: 'Mine' } as never
  const id = storage.catalog.create({ catalog: 'accelerators', entry }, 'paper/H100')
  await calls['file.save']({ ...scenario, series: [{ ...series, accelerator: id }] })
  expect(parseScenario(readFileSync(path, 'utf8')).accelerators).toEqual({ [id]: entry })
})

test('files from outside are held against the library, and added as the person says, with mine kept as a version', async () => {
  const told: unknown[] = []
  let busy = false
  const { caller } = callerOf(1)
  const calls = incomingHandlers({
    dialogs: { chooseScenarios: () => Promise.resolve([]) },
    waiting: createWaitingFiles(),
    scenarios: storage.scenarios,
    library: storage.library,
    catalog: storage.catalog,
    windows: { isOpenElsewhere: () => busy, tellOthers: (id, name) => void told.push([id, name]) },
  })
  expect(await calls['file.open']()).toEqual([])
  expect(calls['library.standing']([scenario])).toEqual([{ state: 'new', id: null }])
  const { id } = calls['library.take']({ scenario, onDiffering: 'both' }, caller)
  const theirs = { ...scenario, notes: 'theirs' }
  expect(calls['library.standing']([scenario, theirs])).toEqual([
    { state: 'same', id },
    { state: 'differs', id },
  ])
  for (const onDiffering of ['both', 'theirs', 'mine'] as const)
    expect(calls['library.take']({ scenario, onDiffering }, caller)).toEqual({ outcome: 'kept', id })
  expect(calls['library.take']({ scenario: theirs, onDiffering: 'mine' }, caller)).toEqual({ outcome: 'kept', id })
  busy = true
  expect(() => calls['library.take']({ scenario: theirs, onDiffering: 'theirs' }, caller)).toThrow('in another window')
  busy = false
  expect(calls['library.take']({ scenario: theirs, onDiffering: 'theirs' }, caller)).toEqual({
    outcome: 'replaced',
    id,
  })
  expect(storage.scenarios.open(id).notes).toBe('theirs')
  expect(calls['library.take']({ scenario, onDiffering: 'both' }, caller)).toMatchObject({ outcome: 'added' })
  expect(told).toHaveLength(3)
})
