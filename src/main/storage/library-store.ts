import type { Database } from 'better-sqlite3'
import type { BulkMove, LibraryQuery, Shelves } from '../../shared/contract/library-calls.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { openFolderStore, type FolderStore } from './folder-store.ts'
import { libraryQuery } from './library-query.ts'
import type { SearchIndex } from './search-index.ts'

/** A scenario as it lies in the library, its document unparsed. */
export interface StoredRow {
  readonly id: number
  readonly name: string
  readonly document: string
  readonly version: number
  readonly createdAt: number
  readonly savedAt: number
  readonly openedAt: number | null
  readonly deletedAt: number | null
  readonly folder: number | null
  readonly favourite: boolean
  readonly tags: readonly string[]
}

/**
 * Finding and sorting saved scenarios. What is done to many is done in one transaction and answers what undoes it; ids that
 * are not there are passed over.
 */
export interface LibraryStore {
  readonly folders: FolderStore
  query(query: LibraryQuery): number[]
  /** In the order of the ids. */
  rows(ids: readonly number[]): StoredRow[]
  shelves(): Shelves
  /** The saved ones of a name, the last saved first, without the bin. */
  named(name: string): { readonly id: number; readonly document: string }[]
  /** Answers where they were. @throws InputError where a folder is not there */
  move(moves: readonly BulkMove[]): BulkMove[]
  /** Gives them a tag or takes it away. Answers which of them changed. */
  tag(ids: readonly number[], tag: string, on: boolean): number[]
  favourite(ids: readonly number[], on: boolean): number[]
  /** To the bin, or back from it. */
  bin(ids: readonly number[], binned: boolean): number[]
  /** Deletes for good what is in the bin, with its versions. Answers how many it were. */
  purge(ids: readonly number[]): number
}

const IDS = 'SELECT value FROM json_each(?)'

export function openLibraryStore(database: Database, index: SearchIndex, now: () => number): LibraryStore {
  const folders = openFolderStore(database)
  const rowsOf = database.prepare<[string], Record<string, unknown>>(
    `SELECT s.id, s.name, s.document, versions.id AS version, created_at AS createdAt, s.saved_at AS savedAt,
            opened_at AS openedAt, deleted_at AS deletedAt, folder, favourite,
            (SELECT json_group_array(tags.name ORDER BY tags.name COLLATE NOCASE) FROM scenario_tags
             JOIN tags ON tags.id = tag WHERE scenario = s.id) AS tags
     FROM json_each(?) AS asked JOIN scenarios AS s ON s.id = asked.value
     JOIN versions ON versions.scenario = s.id AND versions.document IS NULL
     ORDER BY asked.key`,
  )
  const counts = database.prepare<[], Shelves['counts']>(
    `SELECT count(*) FILTER (WHERE deleted_at IS NULL) AS "all",
            count(*) FILTER (WHERE deleted_at IS NULL AND favourite) AS favourites,
            count(deleted_at) AS bin FROM scenarios`,
  )
  const folderCounts = database.prepare<[], { id: number; count: number }>(
    'SELECT folder AS id, count(*) AS count FROM scenarios WHERE deleted_at IS NULL AND folder IS NOT NULL GROUP BY folder',
  )
  const tags = database.prepare<[], Shelves['tags'][number]>(
    `SELECT tags.id, tags.name, count(*) AS count FROM scenario_tags JOIN tags ON tags.id = tag
     JOIN scenarios ON scenarios.id = scenario WHERE deleted_at IS NULL GROUP BY tags.id ORDER BY tags.name`,
  )
  const named = database.prepare<[string], { id: number; document: string }>(
    'SELECT id, document FROM scenarios WHERE name = ? AND deleted_at IS NULL ORDER BY saved_at DESC, id DESC',
  )
  const places = database.prepare<[string], { folder: number | null; ids: string }>(
    `SELECT folder, json_group_array(id) AS ids FROM scenarios WHERE id IN (${IDS}) GROUP BY folder`,
  )
  const place = database.prepare<[number | null, string]>(`UPDATE scenarios SET folder = ? WHERE id IN (${IDS})`)
  const addTag = database.prepare<[string]>('INSERT INTO tags (name) VALUES (?) ON CONFLICT (name) DO NOTHING')
  const tagOf = database.prepare<[string], number>('SELECT id FROM tags WHERE name = ?').pluck()
  const tagged = database
    .prepare<[number, string], number>(
      `INSERT INTO scenario_tags (tag, scenario) SELECT ?, id FROM scenarios WHERE id IN (${IDS})
       ON CONFLICT DO NOTHING RETURNING scenario`,
    )
    .pluck()
  const untagged = database
    .prepare<[number, string], number>(
      `DELETE FROM scenario_tags WHERE tag = ? AND scenario IN (${IDS}) RETURNING scenario`,
    )
    .pluck()
  const dropUnusedTags = database.prepare('DELETE FROM tags WHERE id NOT IN (SELECT tag FROM scenario_tags)')
  const setFavourite = database
    .prepare<[number, string, number], number>(
      `UPDATE scenarios SET favourite = ? WHERE id IN (${IDS}) AND favourite <> ? RETURNING id`,
    )
    .pluck()
  const toBin = database
    .prepare<[number, string], number>(
      `UPDATE scenarios SET deleted_at = ? WHERE id IN (${IDS}) AND deleted_at IS NULL RETURNING id`,
    )
    .pluck()
  const fromBin = database
    .prepare<[string], number>(
      `UPDATE scenarios SET deleted_at = NULL WHERE id IN (${IDS}) AND deleted_at IS NOT NULL RETURNING id`,
    )
    .pluck()
  const erase = database
    .prepare<[string], number>(`DELETE FROM scenarios WHERE id IN (${IDS}) AND deleted_at IS NOT NULL RETURNING id`)
    .pluck()
  const dropUnusedEntries = database.prepare(
    `DELETE FROM entry_snapshots WHERE hash NOT IN
       (SELECT accelerator FROM results UNION SELECT model FROM results UNION SELECT ifnull(draft, '') FROM results)`,
  )

  const move = database.transaction((moves: readonly BulkMove[]): BulkMove[] => {
    const known = new Set(folders.list().map(({ id }) => id))
    return moves.flatMap(({ ids, folder }) => {
      if (folder !== null && !known.has(folder))
        throw new InputError('', `there is no folder ${folder}; it may have been deleted`)
      const list = JSON.stringify(ids)
      const were = places.all(list)
      place.run(folder, list)
      return were.map((was) => ({ folder: was.folder, ids: JSON.parse(was.ids) as number[] }))
    })
  })
  const tag = database.transaction((ids: readonly number[], name: string, on: boolean): number[] => {
    if (on) addTag.run(name)
    const id = tagOf.get(name)
    if (id === undefined) return []
    const changed = (on ? tagged : untagged).all(id, JSON.stringify(ids))
    dropUnusedTags.run()
    for (const scenario of changed) index.put(scenario)
    return changed
  })
  const purge = database.transaction((ids: readonly number[]): number => {
    const erased = erase.all(JSON.stringify(ids))
    for (const id of erased) index.remove(id)
    dropUnusedTags.run()
    dropUnusedEntries.run()
    return erased.length
  })

  return {
    folders,
    query: libraryQuery(database),
    named: (name) => named.all(name),
    rows: (ids) =>
      rowsOf.all(JSON.stringify(ids)).map(
        (row) =>
          ({
            ...row,
            favourite: row['favourite'] === 1,
            tags: JSON.parse(row['tags'] as string) as string[],
          }) as unknown as StoredRow,
      ),
    shelves() {
      const counted = new Map(folderCounts.all().map(({ id, count }) => [id, count]))
      return {
        counts: counts.get()!,
        folders: folders.list().map((folder) => ({ ...folder, count: counted.get(folder.id) ?? 0 })),
        tags: tags.all(),
      }
    },
    move: (moves) => move.immediate(moves),
    tag: (ids, name, on) => tag.immediate(ids, name, on),
    favourite: (ids, on) => setFavourite.all(Number(on), JSON.stringify(ids), Number(on)),
    bin: (ids, binned) => (binned ? toBin.all(now(), JSON.stringify(ids)) : fromBin.all(JSON.stringify(ids))),
    purge: (ids) => purge.immediate(ids),
  }
}
