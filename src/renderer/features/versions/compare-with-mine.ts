import { scenarioDifferences, type ScenarioDifference } from '../../../shared/report/scenario-differences.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import { call } from '../../kernel/api.ts'
import type { Library } from '../library/create-library.ts'
import type { Workspace } from '../workspace/create-workspace.ts'
import { showBoth } from './show-both.ts'

/** Another's scenario beside the saved one of its name. */
export interface Compared {
  readonly name: string
  readonly differences: readonly ScenarioDifference[]
}

/** Shows the curves of another's scenario and of a saved one, and gives what is not the same, before anything is stored. */
export async function compareWithMine(
  workspace: Workspace,
  library: Library,
  mineId: number,
  theirs: Scenario,
): Promise<Compared> {
  const mine = await call('library.look', mineId)
  await showBoth(workspace, library, [
    { label: 'yours', scenario: mine },
    { label: 'theirs', scenario: theirs },
  ])
  return { name: theirs.name, differences: scenarioDifferences(mine, theirs) }
}
