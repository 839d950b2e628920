import { describe, expect, test } from 'vitest'
import type { AcceleratorEntry, VendorAccelerator } from '../../shared/catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG, type Catalog } from '../../shared/catalog/builtin.ts'
import { originalSince } from '../../shared/catalog/entry-differences.ts'
import { withValueAt } from '../../shared/catalog/entry-path.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { storageUnderTest } from '../../../test/storage/storage-under-test.ts'

const under = storageUnderTest(1)
const { reopen, meddle } = under

const h100 = BUILT_IN_CATALOG.accelerators['h100-sxm'] as VendorAccelerator
const at = (usd: number): VendorAccelerator =>
  withValueAt({ ...h100, name: 'H100 at my price' }, 'priceUsdPerHour', { value: usd, kind: 'owned', asOf: '2026-11' })
const accelerator = (entry: AcceleratorEntry) => ({ catalog: 'accelerators', entry }) as const
const createMine = () => under.storage.catalog.create(accelerator(at(1.73)), 'h100-sxm')
const row = (id: string) => under.storage.catalog.list().accelerators.find((one) => one.id === id)
const kinds = () => under.storage.catalog.history().accelerators.map(({ id, kind }) => [id, kind])

describe('entries of the user', () => {
  test('are made under an id of their own, and are there after a restart', () => {
    const id = createMine()
    expect(id).toBe('user/h100-at-my-price')
    reopen()
    expect(row(id)).toEqual({
      id,
      origin: 'user',
      entry: { ...at(1.73), id },
      copied: { from: 'h100-sxm', original: h100 },
    })
    expect(under.storage.catalog.catalog().accelerators['h100-sxm']).toEqual(h100)
  })

  test('of one name get different ids, also after the first is deleted', () => {
    const first = createMine()
    under.storage.catalog.delete('accelerators', first)
    const second = createMine()
    expect([first, second, createMine()]).toEqual([
      'user/h100-at-my-price',
      'user/h100-at-my-price-2',
      'user/h100-at-my-price-3',
    ])
  })

  test.each(['h100-sxm', 'paper/H100', "'); DROP TABLE accelerators; --", 'user/h100'])(
    'named %j take no id of the app’s',
    (name) => {
      const before = under.storage.catalog.list().accelerators
      const id = under.storage.catalog.create(accelerator({ ...h100, name }), null)
      expect(Object.hasOwn(BUILT_IN_CATALOG.accelerators, id)).toBe(false)
      expect(under.storage.catalog.list().accelerators.slice(0, -1)).toEqual(before)
    },
  )

  test('are changed and deleted, and what came with the app is not', () => {
    const id = createMine()
    under.storage.catalog.change(accelerator(at(2)), id)
    expect(row(id)?.entry).toEqual({ ...at(2), id })
    under.storage.catalog.delete('accelerators', id)
    expect(row(id)).toBeUndefined()
    for (const write of [
      () => under.storage.catalog.change(accelerator(at(2)), 'h100-sxm'),
      () => under.storage.catalog.delete('accelerators', 'h100-sxm'),
      () => under.storage.catalog.change(accelerator(at(2)), 'paper/H100'),
    ])
      expect(write).toThrow('which came with the app and is never changed; make a copy of it')
    for (const write of [
      () => under.storage.catalog.change(accelerator(at(2)), id),
      () => under.storage.catalog.delete('accelerators', id),
      () => under.storage.catalog.delete('models', 'user/none'),
      () => under.storage.catalog.create(accelerator(at(2)), 'no-such-original'),
      () => under.storage.catalog.restore(99),
    ])
      expect(write).toThrow(InputError)
    expect(under.storage.catalog.catalog()).toEqual(BUILT_IN_CATALOG)
  })

  test('that are models are kept the same way', () => {
    const entry = { ...BUILT_IN_CATALOG.models['llama-2-7b']!, name: 'My 7B' }
    const id = under.storage.catalog.create({ catalog: 'models', entry }, 'llama-2-7b')
    reopen()
    expect(under.storage.catalog.catalog().models[id]).toEqual({ ...entry, id })
    expect(under.storage.catalog.history().models).toMatchObject([{ id, kind: 'created' }])
  })
})

describe('the change log', () => {
  test('tells what, when, before and after, the newest first', () => {
    const id = createMine()
    under.storage.catalog.change(accelerator(at(2)), id)
    under.storage.catalog.change(accelerator(at(2)), id)
    under.storage.catalog.delete('accelerators', id)
    reopen()
    const [deleted, changed, created] = under.storage.catalog.history().accelerators
    expect(kinds()).toEqual([
      [id, 'deleted'],
      [id, 'changed'],
      [id, 'created'],
    ])
    const [own, other] = [at(1.73), at(2)].map((entry) => ({ ...entry, id }))
    expect(created).toMatchObject({ before: null, after: own })
    expect(changed).toMatchObject({ before: own, after: other })
    expect(deleted).toMatchObject({ before: other, after: null })
    expect(deleted!.at).toBeGreaterThan(changed!.at)
  })

  test('brings back any state, and logs that too', () => {
    const id = createMine()
    under.storage.catalog.change(accelerator(at(2)), id)
    const deleted = under.storage.catalog.delete('accelerators', id)
    expect(under.storage.catalog.restore(deleted)).toEqual({ catalog: 'accelerators', id })
    expect(row(id)).toMatchObject({ entry: { ...at(2), id }, copied: { from: 'h100-sxm' } })
    const oldest = under.storage.catalog.history().accelerators.at(-1)!
    under.storage.catalog.restore(oldest.change)
    expect(row(id)?.entry).toEqual({ ...at(1.73), id })
    expect(kinds().map(([, kind]) => kind)).toEqual(['changed', 'created', 'deleted', 'changed', 'created'])
  })

  test('a write that fails leaves neither entry nor line', () => {
    meddle(`CREATE TRIGGER refuse BEFORE INSERT ON catalog_changes BEGIN SELECT RAISE(ABORT, 'no'); END`)
    expect(createMine).toThrow('no')
    meddle('DROP TRIGGER refuse')
    reopen()
    expect(under.storage.catalog.catalog()).toEqual(BUILT_IN_CATALOG)
    expect(under.storage.catalog.history().accelerators).toEqual([])
    expect(createMine()).toBe('user/h100-at-my-price')
  })

  test('a line that this app cannot read is left out, told of, and not restored', () => {
    const id = createMine()
    const { change } = under.storage.catalog.history().accelerators[0]!
    meddle(`UPDATE catalog_changes SET after = '{"label":1}'`)
    expect(under.storage.catalog.history().accelerators).toEqual([])
    expect(under.logged).toEqual([expect.stringContaining(`change ${change} of accelerators entry "${id}" left out`)])
    expect(() => under.storage.catalog.restore(change)).toThrow('id: is missing; add it')
    expect(row(id)?.entry).toEqual({ ...at(1.73), id })
  })
})

describe('an update of the app', () => {
  const without = (id: string): Catalog => {
    const { [id]: _, ...accelerators } = BUILT_IN_CATALOG.accelerators
    return { ...BUILT_IN_CATALOG, accelerators }
  }

  test('brings new entries and touches none of the user’s', () => {
    under.startOver(without('h200-sxm'))
    const id = createMine()
    reopen()
    expect(row('h200-sxm')?.origin).toBe('built-in')
    expect(row(id)?.entry).toEqual({ ...at(1.73), id })
    expect(under.storage.catalog.history().accelerators).toHaveLength(1)
  })

  test('that changes or drops the original of a copy leaves the copy, which can tell', () => {
    const id = createMine()
    const since = () => {
      const { from, original } = row(id)!.copied!
      return originalSince(original, row(from)?.entry)
    }
    expect(since()).toEqual({ kind: 'same' })
    const cheaper = withValueAt(h100, 'priceUsdPerHour.value', 2.5)
    reopen({ ...BUILT_IN_CATALOG, accelerators: { ...BUILT_IN_CATALOG.accelerators, 'h100-sxm': cheaper } })
    expect(since()).toEqual({
      kind: 'changed',
      differences: [{ path: 'priceUsdPerHour.value', before: 2.95, after: 2.5 }],
    })
    reopen(without('h100-sxm'))
    expect(since()).toEqual({ kind: 'removed' })
    expect(row(id)?.entry).toEqual({ ...at(1.73), id })
  })
})
