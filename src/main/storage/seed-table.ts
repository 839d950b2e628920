import type { Database } from 'better-sqlite3'

/** Entries of the paper are told by their id, as in docs/scenario-format.md. */
const originOf = (id: string): 'paper' | 'built-in' => (id.startsWith('paper/') ? 'paper' : 'built-in')

/**
 * Makes a table's built-in rows those of the app, by content: new ones are added, changed ones replaced, dropped ones
 * removed. Rows of the user are not looked at. Runs inside the caller's transaction.
 */
export function seedTable(
  database: Database,
  table: 'accelerators' | 'models',
  entries: Readonly<Record<string, unknown>>,
  now: number,
): void {
  const stored = database.prepare<[], { id: string; entry: string }>(
    `SELECT id, entry FROM ${table} WHERE origin <> 'user'`,
  )
  const before = new Map(stored.all().map(({ id, entry }) => [id, entry]))
  const put = database.prepare(
    `INSERT INTO ${table} (id, origin, entry, changed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id, origin) DO UPDATE SET entry = excluded.entry, changed_at = excluded.changed_at`,
  )
  for (const [id, entry] of Object.entries(entries)) {
    const text = JSON.stringify(entry)
    if (before.get(id) !== text) put.run(id, originOf(id), text, now)
    before.delete(id)
  }
  const drop = database.prepare(`DELETE FROM ${table} WHERE id = ? AND origin <> 'user'`)
  for (const id of before.keys()) drop.run(id)
}
