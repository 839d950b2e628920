import { libraryRows } from '../library/library-rows.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import type { ResultStore } from '../storage/result-store.ts'
import type { AppWindows, Caller } from '../window/app-windows.ts'
import type { CallHandlers } from './handle-calls.ts'
import { otherWindows } from './other-windows.ts'

/** Finding and sorting saved scenarios. One that another window has open neither goes to the bin nor away for good. */
export const libraryHandlers = (
  library: LibraryStore,
  results: ResultStore,
  windows: Pick<AppWindows, 'isOpenElsewhere' | 'tellOthers'>,
) => {
  const others = otherWindows(windows)
  /** A change that the other windows hear of. */
  const told =
    <I, O>(change: (input: I) => O) =>
    (input: I, caller: Caller): O => {
      const answer = change(input)
      others.tell(caller)
      return answer
    }
  return {
    'library.query': (query) => library.query(query),
    'library.rows': (ids) => libraryRows(library, results, ids),
    'library.shelves': () => library.shelves(),
    'library.move': told((moves) => library.move(moves)),
    'library.tag': told(({ ids, tag, on }) => library.tag(ids, tag, on)),
    'library.favourite': told(({ ids, on }) => library.favourite(ids, on)),
    'library.bin': ({ ids, on }, caller) => {
      if (on) others.refuse(caller, ids)
      return told(() => library.bin(ids, on))(undefined, caller)
    },
    'library.purge': (ids, caller) => {
      others.refuse(caller, ids)
      return told(() => library.purge(ids))(undefined, caller)
    },
    'library.createFolder': told(({ name, parent }) => library.folders.create(name, parent)),
    'library.renameFolder': told(({ id, name }) => library.folders.rename(id, name)),
    'library.moveFolder': told(({ id, parent }) => library.folders.move(id, parent)),
    'library.removeFolder': told((id) => library.folders.remove(id)),
    'library.restoreFolder': told((removed) => library.folders.restore(removed)),
  } satisfies Partial<CallHandlers>
}
