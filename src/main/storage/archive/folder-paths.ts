import type { Database } from 'better-sqlite3'
import { groupedBy } from './grouped-by.ts'

/** Folders as the names from the top, by id; one that is inside itself is none. */
export function folderPaths(database: Database): Map<number, readonly string[]> {
  const below = groupedBy(
    database
      .prepare<[], { id: number; parent: number | null; name: string }>(
        'SELECT id, parent, name FROM folders ORDER BY id',
      )
      .all(),
    ({ parent }) => parent,
  )
  const paths = new Map<number, readonly string[]>()
  const add = (parent: number | null, path: readonly string[]): void => {
    for (const { id, name } of below.get(parent) ?? []) {
      paths.set(id, [...path, name])
      add(id, paths.get(id)!)
    }
  }
  add(null, [])
  return paths
}

/** Makes what is missing of the archive's folders; gives those of mine, by the archive's ids. */
export function importFolders(mine: Database, theirs: Database): Map<number, number> {
  const keyOf = (path: readonly string[]) => JSON.stringify(path)
  const here = new Map([...folderPaths(mine)].map(([id, path]) => [keyOf(path), id]))
  const insert = mine.prepare<[number | null, string]>('INSERT INTO folders (parent, name) VALUES (?, ?)')
  const folderAt = (path: readonly string[]): number => {
    const found = here.get(keyOf(path))
    if (found !== undefined) return found
    const parent = path.length === 1 ? null : folderAt(path.slice(0, -1))
    const id = Number(insert.run(parent, path.at(-1)!).lastInsertRowid)
    here.set(keyOf(path), id)
    return id
  }
  return new Map([...folderPaths(theirs)].map(([id, path]) => [id, folderAt(path)]))
}
