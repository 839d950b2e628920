import type { ScenarioStore } from '../storage/scenario-store.ts'
import type { AppWindows } from '../window/app-windows.ts'
import type { CallHandlers } from './handle-calls.ts'
import { otherWindows } from './other-windows.ts'

type Windows = Pick<AppWindows, 'hold' | 'isOpenElsewhere' | 'tellOthers'>

/** Saved scenarios. One is open in one window at a time, so that no window saves over what another has. */
export const scenarioHandlers = (scenarios: ScenarioStore, windows: Windows) => {
  const others = otherWindows(windows)
  return {
    'scenario.list': () => scenarios.list(),
    'scenario.open': (id, caller) => {
      others.refuse(caller, [id])
      const scenario = scenarios.open(id)
      windows.hold(caller.id, id)
      return scenario
    },
    'scenario.leave': (_input, caller) => windows.hold(caller.id, null),
    'scenario.save': ({ id, scenario }, caller) => {
      const saved = scenarios.save(id, scenario)
      windows.hold(caller.id, saved.id)
      others.tell(caller)
      return saved
    },
    'scenario.rename': ({ id, name }, caller) => {
      others.refuse(caller, [id])
      const renamed = scenarios.rename(id, name)
      others.tell(caller)
      return renamed
    },
  } satisfies Partial<CallHandlers>
}
