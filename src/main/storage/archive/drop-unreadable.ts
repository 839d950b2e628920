import type { Database } from 'better-sqlite3'
import { checkedRows, countRows } from './row-checks.ts'

/**
 * Takes out of a copy what this app cannot read, with what hangs on it, so that all that is left can be imported. Gives each
 * row's share of the whole, and what is taken out in words.
 */
export function* dropUnreadable(copy: Database): Generator<{ readonly share: number; readonly says: string | null }> {
  const rows = Math.max(1, countRows(copy))
  let done = 0
  for (const { table, rowid, problem } of checkedRows(copy)) {
    if (problem !== null) copy.prepare<[number]>(`DELETE FROM ${table} WHERE rowid = ?`).run(rowid)
    yield { share: Math.min(1, ++done / rows), says: problem }
  }
}
