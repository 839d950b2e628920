import { standingOf } from '../library/standing-of.ts'
import { takeScenario } from '../library/take-scenario.ts'
import { ownEntries } from '../library/own-entries.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import { readIncoming, type WaitingFiles } from '../files/waiting-files.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import type { ScenarioStore } from '../storage/scenario-store.ts'
import type { AppWindows } from '../window/app-windows.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { CallHandlers } from './handle-calls.ts'
import { otherWindows } from './other-windows.ts'

export interface IncomingHandlerParts {
  readonly dialogs: Pick<FileDialogs, 'chooseScenarios'>
  readonly waiting: WaitingFiles
  readonly scenarios: ScenarioStore
  readonly library: LibraryStore
  readonly catalog: Pick<CatalogStore, 'list'>
  readonly windows: Pick<AppWindows, 'isOpenElsewhere' | 'tellOthers'>
}

/** Scenario files from outside: read, held against the library, and added to it once a person says so. */
export const incomingHandlers = ({ dialogs, waiting, scenarios, library, catalog, windows }: IncomingHandlerParts) => {
  const others = otherWindows(windows)
  const here = { scenarios, library, own: () => ownEntries(catalog) }
  return {
    'file.open': async () => readIncoming(await dialogs.chooseScenarios()),
    'file.waiting': () => waiting.take(),
    'library.standing': (given) => given.map((scenario) => standingOf(here, scenario)),
    'library.look': (id) => scenarios.look(id),
    'library.take': ({ scenario, onDiffering }, caller) => {
      const taken = takeScenario(here, scenario, onDiffering, (id) => others.refuse(caller, [id]))
      if (taken.outcome !== 'kept') others.tell(caller)
      return taken
    },
  } satisfies Partial<CallHandlers>
}
