import type { Database } from 'better-sqlite3'

/** Values that a column may take, by its type: JSON first, then the words that the table's own SQL names. */
const candidates = (type: string, words: readonly string[]): readonly unknown[] =>
  ({ INTEGER: [1], REAL: [0.5], TEXT: ['{}', ...words], BLOB: [Buffer.from([1])], ANY: [1] })[type] ?? []

/** Every combination of one value of each list; the first values first. */
function* combinations(lists: readonly (readonly unknown[])[]): Generator<unknown[]> {
  const [first, ...others] = lists
  if (first === undefined) yield []
  else for (const value of first) for (const rest of combinations(others)) yield [value, ...rest]
}

/**
 * Gives each table that is empty a row that its constraints accept, whatever its columns are, so that a migration is
 * tested on rows of every earlier schema, also of those to come. @throws where no such row is found
 */
export function fillEmptyTables(database: Database): void {
  const tables = database
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
    )
    .all()
  for (const { name, sql } of tables) {
    if (database.prepare(`SELECT 1 FROM "${name}"`).get() !== undefined) continue
    const words = [...sql.matchAll(/'([^']*)'/g)].map(([, word]) => word!)
    const columns = database
      .prepare<[], { name: string; type: string }>(`SELECT name, type FROM pragma_table_info('${name}')`)
      .all()
    const insert = database.prepare(
      `INSERT INTO "${name}" (${columns.map((column) => `"${column.name}"`).join()}) VALUES (${columns.map(() => '?').join()})`,
    )
    const found = [...combinations(columns.map(({ type }) => candidates(type, words)))].some((row) => {
      try {
        return insert.run(...row).changes === 1
      } catch {
        return false
      }
    })
    if (!found) throw new Error(`no row found that table ${name} accepts: ${sql}`)
  }
}
