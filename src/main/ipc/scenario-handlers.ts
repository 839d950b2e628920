import type { ScenarioStore } from '../storage/scenario-store.ts'
import type { SettingsStore } from '../storage/settings-store.ts'
import type { CallHandlers } from './handle-calls.ts'

/** Saved scenarios; the one opened or saved last is shown again at the next start. */
export const scenarioHandlers = (scenarios: ScenarioStore, settings: SettingsStore) =>
  ({
    'scenario.list': () => scenarios.list(),
    'scenario.open': (id) => {
      const scenario = scenarios.open(id)
      settings.set('lastScenario', id)
      return scenario
    },
    'scenario.save': ({ id, scenario }) => {
      const saved = scenarios.save(id, scenario)
      settings.set('lastScenario', saved.id)
      return saved
    },
    'scenario.rename': ({ id, name }) => scenarios.rename(id, name),
  }) satisfies Partial<CallHandlers>
