import type { Database } from 'better-sqlite3'
import type { CallOutput } from '../../shared/contract/contract.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { parseScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'

export type ScenarioSummary = CallOutput<'scenario.save'>

/** Saved scenarios. Every method that is given an id throws an InputError where there is no such scenario. */
export interface ScenarioStore {
  /** The last saved first; without the deleted ones. */
  list(): ScenarioSummary[]
  has(id: number): boolean
  /** Parsed as a file would be. @throws InputError, NewerVersionError */
  open(id: number): Scenario
  /** Over `id`, or as a new one where it is null. */
  save(id: number | null, scenario: Scenario): ScenarioSummary
  rename(id: number, name: string): ScenarioSummary
  /** Keeps the row, so that `restore` can bring it back. */
  delete(id: number): void
  restore(id: number): ScenarioSummary
}

const SUMMARY = `SELECT id, name, json_array_length(document, '$.series') AS series, saved_at AS savedAt FROM scenarios`

export function openScenarioStore(database: Database, now: () => number): ScenarioStore {
  const summaries = database.prepare<[], ScenarioSummary>(
    `${SUMMARY} WHERE deleted_at IS NULL ORDER BY saved_at DESC, id DESC`,
  )
  const summaryOf = database.prepare<[number], ScenarioSummary>(`${SUMMARY} WHERE id = ? AND deleted_at IS NULL`)
  const documentOf = database.prepare<[number], { document: string }>(
    'SELECT document FROM scenarios WHERE id = ? AND deleted_at IS NULL',
  )
  const insert = database.prepare<[string, string, number, number]>(
    'INSERT INTO scenarios (name, document, created_at, saved_at) VALUES (?, ?, ?, ?)',
  )
  const update = database.prepare<[string, string, number, number]>(
    'UPDATE scenarios SET name = ?, document = ?, saved_at = ? WHERE id = ? AND deleted_at IS NULL',
  )
  const setName = database.prepare<[string, string, number]>(
    `UPDATE scenarios SET name = ?, document = json_set(document, '$.name', ?) WHERE id = ? AND deleted_at IS NULL`,
  )
  const bin = database.prepare<[number, number]>(
    'UPDATE scenarios SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL',
  )
  const unbin = database.prepare<[number]>('UPDATE scenarios SET deleted_at = NULL WHERE id = ?')

  const summary = (id: number) => summaryOf.get(id) ?? missing(id)
  return {
    list: () => summaries.all(),
    has: (id) => summaryOf.get(id) !== undefined,
    open: (id) => parseScenario((documentOf.get(id) ?? missing(id)).document),
    save(id, scenario) {
      const document = JSON.stringify(scenario)
      if (id === null) return summary(Number(insert.run(scenario.name, document, now(), now()).lastInsertRowid))
      update.run(scenario.name, document, now(), id)
      return summary(id)
    },
    rename(id, name) {
      setName.run(name, name, id)
      return summary(id)
    },
    delete(id) {
      if (bin.run(now(), id).changes === 0) missing(id)
    },
    restore(id) {
      unbin.run(id)
      return summary(id)
    },
  }
}

function missing(id: number): never {
  throw new InputError('', `there is no saved scenario ${id}; it may have been deleted`)
}
