import type { Database } from 'better-sqlite3'
import { APPLICATION_ID } from './database-header.ts'
import type { Migration } from './migrations.ts'

export const userVersion = (database: Database): number => Number(database.pragma('user_version', { simple: true }))

/**
 * Brings a database up to date, each step in a transaction of its own together with its number.
 * @param backUp called before each step on a database that was there already, with the data version it then has
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
  backUp: (dataVersion: number) => void,
): void {
  const from = userVersion(database)
  for (const [at, migration] of migrations.entries()) {
    if (at < from) continue
    if (from > 0) backUp(at)
    database
      .transaction(() => {
        database.exec(migration)
        database.pragma(`user_version = ${at + 1}`)
        database.pragma(`application_id = ${APPLICATION_ID}`)
      })
      .immediate()
  }
}
