import type { StartUpCallName, StartUpProblem } from '../../shared/contract/start-up-calls.ts'
import type { StartUp } from '../start-up/create-start-up.ts'
import type { CallHandlers } from './handle-calls.ts'

export interface StartUpHandlerParts {
  readonly startUp: StartUp
  readonly showFolder: () => void
  /** The screen has done its work: the data are open, or the person gave up. */
  readonly leave: () => void
}

/** Calls of the start-up screen. */
export function startUpHandlers({ startUp, showFolder, leave }: StartUpHandlerParts) {
  const leavingWhenOpen = (problem: StartUpProblem | null) => {
    if (problem === null) leave()
    return problem
  }
  return {
    'startUp.problem': () => startUp.problem(),
    'startUp.tryAgain': () => leavingWhenOpen(startUp.tryAgain()),
    'startUp.restore': (backup) => leavingWhenOpen(startUp.restore(backup)),
    'startUp.startEmpty': () => leavingWhenOpen(startUp.startEmpty()),
    'startUp.showFolder': () => showFolder(),
    'startUp.quit': () => leave(),
  } satisfies Pick<CallHandlers, StartUpCallName>
}
