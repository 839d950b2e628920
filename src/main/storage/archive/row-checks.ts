import type { Database } from 'better-sqlite3'
import { acceleratorEntrySchema } from '../../../shared/catalog/accelerator-entry.ts'
import { modelEntrySchema } from '../../../shared/catalog/model-entry.ts'
import { parseInput } from '../../../shared/scenario/input-error.ts'
import { parseJson } from '../../../shared/scenario/parse-json.ts'
import { parseScenario } from '../../../shared/scenario/scenario-file.ts'
import { LARGEST_TEXT_FILE_BYTES } from '../../../shared/scenario/text-file-limit.ts'
import { sha256 } from '../../sha256.ts'
import { unpackDocument } from '../packed-document.ts'
import { unpackFrontier } from '../packed-frontier.ts'

/** A row that was read as the app reads it. */
export interface CheckedRow {
  readonly table: CheckedTable
  readonly rowid: number
  /** What the row is, and why it cannot be read: `scenario "Study": ...`; null where it can. */
  readonly problem: string | null
}

type Row = Record<string, unknown>

interface RowCheck {
  /** Gives `rowid`, what the row is called as `what`, and what `read` needs; nothing of it larger than a text file may be. */
  readonly sql: string
  /** @throws where this app cannot read it */
  readonly read: (row: Row) => void
}

const text = (value: unknown): string => {
  if (typeof value === 'string') return value
  throw new Error(`has more than ${LARGEST_TEXT_FILE_BYTES} bytes`)
}
const atMost = (column: string) => `iif(octet_length(${column}) <= ${LARGEST_TEXT_FILE_BYTES}, ${column}, NULL)`

const SCHEMAS = { accelerator: acceleratorEntrySchema, model: modelEntrySchema } as const
const readEntry = (kind: unknown, entry: unknown): void =>
  void parseInput(kind === 'model' || kind === 'models' ? SCHEMAS.model : SCHEMAS.accelerator, parseJson(text(entry)))

const entries = (table: 'accelerators' | 'models'): RowCheck => ({
  sql: `SELECT rowid, '${table} entry "' || id || '"' AS what, ${atMost('entry')} AS entry FROM ${table}
        WHERE origin = 'user' AND rowid = ?`,
  read: ({ entry }) => readEntry(table, entry),
})

function readResult(row: Row): void {
  const { tokensPerSecond } = unpackFrontier(row['frontier'] as Buffer)
  if (tokensPerSecond.some((speed) => !Number.isFinite(speed))) throw new Error('a speed is no number')
  for (const [kind, at] of [
    ['accelerator', 'accelerator'],
    ['model', 'model'],
    ['model', 'draft'],
  ] as const) {
    if (row[at] === null && at === 'draft') continue
    readEntry(kind, row[at])
    if (sha256(`${kind} ${text(row[at])}`) !== row[`${at}Hash`])
      throw new Error(`its ${at} is not the one it was computed with`)
  }
}

/** By table; those before are of no use without those after, and go with them. */
const CHECKS = {
  scenarios: {
    sql: `SELECT id AS rowid, 'scenario "' || name || '"' AS what, ${atMost('document')} AS document,
            (SELECT count(*) FROM versions WHERE scenario = scenarios.id AND versions.document IS NULL) AS present
          FROM scenarios WHERE id = ?`,
    read({ document, present }) {
      parseScenario(text(document))
      if (present !== 1) throw new Error('has no present version')
    },
  },
  versions: {
    sql: `SELECT versions.id AS rowid, 'version ' || versions.id || ' of scenario "' || scenarios.name || '"' AS what,
            versions.document FROM versions JOIN scenarios ON scenarios.id = scenario WHERE versions.id = ?`,
    read({ document }) {
      if (document !== null) parseScenario(unpackDocument(document as Buffer))
    },
  },
  results: {
    sql: `SELECT results.rowid, 'result of version ' || version AS what, ${atMost('frontier')} AS frontier,
            ${atMost('a.entry')} AS accelerator, ${atMost('m.entry')} AS model,
            iif(draft IS NULL, NULL, coalesce(${atMost('d.entry')}, '')) AS draft,
            accelerator AS acceleratorHash, model AS modelHash, draft AS draftHash
          FROM results JOIN entry_snapshots AS a ON a.hash = accelerator JOIN entry_snapshots AS m ON m.hash = model
          LEFT JOIN entry_snapshots AS d ON d.hash = draft WHERE results.rowid = ?`,
    read: readResult,
  },
  accelerators: entries('accelerators'),
  models: entries('models'),
  catalog_changes: {
    sql: `SELECT id AS rowid, 'change ' || id || ' of ' || catalog || ' entry "' || entry_id || '"' AS what, catalog, before, after
          FROM catalog_changes WHERE id = ?`,
    read({ catalog, before, after }) {
      for (const state of [before, after]) if (state !== null) readEntry(catalog, state)
    },
  },
  catalog_copies: {
    sql: `SELECT rowid, 'original of ' || catalog || ' entry "' || entry_id || '"' AS what, catalog, original
          FROM catalog_copies WHERE rowid = ?`,
    read: ({ catalog, original }) => readEntry(catalog, original),
  },
} as const satisfies Record<string, RowCheck>

type CheckedTable = keyof typeof CHECKS

const rowIds = (database: Database, table: CheckedTable): number[] =>
  database.prepare<[], number>(`SELECT rowid FROM ${table} ORDER BY rowid`).pluck().all()

/** Rows that `checkedRows` reads. */
export const countRows = (database: Database): number =>
  (Object.keys(CHECKS) as CheckedTable[]).reduce((count, table) => count + rowIds(database, table).length, 0)

/** Reads every row that holds something of a person's. Rows may be deleted meanwhile. */
export function* checkedRows(database: Database): Generator<CheckedRow> {
  for (const [table, { sql, read }] of Object.entries(CHECKS) as [CheckedTable, RowCheck][]) {
    const rowOf = database.prepare<[number], Row>(sql)
    for (const rowid of rowIds(database, table)) {
      const row = rowOf.get(rowid)
      if (row === undefined) continue
      let problem: string | null = null
      try {
        read(row)
      } catch (error) {
        problem = `${String(row['what'])}: ${error instanceof Error ? error.message : String(error)}`
      }
      yield { table, rowid, problem }
    }
  }
}
