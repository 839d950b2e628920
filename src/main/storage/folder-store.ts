import type { Database } from 'better-sqlite3'
import type { Folder, RemovedFolder } from '../../shared/contract/library-calls.ts'
import { InputError } from '../../shared/scenario/input-error.ts'

/** Nested folders. Every method that is given an id throws an InputError where there is no such folder. */
export interface FolderStore {
  /** By name. */
  list(): Folder[]
  create(name: string, parent: number | null): Folder
  rename(id: number, name: string): Folder
  /** @throws InputError where a folder would be inside itself */
  move(id: number, parent: number | null): Folder
  /** What was in it goes to where it was; the answer brings it back. */
  remove(id: number): RemovedFolder
  restore(removed: RemovedFolder): Folder
}

export function openFolderStore(database: Database): FolderStore {
  const all = database.prepare<[], Folder>('SELECT id, parent, name FROM folders ORDER BY name COLLATE NOCASE, id')
  const one = database.prepare<[number], Folder>('SELECT id, parent, name FROM folders WHERE id = ?')
  const insert = database.prepare<[number | null, number | null, string]>(
    'INSERT INTO folders (id, parent, name) VALUES (?, ?, ?)',
  )
  const setName = database.prepare<[string, number]>('UPDATE folders SET name = ? WHERE id = ?')
  const setParent = database.prepare<[number | null, number]>('UPDATE folders SET parent = ? WHERE id = ?')
  const isInside = database.prepare<[number, number], { id: number }>(
    `WITH RECURSIVE above (id) AS (
       SELECT ? UNION SELECT parent FROM folders JOIN above USING (id) WHERE parent IS NOT NULL)
     SELECT id FROM above WHERE id = ?`,
  )
  const children = database.prepare<[number], number>('SELECT id FROM folders WHERE parent = ?').pluck()
  const inside = database.prepare<[number], number>('SELECT id FROM scenarios WHERE folder = ?').pluck()
  const place = database.prepare<[number | null, number]>('UPDATE scenarios SET folder = ? WHERE id = ?')
  const placeBack = database.prepare<[number, number, number | null]>(
    'UPDATE scenarios SET folder = ? WHERE id = ? AND folder IS ?',
  )
  const drop = database.prepare<[number]>('DELETE FROM folders WHERE id = ?')

  const get = (id: number): Folder => one.get(id) ?? missing(id)

  const remove = database.transaction((id: number): RemovedFolder => {
    const folder = get(id)
    const removed = { folder, folders: children.all(id), scenarios: inside.all(id) }
    for (const child of removed.folders) setParent.run(folder.parent, child)
    for (const scenario of removed.scenarios) place.run(folder.parent, scenario)
    drop.run(id)
    return removed
  })
  const restore = database.transaction(({ folder, folders, scenarios }: RemovedFolder): Folder => {
    const parent = folder.parent !== null && one.get(folder.parent) === undefined ? null : folder.parent
    insert.run(folder.id, parent, folder.name)
    // Only what still is where it went: the rest has been moved since.
    for (const child of folders) if (one.get(child)?.parent === folder.parent) setParent.run(folder.id, child)
    for (const scenario of scenarios) placeBack.run(folder.id, scenario, folder.parent)
    return get(folder.id)
  })

  return {
    list: () => all.all(),
    create(name, parent) {
      if (parent !== null) get(parent)
      return get(Number(insert.run(null, parent, name).lastInsertRowid))
    },
    rename(id, name) {
      setName.run(name, get(id).id)
      return get(id)
    },
    move(id, parent) {
      const { name } = get(id)
      if (parent !== null) {
        get(parent)
        if (isInside.get(parent, id) !== undefined)
          throw new InputError('', `the folder "${name}" cannot be inside itself; choose one that is not in it`)
      }
      setParent.run(parent, id)
      return get(id)
    },
    remove: (id) => remove.immediate(id),
    restore(removed) {
      if (one.get(removed.folder.id) !== undefined)
        throw new InputError('', `the folder "${removed.folder.name}" is there already`)
      return restore.immediate(removed)
    },
  }
}

function missing(id: number): never {
  throw new InputError('', `there is no folder ${id}; it may have been deleted`)
}
