import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished } from 'vitest'
import { computedInputs } from '../../src/shared/scenario/computed-inputs.ts'
import { BUILT_IN_CATALOG } from '../../src/shared/catalog/builtin.ts'
import type { ArchiveChoice } from '../../src/shared/contract/archive-calls.ts'
import { newScenario, seriesOf, type Scenario } from '../../src/shared/scenario/scenario.ts'
import { sha256 } from '../../src/main/sha256.ts'
import type { ResultStore, UsedEntries } from '../../src/main/storage/result-store.ts'
import { openStorage, type Storage } from '../../src/main/storage/storage.ts'
import { temporaryFolder } from '../../tools/testing/temporary-folder.ts'

export interface Library {
  readonly path: string
  readonly storage: Storage
  /** All rows of a table. */
  readonly rows: (sql: string) => unknown[]
}

let clock = 1000
/** An app's data, open. */
export function library(): Library {
  const path = join(temporaryFolder(), 'paretoscope.sqlite')
  const storage = openStorage({ path, now: () => clock++, log: (line) => expect.fail(line) })
  onTestFinished(() => storage.close())
  return {
    path,
    storage,
    rows(sql) {
      const database = new Sqlite(path, { readonly: true })
      const found = database.prepare(sql).all()
      database.close()
      return found
    },
  }
}

const series = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
export const scenario = (name: string, accelerator = 'paper/H100'): Scenario =>
  newScenario(name, [{ ...series, accelerator }])
const h100 = BUILT_IN_CATALOG.accelerators['paper/H100']!
export const priced = (label: string, usdPerHour: number) =>
  ({ catalog: 'accelerators', entry: { ...h100, label, usdPerHour } }) as never
const entries: UsedEntries = { accelerator: h100, model: BUILT_IN_CATALOG.models['paper/Llama_3_70B']!, draft: null }

/** Stores a result with the present version. */
export function computed({ versions, results }: Storage, id: number, document: Scenario): void {
  const frontier: Parameters<ResultStore['put']>[1]['frontier'] = {
    tokensPerSecond: Float64Array.of(3, 2),
    usdPerMillionTokens: Float64Array.of(9, 8),
    gpus: Float64Array.of(8, 4),
    batch: Float64Array.of(1, 2),
  }
  const asked = sha256(computedInputs(document.series[0]!, document))
  const result = { asked, inputs: 'i', rules: 'paper', appVersion: '0.1.0', computedAt: 5, frontier }
  results.put(versions.list(id, null, 1)[0]!.id, result, entries)
}

/** A library with something of everything. */
export function fullLibrary(): Library & { readonly study: number } {
  const one = library()
  const { storage } = one
  const mine = storage.catalog.create(priced('Mine', 2), 'paper/H100')
  storage.catalog.change(priced('Mine', 3), mine)
  storage.catalog.delete('accelerators', storage.catalog.create(priced('Gone', 4), null))
  storage.catalog.create({ catalog: 'models', entry: { ...entries.model, label: 'My model' } } as never, null)
  const { id } = storage.scenarios.save(null, scenario('Study', mine))
  storage.versions.keep(id, 'save')
  storage.versions.setName(storage.versions.list(id, null, 1)[0]!.id, 'As sent')
  computed(storage, id, scenario('Study', mine))
  storage.scenarios.save(id, { ...scenario('Study', mine), notes: 'edited, with a needle' })
  const work = storage.library.folders.create('Work', null)
  const inside = storage.library.folders.create('2026', work.id)
  storage.library.folders.create('Empty', null)
  storage.library.move([{ folder: inside.id, ids: [id] }])
  storage.library.tag([id], 'draft', true)
  storage.library.favourite([id], true)
  storage.scenarios.open(id)
  const binned = storage.scenarios.save(null, scenario('Binned'))
  storage.library.bin([binned.id], true)
  storage.scenarios.save(null, scenario('Plain'))
  storage.settings.set('theme', 'dark')
  return { ...one, study: id }
}

export const exported = async ({ storage }: Library): Promise<string> => {
  const path = join(temporaryFolder(), 'all.paretoscope-library')
  await storage.archives.export(path, { mayReplace: false })
  return path
}
export const read = (into: Library, path: string) => into.storage.archives.read(path, () => {})
export async function imported(into: Library, path: string, choice: ArchiveChoice | null = null) {
  const preview = await read(into, path)
  const keys = [...preview.scenarios, ...preview.entries]
    .filter(({ state }) => state === 'differs')
    .map(({ key }) => key)
  const choices = new Map(choice === null ? [] : keys.map((key) => [key, choice]))
  return into.storage.archives.import(preview.token, { choices, mayReplace: () => {} })
}

/** All that a person made, without the numbers that rows happen to have. */
export const contents = ({ rows }: Library) => ({
  scenarios: rows(
    `SELECT s.name, s.document, created_at, s.saved_at, opened_at, deleted_at, favourite, folders.name AS folder,
       (SELECT name FROM folders AS above WHERE above.id = folders.parent) AS above,
       (SELECT json_group_array(tags.name) FROM scenario_tags JOIN tags ON tags.id = tag WHERE scenario = s.id) AS tags
     FROM scenarios AS s LEFT JOIN folders ON folders.id = folder ORDER BY s.id`,
  ),
  versions: rows(
    `SELECT s.name AS scenario, began_at, v.saved_at, kept_by, v.name, hex(v.document) AS document,
       (SELECT json_group_array(json_array(asked, inputs, rules, app_version, computed_at, accelerator, model, draft, hex(frontier)))
        FROM results WHERE version = v.id) AS results
     FROM versions AS v JOIN scenarios AS s ON s.id = v.scenario ORDER BY v.id`,
  ),
  folders: rows('SELECT name FROM folders ORDER BY name'),
  snapshots: rows('SELECT * FROM entry_snapshots ORDER BY hash'),
  accelerators: rows("SELECT * FROM accelerators WHERE origin = 'user'"),
  models: rows("SELECT * FROM models WHERE origin = 'user'"),
  changes: rows(
    'SELECT catalog, entry_id, kind, before, after, changed_at FROM catalog_changes ORDER BY catalog, entry_id, id',
  ),
  copies: rows('SELECT * FROM catalog_copies'),
})
/** Every row that a person made, with its numbers. */
export const everything = ({ rows }: Library) =>
  ['scenarios', 'versions', 'results', 'folders', 'tags', 'scenario_tags', 'catalog_changes', 'catalog_copies'].map(
    (table) => rows(`SELECT * FROM ${table}`),
  )
