import type { Database } from 'better-sqlite3'
import { computedInputs } from '../../../shared/scenario/computed-inputs.ts'
import { parseScenario } from '../../../shared/scenario/scenario-file.ts'
import { sha256 } from '../../sha256.ts'
import { packDocument, unpackDocument } from '../packed-document.ts'
import { documentWithEntryIds, type EntryIds } from './entry-ids.ts'

interface VersionRow {
  readonly id: number
  readonly beganAt: number
  readonly savedAt: number
  readonly keptBy: string | null
  readonly name: string | null
  readonly document: Buffer | null
}

const RESULT_COLUMNS = 'inputs, rules, app_version, computed_at, accelerator, model, draft, frontier'

/** Hashes of the series of a document, by those that they had before their entries got other ids. */
function askedAfter(before: string, after: string): Map<string, string> {
  const [was, is] = [parseScenario(before), parseScenario(after)]
  return new Map(
    was.series.map((series, i) => [sha256(computedInputs(series, was)), sha256(computedInputs(is.series[i]!, is))]),
  )
}

/** Copies versions with their stored results from an archive. Runs inside the caller's transaction. */
export function openVersionImport(mine: Database, theirs: Database, ids: EntryIds) {
  const all = theirs.prepare<[number], VersionRow>(
    `SELECT id, began_at AS beganAt, saved_at AS savedAt, kept_by AS keptBy, name, document
     FROM versions WHERE scenario = ? ORDER BY id`,
  )
  const insert = mine.prepare<[Record<string, unknown>]>(
    `INSERT INTO versions (scenario, began_at, saved_at, kept_by, name, document)
     VALUES (@scenario, @beganAt, @savedAt, @keptBy, @name, @document)`,
  )
  const results = theirs.prepare<[number], Record<string, unknown>>(
    `SELECT asked, ${RESULT_COLUMNS} FROM results WHERE version = ?`,
  )
  const insertResult = mine.prepare<[Record<string, unknown>]>(
    `INSERT INTO results (version, asked, ${RESULT_COLUMNS})
     VALUES (@version, @asked, ${RESULT_COLUMNS.replaceAll(/\w+/g, '@$&')})`,
  )
  const entry = theirs.prepare<[string], Record<string, unknown>>(
    'SELECT hash, kind, entry FROM entry_snapshots WHERE hash = ?',
  )
  const insertEntry = mine.prepare<[Record<string, unknown>]>(
    'INSERT INTO entry_snapshots (hash, kind, entry) VALUES (@hash, @kind, @entry) ON CONFLICT DO NOTHING',
  )

  function copyResults(from: number, to: number, asked: ReadonlyMap<string, string>): void {
    for (const result of results.all(from)) {
      for (const at of ['accelerator', 'model', 'draft'] as const) {
        const hash = result[at]
        if (typeof hash === 'string') insertEntry.run(entry.get(hash)!)
      }
      const was = result['asked'] as string
      insertResult.run({ ...result, version: to, asked: asked.get(was) ?? was })
    }
  }
  const none: ReadonlyMap<string, string> = new Map()

  return {
    /**
     * All versions of one of theirs.
     * @param present the document that the present one has here
     * @param isKnown whether an earlier one of theirs is here already
     */
    copy(from: number, to: number, present: string, isKnown: (savedAt: number, document: string) => boolean): void {
      for (const { id, document, ...facts } of all.all(from)) {
        if (document === null) {
          const { lastInsertRowid } = insert.run({ ...facts, scenario: to, document })
          const was = theirs.prepare<[number], string>('SELECT document FROM scenarios WHERE id = ?').pluck().get(from)!
          copyResults(id, Number(lastInsertRowid), was === present ? none : askedAfter(was, present))
          continue
        }
        const was = unpackDocument(document)
        const is = documentWithEntryIds(was, ids)
        if (isKnown(facts.savedAt, is)) continue
        const { lastInsertRowid } = insert.run({
          ...facts,
          scenario: to,
          document: was === is ? document : packDocument(is),
        })
        copyResults(id, Number(lastInsertRowid), was === is ? none : askedAfter(was, is))
      }
    },
  }
}
