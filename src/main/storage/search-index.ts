import type { Database } from 'better-sqlite3'

/** The full-text index of the library. Runs inside the transaction that changes what is indexed. */
export interface SearchIndex {
  /** Brings a scenario's row in line with its document and tags. */
  put(id: number): void
  remove(id: number): void
}

export function openSearchIndex(database: Database): SearchIndex {
  const drop = database.prepare<[number]>('DELETE FROM scenario_search WHERE rowid = ?')
  const add = database.prepare<[number]>(
    `INSERT INTO scenario_search (rowid, name, notes, series, models, accelerators, tags)
     SELECT * FROM scenario_texts WHERE id = ?`,
  )
  return {
    put(id) {
      drop.run(id)
      add.run(id)
    },
    remove: (id) => void drop.run(id),
  }
}
