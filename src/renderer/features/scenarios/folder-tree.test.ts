import { expect, test } from 'vitest'
import { placedFolders, placesFor } from './folder-tree.ts'

const FOLDERS = [
  { id: 3, parent: null, name: 'Archive' },
  { id: 2, parent: 1, name: 'Draft' },
  { id: 4, parent: 2, name: 'Old' },
  { id: 1, parent: null, name: 'Work' },
]

test('each folder is followed by those in it, with its way from the top', () => {
  expect(placedFolders(FOLDERS).map(({ folder, depth, path }) => [folder.id, depth, path])).toEqual([
    [3, 0, 'Archive'],
    [1, 0, 'Work'],
    [2, 1, 'Work / Draft'],
    [4, 2, 'Work / Draft / Old'],
  ])
})

test.each([
  [1, ['Archive']],
  [2, ['Archive']],
  [4, ['Archive', 'Work']],
  [3, ['Work', 'Work / Draft', 'Work / Draft / Old']],
])('folder %i can go to %j', (id, places) => {
  expect(
    placesFor(
      FOLDERS,
      FOLDERS.find((folder) => folder.id === id)!,
    ).map(({ path }) => path),
  ).toEqual(places)
})
