import type { Database } from 'better-sqlite3'
import type { KeptBy } from '../../shared/contract/library-calls.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { parseScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { packDocument, unpackDocument } from './packed-document.ts'

/** Edits of this long from the first of them are one version, unless something makes it stay earlier. */
export const ONE_VERSION_MS = 5 * 60 * 1000

export interface StoredVersion {
  readonly id: number
  readonly scenario: number
  /** Milliseconds since 1970. */
  readonly savedAt: number
  readonly keptBy: KeptBy | null
  readonly name: string | null
}

/** What a scenario was. The newest version is the scenario itself, the others are kept for good. */
export interface VersionStore {
  /** Makes a new scenario's first version. Runs inside the caller's transaction, as `advance` does. */
  begin(scenario: number): void
  /**
   * Before a document is replaced: what it was becomes a version of its own, with its results, unless the present version
   * was begun by an edit in this run of the app, less than five minutes ago, and nothing made it stay.
   */
  advance(scenario: number, before: string): void
  /** The newest first: up to `most` of them before a version, or from the present one where that is null. */
  list(scenario: number, before: number | null, most: number): StoredVersion[]
  get(id: number): StoredVersion
  /** Parsed as a file would be. @throws InputError, NewerVersionError */
  open(id: number): Scenario
  /** Makes the present version stay as it is: the next edit begins another. */
  keep(scenario: number, by: KeptBy): StoredVersion
  /** Keeps the present version as it is, and goes on from the same document in another, without results yet. */
  branch(scenario: number, by: KeptBy): StoredVersion
  /** null takes the name away. A version with a name stays. */
  setName(id: number, name: string | null): StoredVersion
}

const VERSION = 'SELECT id, scenario, saved_at AS savedAt, kept_by AS keptBy, name FROM versions'

export function openVersionStore(database: Database, now: () => number): VersionStore {
  const present = database.prepare<[number], StoredVersion & { readonly beganAt: number }>(
    `${VERSION.replace(' FROM', ', began_at AS beganAt FROM')} WHERE scenario = ? AND document IS NULL`,
  )
  const insert = database.prepare<[number, number, number]>(
    'INSERT INTO versions (scenario, began_at, saved_at) VALUES (?, ?, ?)',
  )
  const touch = database.prepare<[number, number]>('UPDATE versions SET saved_at = ? WHERE id = ?')
  const pack = database.prepare<[Buffer, number]>('UPDATE versions SET document = ? WHERE id = ?')
  const copyResults = database.prepare<[number, number]>(
    `INSERT INTO results SELECT ?, asked, inputs, rules, app_version, computed_at, accelerator, model, draft, frontier
     FROM results WHERE version = ?`,
  )
  const listed = database.prepare<[number, number, number], StoredVersion>(
    `${VERSION} WHERE scenario = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  )
  const one = database.prepare<[number], StoredVersion>(`${VERSION} WHERE id = ?`)
  const bytesOf = database.prepare<[number], { bytes: Buffer | null; document: string }>(
    `SELECT versions.document AS bytes, scenarios.document FROM versions
     JOIN scenarios ON scenarios.id = scenario WHERE versions.id = ?`,
  )
  const documentOf = database.prepare<[number], { document: string }>('SELECT document FROM scenarios WHERE id = ?')
  const setKeptBy = database.prepare<[KeptBy, number]>('UPDATE versions SET kept_by = ? WHERE id = ?')
  const putName = database.prepare<[string | null, number]>('UPDATE versions SET name = ? WHERE id = ?')

  /** Present versions that a further edit still goes into; after a restart there are none. */
  const growing = new Set<number>()

  const presentOf = (scenario: number) => present.get(scenario) ?? missing(`the scenario ${scenario}`)
  const get = (id: number) => one.get(id) ?? missing(`the version ${id}`)
  const begin = (scenario: number): number => {
    const id = Number(insert.run(scenario, now(), now()).lastInsertRowid)
    growing.add(id)
    return id
  }
  const close = (id: number, document: string): void => {
    growing.delete(id)
    pack.run(packDocument(document), id)
  }
  const keep = (scenario: number, by: KeptBy): StoredVersion => {
    const { id } = presentOf(scenario)
    growing.delete(id)
    setKeptBy.run(by, id)
    return get(id)
  }

  return {
    begin: (scenario) => void begin(scenario),
    advance(scenario, before) {
      const { id, beganAt } = presentOf(scenario)
      if (growing.has(id) && now() - beganAt < ONE_VERSION_MS) {
        touch.run(now(), id)
        return
      }
      close(id, before)
      copyResults.run(begin(scenario), id)
    },
    list: (scenario, before, most) => listed.all(scenario, before ?? Number.MAX_SAFE_INTEGER, most),
    get,
    open(id) {
      const { bytes, document } = bytesOf.get(id) ?? missing(`the version ${id}`)
      return parseScenario(bytes === null ? document : unpackDocument(bytes))
    },
    keep,
    branch(scenario, by) {
      return database.transaction(() => {
        const { id } = presentOf(scenario)
        close(id, documentOf.get(scenario)!.document)
        begin(scenario)
        return keep(scenario, by)
      })()
    },
    setName(id, name) {
      growing.delete(id)
      putName.run(name, id)
      return get(id)
    },
  }
}

function missing(what: string): never {
  throw new InputError('', `${what} is not in the library; it may have been deleted`)
}
