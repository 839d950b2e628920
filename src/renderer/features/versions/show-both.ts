import { joinedComparison, type LabelledScenario } from '../../../shared/scenario/joined-comparison.ts'
import { withPairedLook } from '../../../shared/scenario/paired-look.ts'
import type { Library } from '../library/create-library.ts'
import type { Workspace } from '../workspace/create-workspace.ts'

/**
 * Shows two states of a scenario as one comparison, a panel for each, with pairs of series in one colour; it is saved with its first edit only.
 * @param states the earlier one, or one's own, first
 */
export async function showBoth(
  workspace: Workspace,
  library: Library,
  states: readonly [LabelledScenario, LabelledScenario],
): Promise<void> {
  const [was, is] = states
  const paired = { ...is, scenario: withPairedLook(was.scenario, is.scenario) }
  await library.preview(joinedComparison(`${is.scenario.name}: ${was.label} and ${is.label}`, [was, paired]))
  workspace.charts.setPanelPer('version')
  workspace.setView('side-by-side')
}
