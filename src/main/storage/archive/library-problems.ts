import type { Database } from 'better-sqlite3'
import { folderPaths } from './folder-paths.ts'
import { checkedRows } from './row-checks.ts'

/**
 * Everything that is wrong with a library, a line for each: its structure, what refers to nothing, what this app cannot read,
 * and scenarios that a search would not find as they are.
 * @param copy may be written to: the index is made anew beside the old one
 */
export const libraryProblems = (copy: Database): string[] => [
  ...integrityProblems(copy),
  ...folderProblems(copy),
  ...[...checkedRows(copy)].flatMap(({ problem }) => problem ?? []),
  ...nameProblems(copy),
  ...indexProblems(copy),
]

const integrityProblems = (database: Database): string[] =>
  (database.pragma('integrity_check') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')

function folderProblems(database: Database): string[] {
  const reached = folderPaths(database)
  return database
    .prepare<[], { id: number; name: string }>('SELECT id, name FROM folders ORDER BY id')
    .all()
    .filter(({ id }) => !reached.has(id))
    .map(({ name }) => `folder "${name}": is inside itself`)
}

const nameProblems = (database: Database): string[] =>
  database
    .prepare<[], string>(
      `SELECT 'scenario "' || name || '": is called "' || (document ->> '$.name') || '" inside' FROM scenarios
       WHERE name <> document ->> '$.name' ORDER BY id`,
    )
    .pluck()
    .all()

/** Words by scenario, field and place, as the index has them and as it would be if it were made now. */
function indexProblems(copy: Database): string[] {
  const sql = copy.prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE name = 'scenario_search'`).pluck().get()!
  copy.exec(`
    ${sql.replace('scenario_search', 'expected_search')};
    INSERT INTO expected_search (rowid, name, notes, series, models, accelerators, tags) SELECT * FROM scenario_texts;
    CREATE VIRTUAL TABLE found_words USING fts5vocab (scenario_search, instance);
    CREATE VIRTUAL TABLE expected_words USING fts5vocab (expected_search, instance);
  `)
  return copy
    .prepare<[], string>(
      `WITH found AS MATERIALIZED (SELECT * FROM found_words), expected AS MATERIALIZED (SELECT * FROM expected_words),
         wrong (id) AS (
           SELECT doc FROM (SELECT * FROM found EXCEPT SELECT * FROM expected)
           UNION SELECT doc FROM (SELECT * FROM expected EXCEPT SELECT * FROM found))
       SELECT iif(name IS NULL, 'search index: has a scenario ' || wrong.id || ' that is not there',
                  'scenario "' || name || '": the search index has other words')
       FROM wrong LEFT JOIN scenarios ON scenarios.id = wrong.id ORDER BY wrong.id`,
    )
    .pluck()
    .all()
}
