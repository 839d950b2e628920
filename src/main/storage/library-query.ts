import type { Database } from 'better-sqlite3'
import type { LibraryQuery, LibraryShelf } from '../../shared/contract/library-calls.ts'
import { searchExpression } from './search-expression.ts'

/** Scenarios that a shelf holds; a folder holds those of the folders in it as well. */
const SHELVES: Readonly<Record<LibraryShelf['kind'], string>> = {
  all: 'deleted_at IS NULL',
  recent: 'deleted_at IS NULL AND opened_at IS NOT NULL',
  favourites: 'deleted_at IS NULL AND favourite',
  bin: 'deleted_at IS NOT NULL',
  folder: `deleted_at IS NULL AND folder IN (
    WITH RECURSIVE below (id) AS (SELECT @of UNION SELECT folders.id FROM folders JOIN below ON parent = below.id)
    SELECT id FROM below)`,
  tag: 'deleted_at IS NULL AND id IN (SELECT scenario FROM scenario_tags WHERE tag = @of)',
}

const ORDERS: Readonly<Record<LibraryQuery['order'], string>> = {
  saved: 'saved_at DESC, id DESC',
  opened: 'opened_at DESC, id DESC',
  created: 'created_at DESC, id DESC',
  name: 'name COLLATE NOCASE, id',
  relevance: 'place',
}

/** How much more a word counts in the name, notes, names of series, models, accelerators, tags. */
const WEIGHTS = '10, 2, 5, 4, 4, 6'

const FOUND = `found (id, place) AS MATERIALIZED (
  SELECT rowid, row_number() OVER (ORDER BY bm25(scenario_search, ${WEIGHTS}), rowid DESC)
  FROM scenario_search WHERE scenario_search MATCH @search)`

/** Ids of what is asked for, in its order; relevance without a search is the time of saving. */
export function libraryQuery(database: Database): (query: LibraryQuery) => number[] {
  const statement = (sql: string) => database.prepare<[Record<string, unknown>], number>(sql).pluck()
  const statements = new Map<string, ReturnType<typeof statement>>()
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? statement(sql)
    statements.set(sql, known)
    return known
  }
  return ({ search, shelf, order }) => {
    const expression = searchExpression(search)
    const by = ORDERS[order === 'relevance' && expression === null ? 'saved' : order]
    const where = SHELVES[shelf.kind]
    const sql =
      expression === null
        ? `SELECT id FROM scenarios INDEXED BY scenarios_listed WHERE ${where} ORDER BY ${by}`
        : `WITH ${FOUND} SELECT id FROM scenarios INDEXED BY scenarios_listed JOIN found USING (id)
           WHERE ${where} ORDER BY ${by}`
    return prepared(sql).all({
      ...(expression === null ? {} : { search: expression }),
      ...('id' in shelf ? { of: shelf.id } : {}),
    })
  }
}
