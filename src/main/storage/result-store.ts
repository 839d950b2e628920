import type { Database } from 'better-sqlite3'
import * as v from 'valibot'
import { acceleratorEntrySchema, type AcceleratorEntry } from '../../shared/catalog/accelerator-entry.ts'
import { modelEntrySchema, type ModelEntry } from '../../shared/catalog/model-entry.ts'
import { parseJson } from '../../shared/scenario/parse-json.ts'
import type { StoredFrontier } from '../../shared/search/stored-frontier.ts'
import { sha256 } from '../sha256.ts'
import { packFrontier, unpackFrontier } from './packed-frontier.ts'

/** The catalog's entries that a series was computed with. */
export interface UsedEntries {
  readonly accelerator: AcceleratorEntry
  readonly model: ModelEntry
  readonly draft: ModelEntry | null
}

/** A frontier as it was computed once. */
export interface StoredResult {
  /** SHA-256 of the series as it was written, and of what it was resolved to with the entries. */
  readonly asked: string
  readonly inputs: string
  readonly rules: string
  readonly appVersion: string
  readonly computedAt: number
  readonly frontier: StoredFrontier
}

/** Frontiers stored with the versions of scenarios. */
export interface ResultStore {
  of(version: number): StoredResult[]
  /** Of many versions, for lists. */
  ofMany(versions: readonly number[]): Map<number, StoredResult[]>
  /** @throws InputError where an app that knew entries otherwise stored them */
  entries(version: number, asked: string): UsedEntries
  /** In place of what is there for the same series. */
  put(version: number, result: StoredResult, entries: UsedEntries): void
  /** Stores what another version has for a series with this one too. */
  copy(from: number, to: number, asked: string): void
  /** Drops what is not for one of these series. */
  keepOnly(version: number, asked: readonly string[]): void
}

type Row = Omit<StoredResult, 'frontier'> & { readonly version: number; readonly frontier: Buffer }

export function openResultStore(database: Database): ResultStore {
  const rows = database.prepare<[string], Row>(
    `SELECT version, asked, inputs, rules, app_version AS appVersion, computed_at AS computedAt, frontier
     FROM results WHERE version IN (SELECT value FROM json_each(?))`,
  )
  const entryRow = database.prepare<[number, string], { accelerator: string; model: string; draft: string | null }>(
    `SELECT a.entry AS accelerator, m.entry AS model, d.entry AS draft FROM results
     JOIN entry_snapshots AS a ON a.hash = accelerator JOIN entry_snapshots AS m ON m.hash = model
     LEFT JOIN entry_snapshots AS d ON d.hash = draft WHERE version = ? AND asked = ?`,
  )
  const putEntry = database.prepare<[string, string, string]>(
    'INSERT INTO entry_snapshots (hash, kind, entry) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const putResult = database.prepare<[Record<string, unknown>]>(
    `INSERT OR REPLACE INTO results
     VALUES (@version, @asked, @inputs, @rules, @appVersion, @computedAt, @accelerator, @model, @draft, @frontier)`,
  )
  const copyRow = database.prepare<[number, number, string]>(
    `INSERT OR IGNORE INTO results
     SELECT ?, asked, inputs, rules, app_version, computed_at, accelerator, model, draft, frontier
     FROM results WHERE version = ? AND asked = ?`,
  )
  const drop = database.prepare<[number, string]>(
    'DELETE FROM results WHERE version = ? AND asked NOT IN (SELECT value FROM json_each(?))',
  )

  const snapshot = (kind: 'accelerator' | 'model', entry: AcceleratorEntry | ModelEntry): string => {
    const text = JSON.stringify(entry)
    const hash = sha256(`${kind} ${text}`)
    putEntry.run(hash, kind, text)
    return hash
  }
  const put = database.transaction((version: number, result: StoredResult, entries: UsedEntries): void => {
    putResult.run({
      ...result,
      version,
      accelerator: snapshot('accelerator', entries.accelerator),
      model: snapshot('model', entries.model),
      draft: entries.draft === null ? null : snapshot('model', entries.draft),
      frontier: packFrontier(result.frontier),
    })
  })
  const ofMany = (versions: readonly number[]) => {
    const found = new Map<number, StoredResult[]>()
    for (const { version, frontier, ...row } of rows.all(JSON.stringify(versions)))
      found.set(version, [...(found.get(version) ?? []), { ...row, frontier: unpackFrontier(frontier) }])
    return found
  }

  return {
    of: (version) => ofMany([version]).get(version) ?? [],
    ofMany,
    entries(version, asked) {
      const row = entryRow.get(version, asked)
      if (row === undefined) throw new Error(`no result ${asked} is stored with version ${version}`)
      return {
        accelerator: v.parse(acceleratorEntrySchema, parseJson(row.accelerator)),
        model: v.parse(modelEntrySchema, parseJson(row.model)),
        draft: row.draft === null ? null : v.parse(modelEntrySchema, parseJson(row.draft)),
      }
    },
    put: (version, result, entries) => put.immediate(version, result, entries),
    copy: (from, to, asked) => void copyRow.run(to, from, asked),
    keepOnly: (version, asked) => void drop.run(version, JSON.stringify(asked)),
  }
}
