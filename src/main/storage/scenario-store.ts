import type { Database } from 'better-sqlite3'
import type { CallOutput } from '../../shared/contract/contract.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { parseScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import type { SearchIndex } from './search-index.ts'
import type { VersionStore } from './version-store.ts'

export type ScenarioSummary = CallOutput<'scenario.save'>

/** Saved scenarios. Every method that is given an id throws an InputError where there is no such scenario, or it is in the bin. */
export interface ScenarioStore {
  /** The twelve saved or opened last, and the favourites; the last saved first. */
  list(): ScenarioSummary[]
  has(id: number): boolean
  /** Parsed as a file would be. @throws InputError, NewerVersionError */
  look(id: number): Scenario
  /** The same, and remembered as opened. */
  open(id: number): Scenario
  /** Over `id`, or as a new one where it is null; what was there stays as a version (version-store.ts). */
  save(id: number | null, scenario: Scenario): ScenarioSummary
  rename(id: number, name: string): ScenarioSummary
}

export interface ScenarioStoreParts {
  readonly database: Database
  readonly now: () => number
  readonly log: (line: string) => void
  readonly versions: VersionStore
  readonly index: SearchIndex
}

const SUMMARY = `SELECT id, name, json_array_length(document, '$.series') AS series, saved_at AS savedAt, favourite FROM scenarios`
type SummaryRow = Omit<ScenarioSummary, 'favourite'> & { readonly favourite: number }

const MOST_RECENT = 12
const MOST_FAVOURITES = 100

export function openScenarioStore({ database, now, log, versions, index }: ScenarioStoreParts): ScenarioStore {
  const summaries = database.prepare<[], SummaryRow>(
    `${SUMMARY} WHERE id IN (
       SELECT * FROM (SELECT id FROM scenarios WHERE deleted_at IS NULL
                      ORDER BY max(saved_at, ifnull(opened_at, 0)) DESC, id DESC LIMIT ${MOST_RECENT})
       UNION
       SELECT * FROM (SELECT id FROM scenarios WHERE deleted_at IS NULL AND favourite
                      ORDER BY saved_at DESC LIMIT ${MOST_FAVOURITES}))
     ORDER BY saved_at DESC, id DESC`,
  )
  const summaryOf = database.prepare<[number], SummaryRow>(`${SUMMARY} WHERE id = ? AND deleted_at IS NULL`)
  const documentOf = database.prepare<[number], { document: string }>(
    'SELECT document FROM scenarios WHERE id = ? AND deleted_at IS NULL',
  )
  const insert = database.prepare<[string, string, number, number]>(
    'INSERT INTO scenarios (name, document, created_at, saved_at) VALUES (?, ?, ?, ?)',
  )
  const update = database.prepare<[string, string, number, number]>(
    'UPDATE scenarios SET name = ?, document = ?, saved_at = ? WHERE id = ?',
  )
  const renamed = database.prepare<[string, string], { document: string }>(
    `SELECT json_set(?, '$.name', ?) AS document`,
  )
  const setOpened = database.prepare<[number, number]>('UPDATE scenarios SET opened_at = ? WHERE id = ?')

  const fromRow = (row: SummaryRow): ScenarioSummary => ({ ...row, favourite: row.favourite === 1 })
  const summary = (id: number) => fromRow(summaryOf.get(id) ?? missing(id))
  const document = (id: number) => (documentOf.get(id) ?? missing(id)).document

  /** Nobody asked to keep it: a disk that cannot be written must not keep a scenario from being read. */
  const rememberOpened = (id: number): void => {
    try {
      setOpened.run(now(), id)
    } catch (error) {
      log(`that scenario ${id} was opened is not remembered: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  const create = database.transaction((name: string, text: string): number => {
    const id = Number(insert.run(name, text, now(), now()).lastInsertRowid)
    versions.begin(id)
    index.put(id)
    return id
  })
  const replace = database.transaction((id: number, name: string, text: string): void => {
    const before = document(id)
    if (before === text) return
    versions.advance(id, before)
    update.run(name, text, now(), id)
    index.put(id)
  })

  return {
    list: () => summaries.all().map(fromRow),
    has: (id) => summaryOf.get(id) !== undefined,
    look: (id) => parseScenario(document(id)),
    open(id) {
      const scenario = parseScenario(document(id))
      rememberOpened(id)
      return scenario
    },
    save(id, scenario) {
      const text = JSON.stringify(scenario)
      if (id === null) return summary(create.immediate(scenario.name, text))
      replace.immediate(id, scenario.name, text)
      return summary(id)
    },
    rename(id, name) {
      replace.immediate(id, name, renamed.get(document(id), name)!.document)
      return summary(id)
    },
  }
}

function missing(id: number): never {
  throw new InputError('', `there is no saved scenario ${id}; it may have been deleted`)
}
