import type { Standing } from '../../shared/contract/incoming-calls.ts'
import { formatScenario, parseScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import type { LibraryStore } from '../storage/library-store.ts'

/** How a scenario from outside stands to the saved ones of its name. */
export function standingOf(library: Pick<LibraryStore, 'named'>, scenario: Scenario): Standing {
  const namesakes = library.named(scenario.name)
  const text = formatScenario(scenario)
  const same = namesakes.find(({ document }) => formattedOrNull(document) === text)
  if (same !== undefined) return { state: 'same', id: same.id }
  return namesakes[0] === undefined ? { state: 'new', id: null } : { state: 'differs', id: namesakes[0].id }
}

/** A document that this app cannot read is another one. */
function formattedOrNull(document: string): string | null {
  try {
    return formatScenario(parseScenario(document))
  } catch {
    return null
  }
}
