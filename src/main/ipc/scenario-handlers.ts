import { InputError } from '../../shared/scenario/input-error.ts'
import type { ScenarioStore } from '../storage/scenario-store.ts'
import type { AppWindows } from '../window/app-windows.ts'
import type { CallHandlers } from './handle-calls.ts'

type Windows = Pick<AppWindows, 'hold' | 'isOpenElsewhere' | 'tellOthers'>

/**
 * Saved scenarios. One is open in one window at a time, so that no window saves over what another has; the others hear of
 * each change to the library.
 */
export const scenarioHandlers = (scenarios: ScenarioStore, windows: Windows) => {
  const refuseElsewhere = (caller: number, scenario: number) => {
    if (windows.isOpenElsewhere(caller, scenario))
      throw new InputError('', 'This scenario is open in another window, which has come forward.')
  }
  /** Runs a change to a scenario that no other window has open, and tells the others. */
  const changing = <T>(caller: number, scenario: number, change: () => T): T => {
    refuseElsewhere(caller, scenario)
    const result = change()
    windows.tellOthers(caller, 'library.changed', null)
    return result
  }
  return {
    'scenario.list': () => scenarios.list(),
    'scenario.open': (id, caller) => {
      refuseElsewhere(caller.id, id)
      const scenario = scenarios.open(id)
      windows.hold(caller.id, id)
      return scenario
    },
    'scenario.leave': (_input, caller) => windows.hold(caller.id, null),
    'scenario.save': ({ id, scenario }, caller) => {
      const saved = scenarios.save(id, scenario)
      windows.hold(caller.id, saved.id)
      windows.tellOthers(caller.id, 'library.changed', null)
      return saved
    },
    'scenario.rename': ({ id, name }, caller) => changing(caller.id, id, () => scenarios.rename(id, name)),
    'scenario.delete': (id, caller) => changing(caller.id, id, () => scenarios.delete(id)),
    'scenario.restore': (id, caller) => changing(caller.id, id, () => scenarios.restore(id)),
  } satisfies Partial<CallHandlers>
}
