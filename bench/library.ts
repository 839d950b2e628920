import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { libraryRows } from '../src/main/library/library-rows.ts'
import { sha256 } from '../src/main/sha256.ts'
import { packDocument } from '../src/main/storage/packed-document.ts'
import { openStorage, type Storage } from '../src/main/storage/storage.ts'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { CALLS } from '../src/shared/contract/contract.ts'
import type { LibraryQuery } from '../src/shared/contract/library-calls.ts'
import { computedInputs } from '../src/shared/scenario/computed-inputs.ts'
import { parseInput } from '../src/shared/scenario/input-error.ts'
import { newScenario, seriesOf, type Scenario } from '../src/shared/scenario/scenario.ts'
import { measure, type Measurement } from './measure.ts'

const SCENARIOS = 10_000
const RUNS = 15
/** Points of a frontier, as the paper's rules give them. */
const POINTS = 60
const PER_SCREEN = 40

export interface LibraryBench {
  readonly scenarios: number
  readonly megabytes: number
  readonly documentBytes: number
  readonly versionBytes: number
  readonly times: readonly (Measurement & { readonly name: string })[]
  /** A search against a plain scan with LIKE in the same run. */
  readonly timesFaster: number
}

const ofCatalog = Object.keys(BUILT_IN_CATALOG.models).filter((id) => !id.startsWith('paper/'))
const accelerators = Object.keys(BUILT_IN_CATALOG.accelerators).filter((id) => !id.startsWith('paper/'))
const WORDS = ['budget', 'latency', 'board', 'draft', 'quarter', 'baseline', 'customer', 'pilot', 'renewal', 'capacity']
const pick = <T>(values: readonly T[], n: number): T => values[n % values.length]!

/** The n-th scenario: four series with notes, the same in each run. */
const generated = (n: number): Scenario => ({
  ...newScenario(
    `${pick(WORDS, n)} ${pick(WORDS, n * 7 + 3)} ${n}`,
    Array.from({ length: 4 }, (_, i) =>
      seriesOf({
        name: `${pick(accelerators, n + i)} series ${i + 1}`,
        model: pick(ofCatalog, n * 3 + i),
        accelerator: pick(accelerators, n + i),
        rules: 'standard',
        contextTokens: 1000 + n,
        notes: `${pick(WORDS, n + i)} as agreed with ${pick(WORDS, n * 5 + i)}`,
      }),
    ),
  ),
  notes: `Made for the ${pick(WORDS, n * 11 + 1)} round; compare with ${pick(WORDS, n * 13 + 5)}.`,
})

const frontier = Float64Array.from({ length: POINTS }, (_, i) => 200 / (i + 1))
const stored = { tokensPerSecond: frontier, usdPerMillionTokens: frontier, gpus: frontier, batch: frontier }

function fill(storage: Storage): void {
  for (let n = 0; n < SCENARIOS; n++) {
    const scenario = generated(n)
    const { id } = storage.scenarios.save(null, scenario)
    const [version] = storage.versions.list(id, null, 1)
    for (const series of scenario.series) {
      const asked = sha256(computedInputs(series, scenario))
      const entries = {
        accelerator: BUILT_IN_CATALOG.accelerators[series.accelerator]!,
        model: BUILT_IN_CATALOG.models[series.model]!,
        draft: null,
      }
      const result = { asked, inputs: asked, rules: 'standard', appVersion: '0', computedAt: n, frontier: stored }
      storage.results.put(version!.id, result, entries)
    }
  }
}

/** A library of ten thousand in a real file, with results: what the window asks for, parsed as it crosses the contract. */
export async function benchLibrary(): Promise<LibraryBench> {
  const folder = mkdtempSync(join(tmpdir(), 'paretoscope-bench-'))
  const path = join(folder, 'library.sqlite')
  let clock = 0
  const storage = openStorage({ path, now: () => clock++, log: () => {} })
  const plain = new Sqlite(path)
  try {
    plain.pragma('journal_mode = WAL')
    storage.library.folders.create('Folder', null)
    fill(storage)
    const ask = (fields: Partial<LibraryQuery>): number[] =>
      parseInput(
        CALLS['library.query'].output,
        storage.library.query({ search: '', shelf: { kind: 'all' }, order: 'saved', ...fields }),
      )
    const rows = (ids: readonly number[]) =>
      parseInput(CALLS['library.rows'].output, libraryRows(storage.library, storage.results, ids.slice(0, PER_SCREEN)))
    const scan = plain.prepare(
      `SELECT id FROM scenarios WHERE deleted_at IS NULL AND document LIKE '%' || ? || '%'
       AND document LIKE '%' || ? || '%' ORDER BY saved_at DESC`,
    )
    let edits = 0
    const works: readonly (readonly [string, () => unknown])[] = [
      ['list all and show a screen', () => rows(ask({}))],
      ['list all by name', () => ask({ order: 'name' })],
      ['search two words and show a screen', () => rows(ask({ search: 'budget h100', order: 'relevance' }))],
      ['search two words', () => ask({ search: 'budget h100', order: 'relevance' })],
      ['search one letter, by relevance', () => ask({ search: 'b', order: 'relevance' })],
      ['counts of folders, tags and shelves', () => storage.library.shelves()],
      ['open', () => storage.scenarios.open(SCENARIOS / 2)],
      ['save an edit', () => storage.scenarios.save(7, { ...generated(7), notes: `edit ${edits++}` })],
      ['search two words by LIKE', () => scan.all('budget', 'h100')],
    ]
    const times: (Measurement & { name: string })[] = []
    for (const [name, work] of works) times.push({ name, ...(await measure(RUNS, async () => work())) })
    const median = (name: string) => times.find((row) => row.name === name)!.medianMs
    const text = JSON.stringify(generated(1))
    return {
      scenarios: SCENARIOS,
      megabytes: statSync(path).size / 1e6,
      documentBytes: text.length,
      versionBytes: packDocument(text).length,
      times,
      timesFaster: median('search two words by LIKE') / median('search two words'),
    }
  } finally {
    plain.close()
    storage.close()
    rmSync(folder, { recursive: true })
  }
}
