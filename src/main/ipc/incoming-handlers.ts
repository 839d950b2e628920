import { standingOf } from '../library/standing-of.ts'
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
  readonly windows: Pick<AppWindows, 'isOpenElsewhere' | 'tellOthers'>
}

/** Scenario files from outside: read, held against the library, and added to it once a person says so. */
export const incomingHandlers = ({ dialogs, waiting, scenarios, library, windows }: IncomingHandlerParts) => {
  const others = otherWindows(windows)
  return {
    'file.open': async () => readIncoming(await dialogs.chooseScenarios()),
    'file.waiting': () => waiting.take(),
    'library.standing': (given) => given.map((scenario) => standingOf(library, scenario)),
    'library.add': ({ over, scenario }, caller) => {
      if (over !== null) others.refuse(caller, [over])
      const saved = scenarios.save(over, scenario)
      others.tell(caller)
      return saved
    },
  } satisfies Partial<CallHandlers>
}
