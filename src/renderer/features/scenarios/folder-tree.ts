import type { Folder } from '../../../shared/contract/library-calls.ts'

/** A folder with how deep it lies, from 0, and its way from the top: "Work / 2026". */
export interface PlacedFolder<T extends Folder> {
  readonly folder: T
  readonly depth: number
  readonly path: string
}

/** Folders as a list to be indented: each followed by those in it, in the order they come. */
export function placedFolders<T extends Folder>(folders: readonly T[]): PlacedFolder<T>[] {
  const below = (parent: number | null, depth: number, way: string): PlacedFolder<T>[] =>
    folders
      .filter((folder) => folder.parent === parent)
      .flatMap((folder) => {
        const path = way === '' ? folder.name : `${way} / ${folder.name}`
        return [{ folder, depth, path }, ...below(folder.id, depth + 1, path)]
      })
  return below(null, 0, '')
}

/** Folders that one can be moved into: not itself, nor those in it, nor where it is. */
export function placesFor<T extends Folder>(folders: readonly T[], moved: Folder): PlacedFolder<T>[] {
  const inside = new Set([moved.id])
  for (const { folder } of placedFolders(folders))
    if (folder.parent !== null && inside.has(folder.parent)) inside.add(folder.id)
  return placedFolders(folders).filter(({ folder }) => !inside.has(folder.id) && folder.id !== moved.parent)
}
