import { describe, expect, test } from 'vitest'
import {
  computed,
  everything,
  exported,
  fullLibrary,
  imported,
  library,
  priced,
  read,
  scenario,
  type Library,
} from '../../../../test/storage/whole-library.ts'
import { computedInputs } from '../../../shared/scenario/computed-inputs.ts'
import { sha256 } from '../../sha256.ts'

describe('what differs', () => {
  /** Two libraries that have come apart since one was imported into the other, and the file of the second. */
  async function apart() {
    const theirs = fullLibrary()
    const mine = library()
    await imported(mine, await exported(theirs))
    const [id] = mine.storage.library.query({ search: 'Study', shelf: { kind: 'all' }, order: 'saved' })
    mine.storage.scenarios.save(id!, { ...scenario('Study', 'user/mine'), notes: 'mine' })
    theirs.storage.scenarios.save(theirs.study, { ...scenario('Study', 'user/mine'), notes: 'theirs' })
    theirs.storage.versions.keep(theirs.study, 'save')
    computed(theirs.storage, theirs.study, { ...scenario('Study', 'user/mine'), notes: 'theirs' })
    mine.storage.catalog.change(priced('Mine', 10), 'user/mine')
    theirs.storage.catalog.change(priced('Mine', 20), 'user/mine')
    const path = await exported(theirs)
    const preview = await read(mine, path)
    expect([...preview.scenarios, ...preview.entries].filter(({ state }) => state === 'differs')).toHaveLength(2)
    return { mine, theirs, path, id: id! }
  }
  const names = ({ rows }: Library) =>
    rows('SELECT name FROM scenarios ORDER BY id').map((row) => Object.values(row!)[0])
  const price = ({ storage }: Library, id: string) =>
    (storage.catalog.catalog().accelerators[id] as { usdPerHour: number } | undefined)?.usdPerHour

  test('stays mine where nothing is said', async () => {
    const { mine, path } = await apart()
    const before = everything(mine)
    await imported(mine, path)
    expect(everything(mine)).toEqual(before)
    expect(price(mine, 'user/mine')).toBe(10)
  })

  test('becomes theirs, and mine is an earlier version and a line in the log', async () => {
    const { mine, path, id } = await apart()
    const { storage } = mine
    const before = storage.versions.list(id, null, 10)
    const { scenarios } = await imported(mine, path, 'theirs')
    expect(scenarios.replaced).toEqual([id])
    expect(storage.scenarios.open(id).notes).toBe('theirs')
    const versions = storage.versions.list(id, null, 10)
    expect(versions.map((one) => storage.versions.open(one.id).notes)).toEqual([
      'theirs',
      'mine',
      'edited, with a needle',
      '',
    ])
    expect(versions[1]).toMatchObject({ id: before[0]!.id, name: 'Before an import' })
    expect(versions.slice(2)).toEqual(before.slice(1))
    expect(storage.results.of(versions[0]!.id)).toHaveLength(1)
    expect(storage.library.query({ search: 'theirs', shelf: { kind: 'all' }, order: 'saved' })).toEqual([id])
    expect(price(mine, 'user/mine')).toBe(20)
    expect(storage.catalog.history().accelerators[0]).toMatchObject({
      id: 'user/mine',
      kind: 'changed',
      before: { usdPerHour: 10 },
    })
    storage.scenarios.save(id, { ...scenario('Study', 'user/mine'), notes: 'edited afterwards' })
    expect(storage.versions.open(storage.versions.list(id, null, 2)[1]!.id).notes).toBe('theirs')
    const again = await read(mine, path)
    expect(again.entries.map(({ state }) => state)).toEqual(['same', 'same'])
  })

  test('is kept beside: theirs gets another name and its entries another id, once', async () => {
    const { mine, path, id } = await apart()
    const { storage } = mine
    await imported(mine, path, 'both')
    expect(names(mine)).toEqual(['Study', 'Binned', 'Plain', 'Study (imported)'])
    expect(storage.scenarios.open(id).notes).toBe('mine')
    const [beside] = storage.library.query({ search: 'imported', shelf: { kind: 'all' }, order: 'saved' })
    const document = storage.scenarios.open(beside!)
    expect(document).toMatchObject({
      name: 'Study (imported)',
      notes: 'theirs',
      series: [{ accelerator: 'user/mine-imported' }],
    })
    expect([price(mine, 'user/mine'), price(mine, 'user/mine-imported')]).toEqual([10, 20])
    const present = storage.versions.list(beside!, null, 1)[0]!.id
    expect(storage.results.of(present).map(({ asked }) => asked)).toEqual([
      sha256(computedInputs(document.series[0]!, document)),
    ])
    const before = everything(mine)
    const again = await read(mine, path)
    expect([...again.scenarios, ...again.entries].map(({ state }) => state)).toEqual(Array(5).fill('same'))
    await imported(mine, path, 'both')
    expect(everything(mine)).toEqual(before)
  })

  test('has counterparts one to one where names are there more than once', async () => {
    const [mine, theirs] = [library(), library()]
    for (const notes of ['a', 'b']) mine.storage.scenarios.save(null, { ...scenario('Twice'), notes })
    for (const notes of ['b', 'c', 'd']) theirs.storage.scenarios.save(null, { ...scenario('Twice'), notes })
    const { scenarios } = await read(mine, await exported(theirs))
    expect(scenarios.map(({ state }) => state).toSorted()).toEqual(['differs', 'new', 'same'])
  })

  test('in the bin: theirs comes back where mine is deleted, and what they deleted does not delete mine', async () => {
    const [mine, theirs] = [library(), library()]
    for (const { storage } of [mine, theirs])
      for (const name of ['I deleted', 'They deleted']) storage.scenarios.save(null, scenario(name))
    mine.storage.library.bin([1], true)
    theirs.storage.library.bin([2], true)
    await imported(mine, await exported(theirs))
    expect(
      mine.storage.scenarios
        .list()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['I deleted', 'They deleted'])
    expect(names(mine)).toHaveLength(3)
  })
})
