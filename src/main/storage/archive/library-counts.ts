import type { Database } from 'better-sqlite3'

/** What a library holds of a person's own. */
export interface LibraryCounts {
  /** Without those in the bin. */
  readonly scenarios: number
  readonly inBin: number
  readonly accelerators: number
  readonly models: number
}

export const countsOf = (database: Database): LibraryCounts =>
  database
    .prepare<[], LibraryCounts>(
      `SELECT (SELECT count(*) FROM scenarios WHERE deleted_at IS NULL) AS scenarios,
              (SELECT count(*) FROM scenarios WHERE deleted_at IS NOT NULL) AS inBin,
              (SELECT count(*) FROM accelerators WHERE origin = 'user') AS accelerators,
              (SELECT count(*) FROM models WHERE origin = 'user') AS models`,
    )
    .get()!
