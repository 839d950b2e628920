import type { OnDiffering, Taken } from '../../shared/contract/incoming-calls.ts'
import { outcomeOf } from '../../shared/scenario/outcome-of.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import type { ScenarioStore } from '../storage/scenario-store.ts'
import { standingOf, type Namesakes } from './standing-of.ts'

export interface TakingLibrary extends Namesakes {
  readonly scenarios: Pick<ScenarioStore, 'save'>
}

/**
 * Puts a scenario from outside into the library: one that is there just as it is stays alone, one whose name another has goes as
 * the person chose.
 * @param mayReplace called before the scenario of an id is saved over; may throw
 */
export function takeScenario(
  here: TakingLibrary,
  scenario: Scenario,
  onDiffering: OnDiffering,
  mayReplace: (id: number) => void,
): Taken {
  const standing = standingOf(here, scenario)
  const outcome = outcomeOf(standing.state, onDiffering)
  if (outcome === 'kept') return { outcome, id: standing.id! }
  const over = outcome === 'replaced' ? standing.id : null
  if (over !== null) mayReplace(over)
  return { outcome, id: here.scenarios.save(over, scenario).id }
}
