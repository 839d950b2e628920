import { renameSync, rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { APPLICATION_ID } from './database-header.ts'
import type { Migration } from './migrations.ts'

export const userVersion = (database: Database): number => Number(database.pragma('user_version', { simple: true }))

/**
 * Brings a database up to date, each step in a transaction of its own together with its number. A database that holds
 * something is copied first, to `<path>.v<version>-backup`.
 * @returns the path of the copy; null where none was needed
 */
export function migrate(database: Database, migrations: readonly Migration[]): string | null {
  const from = userVersion(database)
  if (from >= migrations.length) return null
  const backup = from === 0 ? null : backUp(database, `${database.name}.v${from}-backup`)
  for (const [at, migration] of migrations.entries()) {
    if (at < from) continue
    database
      .transaction(() => {
        database.exec(migration)
        database.pragma(`user_version = ${at + 1}`)
        database.pragma(`application_id = ${APPLICATION_ID}`)
      })
      .immediate()
  }
  return backup
}

/** A copy that is whole whenever it bears its name. */
function backUp(database: Database, path: string): string {
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  database.prepare('VACUUM INTO ?').run(unfinished)
  renameSync(unfinished, path)
  return path
}
