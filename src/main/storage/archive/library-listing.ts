import type { Database } from 'better-sqlite3'
import { folderPaths } from './folder-paths.ts'
import { countsOf, type LibraryCounts } from './library-counts.ts'

interface ListedScenario {
  readonly id: number
  readonly name: string
  /** Names of folders from the top. */
  readonly folder: readonly string[]
  readonly tags: readonly string[]
  readonly series: number
  readonly versions: number
  readonly favourite: boolean
  readonly inBin: boolean
  /** ISO 8601. */
  readonly createdAt: string
  readonly savedAt: string
}

interface ListedEntry {
  readonly catalog: 'accelerators' | 'models'
  readonly id: string
  readonly name: string
}

export interface LibraryListing {
  readonly counts: LibraryCounts
  /** The last saved first. */
  readonly scenarios: readonly ListedScenario[]
  readonly entries: readonly ListedEntry[]
}

const iso = (time: unknown): string => new Date(Number(time)).toISOString()

/** What a library holds of a person's own. */
export function libraryListing(database: Database): LibraryListing {
  const folders = folderPaths(database)
  const rows = database
    .prepare<[], Record<string, unknown>>(
      `SELECT id, name, folder, favourite, deleted_at AS deletedAt, created_at AS createdAt, saved_at AS savedAt,
         ifnull(json_array_length(document, '$.series'), 0) AS series,
         (SELECT count(*) FROM versions WHERE scenario = scenarios.id) AS versions,
         (SELECT json_group_array(tags.name ORDER BY tags.name COLLATE NOCASE)
          FROM scenario_tags JOIN tags ON tags.id = tag WHERE scenario = scenarios.id) AS tags
       FROM scenarios ORDER BY saved_at DESC, id DESC`,
    )
    .all()
  const entries = database
    .prepare<[], ListedEntry>(
      `SELECT 'accelerators' AS catalog, id, coalesce(entry ->> '$.name', entry ->> '$.label', id) AS name
       FROM accelerators WHERE origin = 'user'
       UNION ALL SELECT 'models', id, coalesce(entry ->> '$.name', entry ->> '$.label', id) FROM models WHERE origin = 'user'`,
    )
    .all()
  return {
    counts: countsOf(database),
    scenarios: rows.map((row) => ({
      id: Number(row['id']),
      name: String(row['name']),
      folder: folders.get(Number(row['folder'])) ?? [],
      tags: JSON.parse(String(row['tags'])) as string[],
      series: Number(row['series']),
      versions: Number(row['versions']),
      favourite: row['favourite'] === 1,
      inBin: row['deletedAt'] !== null,
      createdAt: iso(row['createdAt']),
      savedAt: iso(row['savedAt']),
    })),
    entries,
  }
}
