import { libraryRows } from '../library/library-rows.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import type { ResultStore } from '../storage/result-store.ts'
import type { CallHandlers } from './handle-calls.ts'

/** Finding and sorting saved scenarios. */
export const libraryHandlers = (library: LibraryStore, results: ResultStore) =>
  ({
    'library.query': (query) => library.query(query),
    'library.rows': (ids) => libraryRows(library, results, ids),
    'library.shelves': () => library.shelves(),
    'library.move': (moves) => library.move(moves),
    'library.tag': ({ ids, tag, on }) => library.tag(ids, tag, on),
    'library.favourite': ({ ids, on }) => library.favourite(ids, on),
    'library.bin': ({ ids, on }) => library.bin(ids, on),
    'library.purge': (ids) => library.purge(ids),
    'library.createFolder': ({ name, parent }) => library.folders.create(name, parent),
    'library.renameFolder': ({ id, name }) => library.folders.rename(id, name),
    'library.moveFolder': ({ id, parent }) => library.folders.move(id, parent),
    'library.removeFolder': (id) => library.folders.remove(id),
    'library.restoreFolder': (removed) => library.folders.restore(removed),
  }) satisfies Partial<CallHandlers>
