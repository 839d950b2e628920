import type { Catalog } from '../../shared/catalog/builtin.ts'
import type { Standing } from '../../shared/contract/incoming-calls.ts'
import { formatScenario, parseScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { withOwnEntries } from '../../shared/scenario/with-own-entries.ts'
import type { LibraryStore } from '../storage/library-store.ts'

export interface Namesakes {
  readonly library: Pick<LibraryStore, 'named'>
  /** The person's own entries of the catalog. */
  readonly own: () => Catalog
}

/** How a scenario from outside stands to the saved ones of its name. */
export function standingOf({ library, own }: Namesakes, scenario: Scenario): Standing {
  const namesakes = library.named(scenario.name)
  const text = formatScenario(scenario)
  const same = namesakes.find(({ document }) => textsOf(document, own()).includes(text))
  if (same !== undefined) return { state: 'same', id: same.id }
  return namesakes[0] === undefined ? { state: 'new', id: null } : { state: 'differs', id: namesakes[0].id }
}

/** As it is saved, and as it would leave the app; none of a document that this app cannot read, which is another one. */
function textsOf(document: string, own: Catalog): string[] {
  try {
    const scenario = parseScenario(document)
    return [scenario, withOwnEntries(scenario, own)].map(formatScenario)
  } catch {
    return []
  }
}
