import type { AcceleratorEntry } from '../catalog/accelerator-entry.ts'
import type { OwnConstants } from '../catalog/constants-set.ts'
import type { ModelEntry } from '../catalog/model-entry.ts'
import { broughtSets } from './own-constants.ts'
import { MOST_SERIES, newScenario, type Scenario, type Series } from './scenario.ts'

/** One of two states that are to be seen side by side. */
export interface LabelledScenario {
  /** "3 May 2026": told after each name, and after the ids of entries that it brings along. */
  readonly label: string
  readonly scenario: Scenario
}

/** Between a series' name and the label of its state. */
export const LABEL_MARK = ' · '

const LONGEST_NAME = 200

const labelled = (text: string, label: string): string =>
  `${text.slice(0, LONGEST_NAME - LABEL_MARK.length - label.length)}${LABEL_MARK}${label}`

type BroughtAlong = 'models' | 'accelerators' | 'constants'

/** The same series, with ids of what its scenario brings along changed as `idOf` says. */
function renamed(series: Series, label: string, idOf: (id: string, of: BroughtAlong) => string): Series {
  const { model, accelerator, speculative } = series
  return {
    ...series,
    name: labelled(series.name, label),
    model: idOf(model, 'models'),
    accelerator: idOf(accelerator, 'accelerators'),
    constants: idOf(series.constants, 'constants'),
    speculative: speculative === null ? null : { ...speculative, draft: idOf(speculative.draft, 'models') },
  }
}

/**
 * Two states of a scenario as one comparison: the series of both, each with its state in its name, and what each brings
 * along under an id of its own, as the two may have different entries of one id.
 */
export function joinedComparison(name: string, states: readonly LabelledScenario[]): Scenario {
  const models: Record<string, ModelEntry> = {}
  const accelerators: Record<string, AcceleratorEntry> = {}
  const constants: Record<string, OwnConstants> = {}
  const series: Series[] = []
  const room = Math.floor(MOST_SERIES / states.length)
  for (const { label, scenario } of states) {
    const idOf = (id: string, of: BroughtAlong) => (Object.hasOwn(scenario[of] ?? {}, id) ? labelled(id, label) : id)
    for (const [id, entry] of Object.entries(scenario.models)) models[labelled(id, label)] = entry
    for (const [id, entry] of Object.entries(scenario.accelerators)) accelerators[labelled(id, label)] = entry
    for (const [id, set] of Object.entries(scenario.constants ?? {})) constants[labelled(id, label)] = set
    series.push(...scenario.series.slice(0, room).map((one) => renamed(one, label, idOf)))
  }
  const shown = series.some(({ hidden }) => !hidden) ? series : series.map((one) => ({ ...one, hidden: false }))
  const { readings } = states.at(-1)!.scenario
  return {
    ...newScenario(name.slice(0, LONGEST_NAME), shown),
    models,
    accelerators,
    ...broughtSets(constants),
    readings,
  }
}
