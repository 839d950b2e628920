import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import type { AcceleratorEntry } from '../../shared/catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG, type Catalog } from '../../shared/catalog/builtin.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { newScenario, seriesOf, type Scenario } from '../../shared/scenario/scenario.ts'
import { searchSetup } from '../../shared/scenario/search-setup.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import type { SearchSetup } from '../../shared/search/search.ts'
import { openStorage, type Storage } from '../storage/storage.ts'
import { libraryRows } from './library-rows.ts'
import { createResultRecords } from './result-records.ts'
import { versionList } from './version-list.ts'

const MAY_3 = Date.UTC(2026, 4, 3, 12)
const JUNE_9 = Date.UTC(2026, 5, 9, 12)

let folder: string
let clock: number
let storage: Storage
/** What the app's cache holds. */
let computed: Map<string, FrontierResult>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-results-'))
  clock = MAY_3
  computed = new Map()
  storage = openStorage({ path: join(folder, 'data.sqlite'), now: () => clock, log: () => {} })
})
afterEach(() => {
  storage.close()
  rmSync(folder, { recursive: true })
})

const H100 = BUILT_IN_CATALOG.accelerators['paper/H100']!
const small = { gpus: 20, batches: 20 }
const series = seriesOf({ name: 'H100', model: 'paper/Llama_3_70B', accelerator: 'paper/H100', grid: small })
const other = seriesOf({ ...series, name: 'A100', accelerator: 'paper/A100' })
const scenario = newScenario('Study', [series, other])

const withH100 = (entry: AcceleratorEntry): Catalog => ({
  ...BUILT_IN_CATALOG,
  accelerators: { ...BUILT_IN_CATALOG.accelerators, 'paper/H100': entry },
})
const cheaper = withH100({ ...H100, usdPerHour: 1.8 })

/** The frontiers of a scenario as a window computes them, and the records of an app with a catalog. */
function records(
  catalog: Catalog = BUILT_IN_CATALOG,
  appVersion = '0.1.0',
  change = (result: FrontierResult) => result,
) {
  return {
    ...createResultRecords({
      versions: storage.versions,
      results: storage.results,
      catalog: { catalog: () => catalog },
      known: (setup: SearchSetup) => computed.get(JSON.stringify(setup)),
      appVersion,
      now: () => clock,
    }),
    compute(of: Scenario) {
      computed.clear()
      for (const one of of.series) {
        const setup = searchSetup(one, { ...catalog, accelerators: { ...catalog.accelerators, ...of.accelerators } })
        computed.set(JSON.stringify(setup), change(findFrontier(setup)))
      }
    },
  }
}

const dearer = (result: FrontierResult): FrontierResult => ({
  ...result,
  points: { ...result.points, usdPerMillionTokens: result.points.usdPerMillionTokens.map((cost) => 1.1 * cost) },
})

function recorded(): number {
  const { id } = storage.scenarios.save(null, scenario)
  const app = records()
  app.compute(scenario)
  expect(app.record(id)).toEqual([])
  clock = JUNE_9
  return id
}

test('nothing is stored before it is computed, and nothing is told of', () => {
  const { id } = storage.scenarios.save(null, scenario)
  expect(records().record(id)).toEqual([])
  expect(storage.results.of(storage.versions.list(id, null, 1)[0]!.id)).toEqual([])
  expect(() => records().record(99)).toThrow(InputError)
})

test('what is stored is the frontier itself, with its time and app, and draws the thumbnail', () => {
  const id = recorded()
  const stored = storage.results.of(storage.versions.list(id, null, 1)[0]!.id)
  const { points } = findFrontier(searchSetup(series, BUILT_IN_CATALOG))
  expect(stored[0]).toMatchObject({ rules: 'paper', appVersion: '0.1.0', computedAt: MAY_3 })
  expect(stored[0]!.frontier.usdPerMillionTokens).toEqual(points.usdPerMillionTokens)
  const [row] = libraryRows(storage.library, storage.results, [id])
  expect(row).toMatchObject({ series: 2, models: ['paper/Llama_3_70B'], accelerators: ['paper/H100', 'paper/A100'] })
  expect(row!.thumbnail.map(({ place }) => place)).toEqual([0, 1])
  storage.scenarios.save(id, {
    ...scenario,
    series: [
      { ...series, contextTokens: 5 },
      { ...other, hidden: true },
    ],
  })
  expect(libraryRows(storage.library, storage.results, [id])[0]!.thumbnail).toEqual([])
})

describe('a price that changed', () => {
  test('is told with both prices, and the stored numbers stay', () => {
    const id = recorded()
    const today = records(cheaper)
    today.compute(scenario)
    const [outdated, none] = today.record(id)
    expect(none).toBeUndefined()
    expect(outdated).toMatchObject({ place: 0, name: 'H100', computedAt: MAY_3, appVersion: '0.1.0' })
    expect(outdated!.because).toEqual([expect.stringMatching(/^H100 price \$[\d.]+ then, \$1\.80 now$/)])
    const share = outdated!.today!.preferred.usdPerMillionTokens / outdated!.stored!.preferred.usdPerMillionTokens
    expect(share).toBeCloseTo(1.8 / (H100 as { usdPerHour: number }).usdPerHour, 9)
    expect(today.record(id)).toEqual([outdated])
    expect(versionList(storage.versions, storage.results, id, null).versions).toHaveLength(1)
  })

  test('is nothing to a series with a price of its own', () => {
    const own = newScenario('Own', [{ ...series, usdPerGpuHour: 2 }])
    const { id } = storage.scenarios.save(null, own)
    const then = records()
    then.compute(own)
    then.record(id)
    const today = records(cheaper)
    today.compute(own)
    expect(today.record(id)).toEqual([])
  })

  test('stays told of after other series are edited, after an edit is taken back, and while series move', () => {
    const id = recorded()
    const today = records(cheaper)
    const says = (next: Scenario) => {
      storage.scenarios.save(id, next)
      today.compute(next)
      return today.record(id).map(({ name, place }) => [name, place])
    }
    clock += 3_600_000
    expect(says({ ...scenario, series: [series, { ...other, contextTokens: 9 }] })).toEqual([['H100', 0]])
    expect(says({ ...scenario, series: [{ ...series, contextTokens: 9 }, other] })).toEqual([])
    expect(says(scenario)).toEqual([['H100', 0]])
    expect(says({ ...scenario, series: [other, { ...series, name: 'Renamed' }] })).toEqual([['Renamed', 1]])
  })

  test('is accepted: today’s numbers are stored, those of then stay with the version before', () => {
    const id = recorded()
    const today = records(cheaper)
    today.compute(scenario)
    today.record(id)
    today.accept(id)
    expect(today.record(id)).toEqual([])
    const { versions } = versionList(storage.versions, storage.results, id, null)
    expect(versions.map(({ keptBy, changes }) => [keptBy, changes])).toEqual([
      ['figures', []],
      [null, []],
    ])
    expect(versions[0]!.preferred).toEqual([expect.stringMatching(/^H100: preferred .* → .*cost −\d+ %\)$/)])
    expect(versions[1]!.preferred).toHaveLength(2)
  })

  test('can be compared: the series twice, with the entry of then under its own id', () => {
    const id = recorded()
    const today = records(cheaper)
    today.compute(scenario)
    const compared = today.compare(id)
    expect(compared.series.map(({ name, accelerator }) => [name, accelerator])).toEqual([
      ['H100 · 3 May 2026', 'paper/H100 · 3 May 2026'],
      ['H100 · today', 'paper/H100'],
    ])
    expect(compared.accelerators).toEqual({ 'paper/H100 · 3 May 2026': H100 })
    today.accept(id)
    expect(() => today.compare(id)).toThrow('the same as today’s')
  })
})

test('an app that computes otherwise is told of, without a change of the catalog', () => {
  const id = recorded()
  const today = records(BUILT_IN_CATALOG, '0.2.0', dearer)
  today.compute(scenario)
  const outdated = today.record(id)
  expect(outdated.map(({ name, because, appVersion }) => [name, because, appVersion])).toEqual([
    ['H100', [], '0.1.0'],
    ['A100', [], '0.1.0'],
  ])
})

test('an app that computes the same becomes the one that computed it, and says nothing', () => {
  const id = recorded()
  const today = records(BUILT_IN_CATALOG, '0.2.0')
  today.compute(scenario)
  expect(today.record(id)).toEqual([])
  expect(storage.results.of(storage.versions.list(id, null, 1)[0]!.id)).toMatchObject([
    { appVersion: '0.2.0', computedAt: JUNE_9 },
    { appVersion: '0.2.0', computedAt: JUNE_9 },
  ])
})

test('an entry that is gone is told of, and can still be computed as it was', () => {
  const id = recorded()
  const { 'paper/H100': _, ...accelerators } = BUILT_IN_CATALOG.accelerators
  const today = records({ ...BUILT_IN_CATALOG, accelerators })
  computed.clear()
  const [outdated] = today.record(id)
  expect(outdated).toMatchObject({ name: 'H100', today: null })
  expect(outdated!.because).toEqual([expect.stringContaining('no accelerator of the catalog')])
  expect(today.compare(id).series.map(({ name }) => name)).toEqual(['H100 · 3 May 2026'])
})

test('what a version did to the preferred point is told with what changed', () => {
  const id = recorded()
  storage.versions.keep(id, 'save')
  const next = { ...scenario, series: [{ ...series, usdPerGpuHour: 1 }, other] }
  storage.scenarios.save(id, next)
  const app = records()
  app.compute(next)
  app.record(id)
  const { versions, more } = versionList(storage.versions, storage.results, id, null)
  expect(more).toBe(false)
  expect(versions[0]).toMatchObject({
    changes: ['H100: Price list price → $1.00 per GPU-hour'],
    preferred: [expect.stringMatching(/^H100: preferred [\d.]+ tok\/s at \$[\d.]+ → .* \(speed 0 %, cost −\d+ %\)$/)],
  })
})

test('what nobody refers to any more goes with the scenario', () => {
  const id = recorded()
  storage.library.bin([id], true)
  storage.library.purge([id])
  expect(storage.results.of(1)).toEqual([])
})
