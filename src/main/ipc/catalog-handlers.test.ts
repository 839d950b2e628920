import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { VendorAccelerator } from '../../shared/catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import type { Caller } from '../window/app-windows.ts'
import { openStorage, type Storage } from '../storage/storage.ts'
import { catalogHandlers } from './catalog-handlers.ts'

const h100 = BUILT_IN_CATALOG.accelerators['h100-sxm'] as VendorAccelerator
const own = (changes: Partial<VendorAccelerator> = {}) =>
  ({ catalog: 'accelerators', entry: { ...h100, name: 'Mine', ...changes } }) as const

let folder: string
let storage: Storage
let events: unknown[]
let chosen: string | null

const caller = {
  id: 7,
  send: (name: string, payload: unknown) => events.push([name, payload]),
} as unknown as Caller

const calls = () =>
  catalogHandlers({
    catalog: storage.catalog,
    dialogs: { chooseConfig: () => Promise.resolve(chosen) },
    windows: { tellOthers: (id, name, payload) => events.push(['others than', id, name, payload]) },
  })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-catalog-'))
  storage = openStorage({ path: join(folder, 'data.sqlite'), now: () => 1, log: () => {} })
  events = []
  chosen = null
})
afterEach(() => {
  storage.close()
  rmSync(folder, { recursive: true })
})

test('every window hears of every write, and the next search sees it', () => {
  const catalog = calls()
  const id = catalog['catalog.create']({ own: own(), copiedFrom: 'h100-sxm' }, caller)
  expect(storage.catalog.catalog().accelerators[id]).toMatchObject({ name: 'Mine' })
  catalog['catalog.change']({ own: own({ year: 2023 }), id }, caller)
  expect(storage.catalog.catalog().accelerators[id]).toMatchObject({ year: 2023 })
  const change = catalog['catalog.delete']({ catalog: 'accelerators', id }, caller)
  expect(catalog['catalog.restore'](change, caller)).toBe(id)
  const told = [
    ['catalog.changed', 'accelerators'],
    ['others than', 7, 'catalog.changed', 'accelerators'],
  ]
  expect(events).toEqual([...told, ...told, ...told, ...told])
  expect(catalog['catalog.history']().accelerators).toHaveLength(4)
})

test('what cannot be is refused with its field, whoever asks, and nothing is written or told', () => {
  const catalog = calls()
  expect(() => catalog['catalog.create']({ own: own({ hbmBytes: 80 }), copiedFrom: null }, caller)).toThrow(
    /^entry\.\S+: .*80\.0|entry\.l2CacheBytes/,
  )
  const id = catalog['catalog.create']({ own: own(), copiedFrom: null }, caller)
  events = []
  expect(() => catalog['catalog.change']({ own: own({ usableHbmBytes: 200e9 }), id }, caller)).toThrow(
    'entry.usableHbmBytes: Usable memory has 200 GB',
  )
  expect(events).toEqual([])
  expect(catalog['catalog.history']().accelerators).toHaveLength(1)
  const entry = { ...(BUILT_IN_CATALOG.models['llama-2-7b'] as object), layers: 1 } as never
  expect(() => catalog['catalog.create']({ own: { catalog: 'models', entry }, copiedFrom: null }, caller)).toThrow(
    'entry.blocks.softmaxAttention: Layers with attention or another mixer add up to 32; the model has 1 layers.',
  )
})

test('a config.json is read from where the dialog says, and nowhere where it says nothing', async () => {
  expect(await calls()['catalog.openConfig']()).toBeNull()
  chosen = join(folder, 'config.json')
  writeFileSync(chosen, '{"model_type":"llama"}')
  expect(await calls()['catalog.openConfig']()).toEqual({ fileName: 'config.json', text: '{"model_type":"llama"}' })
  chosen = folder
  await expect(calls()['catalog.openConfig']()).rejects.toThrow('is a folder, not a file')
})
