import { InputError } from '../../shared/scenario/input-error.ts'
import type { AppWindows, Caller } from '../window/app-windows.ts'

/** What a change to saved scenarios owes the windows that did not ask for it. */
export interface OtherWindows {
  /** @throws InputError where another window has one of the scenarios open; that window comes forward */
  refuse(caller: Caller, scenarios: readonly number[]): void
  /** Lets them read the library again. */
  tell(caller: Caller): void
}

export const otherWindows = (windows: Pick<AppWindows, 'isOpenElsewhere' | 'tellOthers'>): OtherWindows => ({
  refuse(caller, scenarios) {
    if (scenarios.some((id) => windows.isOpenElsewhere(caller.id, id)))
      throw new InputError('', 'This scenario is open in another window, which has come forward.')
  },
  tell: (caller) => windows.tellOthers(caller.id, 'library.changed', null),
})
