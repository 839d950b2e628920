import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { someScenario } from '../../../test/storage/some-scenario.ts'
import { temporaryFolder } from '../../../tools/testing/temporary-folder.ts'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { openStorage } from '../storage/storage.ts'
import type { Caller } from '../window/app-windows.ts'
import { archiveHandlers } from './archive-handlers.ts'

/** The calls on a library of one scenario, with a dialog that answers a path, and what windows hear. */
function calls(openElsewhere: readonly number[] = []) {
  const folder = temporaryFolder()
  const storage = openStorage({ path: join(folder, 'data.sqlite'), now: Date.now, log: () => {} })
  onTestFinished(() => storage.close())
  const { id } = storage.scenarios.save(null, someScenario(1))
  const told: unknown[] = []
  const answer: { path: string | null; mayReplace: boolean } = { path: join(folder, 'all.library'), mayReplace: false }
  const handlers = archiveHandlers({
    archives: storage.archives,
    now: () => Date.UTC(2026, 4, 4),
    dialogs: {
      placeLibrary: (name) => {
        told.push(name)
        return Promise.resolve(answer.path === null ? null : { path: answer.path, mayReplace: answer.mayReplace })
      },
      chooseLibrary: () => Promise.resolve(answer.path),
    },
    windows: {
      isOpenElsewhere: (_caller, scenario) => openElsewhere.includes(scenario),
      tellOthers: (_caller, name) => void told.push(`others ${name}`),
    },
  })
  const caller = {
    id: 1,
    send: (name: string) => void (name === 'archive.progress' || told.push(name)),
  } as Caller
  return { handlers, caller, answer, told, storage, id, folder }
}

test('a library is exported, opened and imported, and every window hears of it', async () => {
  const { handlers, caller, told, storage, id } = calls()
  expect(await handlers['archive.export'](undefined, caller)).toEqual({ fileName: 'all.library', says: '1 scenario' })
  expect(told).toEqual(['Paretoscope library 2026-05-04'])
  storage.scenarios.rename(id, 'Mine')
  told.length = 0
  const read = await handlers['archive.open'](undefined, caller)
  expect(read).toMatchObject({ fileName: 'all.library', scenarios: [{ name: 'Save 1', state: 'new' }], entries: [] })
  expect(told).toEqual([])
  expect(await handlers['archive.import']({ token: read!.token, choices: [] }, caller)).toEqual({
    says: '1 scenario added.',
    replaced: [],
  })
  const once = (name: string) => told.filter((one) => one === name).length
  expect(['library.changed', 'others library.changed'].map(once)).toEqual([1, 1])
  expect(['catalog.changed', 'others catalog.changed'].map(once)).toEqual([2, 2])
})

test('a scenario that another window has open is not replaced', async () => {
  const { handlers, caller, storage, id } = calls([1])
  await handlers['archive.export'](undefined, caller)
  storage.scenarios.save(id, { ...someScenario(1), notes: 'mine' })
  const read = await handlers['archive.open'](undefined, caller)
  const choices = [{ key: read!.scenarios[0]!.key, choice: 'theirs' as const }]
  await expect(handlers['archive.import']({ token: read!.token, choices }, caller)).rejects.toThrow('another window')
  expect(storage.scenarios.open(id).notes).toBe('mine')
  handlers['archive.close'](read!.token)
  await expect(handlers['archive.import']({ token: read!.token, choices }, caller)).rejects.toThrow(
    'choose the file again',
  )
})

test('a scenario of the file is looked at with the entries of its library that it names, and stays there', async () => {
  const { handlers, caller, storage, id } = calls()
  const entry = { ...BUILT_IN_CATALOG.accelerators['paper/H100']!, label: 'Theirs' } as never
  const own = storage.catalog.create({ catalog: 'accelerators', entry }, 'paper/H100')
  const scenario = storage.scenarios.look(id)
  storage.scenarios.save(id, { ...scenario, series: [{ ...scenario.series[0]!, accelerator: own }] })
  await handlers['archive.export'](undefined, caller)
  storage.scenarios.save(id, { ...scenario, notes: 'mine' })
  const read = await handlers['archive.open'](undefined, caller)
  const [found] = read!.scenarios
  expect(found).toMatchObject({ state: 'differs', mine: { id } })
  const theirs = handlers['archive.look']({ token: read!.token, key: found!.key })
  expect(theirs.accelerators).toEqual({ [own]: entry })
  expect(storage.scenarios.look(id).notes).toBe('mine')
  for (const key of ['scenario 99', 'models x'])
    expect(() => handlers['archive.look']({ token: read!.token, key })).toThrow('is not a scenario of the file')
  handlers['archive.close'](read!.token)
  expect(() => handlers['archive.look']({ token: read!.token, key: found!.key })).toThrow('choose the file again')
})

test('a dialog that was closed does nothing; what is wrong with a file bears its name', async () => {
  const { handlers, caller, answer, folder } = calls()
  await handlers['archive.export'](undefined, caller)
  await expect(handlers['archive.export'](undefined, caller)).rejects.toThrow(
    '"all.library" already exists; choose that file',
  )
  answer.path = join(folder, 'notes.txt')
  writeFileSync(answer.path, 'notes')
  await expect(handlers['archive.open'](undefined, caller)).rejects.toThrow(
    /^notes\.txt: is not a Paretoscope library; /,
  )
  answer.path = null
  expect(await handlers['archive.export'](undefined, caller)).toBeNull()
  expect(await handlers['archive.open'](undefined, caller)).toBeNull()
})
