import { basename } from 'node:path'
import { InputError, NewerVersionError } from '../../shared/scenario/input-error.ts'
import { withOwnEntries } from '../../shared/scenario/with-own-entries.ts'
import { FileExistsError } from '../files/write-file-atomically.ts'
import { ownEntries } from '../library/own-entries.ts'
import type { ArchiveStore } from '../storage/archive/archive-store.ts'
import { countsInWords, importInWords } from '../storage/archive/import-in-words.ts'
import type { AppWindows, Caller } from '../window/app-windows.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { CallHandlers } from './handle-calls.ts'
import { otherWindows } from './other-windows.ts'

export interface ArchiveHandlerParts {
  readonly archives: ArchiveStore
  readonly dialogs: Pick<FileDialogs, 'placeLibrary' | 'chooseLibrary'>
  readonly windows: Pick<AppWindows, 'isOpenElsewhere' | 'tellOthers'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Calls that write a library into one file and read one; every window hears of an import. */
export const archiveHandlers = ({ archives, dialogs, windows, now }: ArchiveHandlerParts) => {
  const others = otherWindows(windows)
  const progress =
    ({ send }: Caller, doing: 'exporting' | 'reading') =>
    (share: number) =>
      send('archive.progress', { doing, share })
  const tellAll = (caller: Caller) => {
    for (const catalog of ['accelerators', 'models'] as const) {
      caller.send('catalog.changed', catalog)
      windows.tellOthers(caller.id, 'catalog.changed', catalog)
    }
    caller.send('library.changed', null)
    others.tell(caller)
  }
  return {
    'archive.export': async (_input, caller) => {
      const day = new Date(now()).toISOString().slice(0, 10)
      const place = await dialogs.placeLibrary(`Paretoscope library ${day}`)
      if (place === null) return null
      const fileName = basename(place.path)
      const counts = await aboutFile(fileName, () =>
        archives.export(place.path, { mayReplace: place.mayReplace, onProgress: progress(caller, 'exporting') }),
      )
      return { fileName, says: countsInWords(counts) }
    },
    'archive.open': async (_input, caller) => {
      const path = await dialogs.chooseLibrary()
      if (path === null) return null
      const fileName = basename(path)
      const read = await aboutFile(fileName, () => archives.read(path, progress(caller, 'reading')))
      return { fileName, ...read }
    },
    'archive.import': async ({ token, choices }, caller) => {
      const outcome = await archives.import(token, {
        choices: new Map(choices.map(({ key, choice }) => [key, choice])),
        mayReplace: (scenarios) => others.refuse(caller, scenarios),
      })
      tellAll(caller)
      return { says: importInWords(outcome), replaced: [...outcome.scenarios.replaced] }
    },
    'archive.look': ({ token, key }) => {
      const { scenario, catalog } = archives.look(token, key)
      return withOwnEntries(scenario, ownEntries({ list: () => catalog }))
    },
    'archive.close': (token) => archives.close(token),
  } satisfies Partial<CallHandlers>
}

/** What is wrong with a file bears its name. */
async function aboutFile<T>(fileName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileExistsError)
      throw new InputError('', `"${fileName}" already exists; choose that file in the dialog to replace it`)
    if (error instanceof InputError || error instanceof NewerVersionError) throw new InputError(fileName, error.message)
    throw error
  }
}
