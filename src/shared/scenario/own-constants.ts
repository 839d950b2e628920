import type { Catalog } from '../catalog/builtin.ts'
import type { OwnSets } from '../catalog/constants-set.ts'
import type { Scenario } from './scenario.ts'

/** Sets as a scenario has them: the field is not there where there are none. */
export const broughtSets = (sets: OwnSets): Pick<Scenario, 'constants'> =>
  Object.keys(sets).length === 0 ? {} : { constants: { ...sets } }

/**
 * A scenario with the sets of constants that its series name: what it brings along already stays, the others come from the
 * person's own, where they are kept. From then on they are the scenario's, whatever becomes of the kept ones.
 */
export function withConstants(scenario: Scenario, kept: OwnSets): Scenario {
  const named = new Set<string>(scenario.series.map(({ constants }) => constants))
  const missing = Object.entries(kept).filter(([id]) => named.has(id) && !Object.hasOwn(scenario.constants ?? {}, id))
  if (missing.length === 0) return scenario
  return { ...scenario, constants: { ...scenario.constants, ...Object.fromEntries(missing) } }
}

/** What of a scenario wins over the catalog. */
export const broughtAlong = ({ models, accelerators, constants }: Catalog): Catalog => ({
  models,
  accelerators,
  ...(constants !== undefined && { constants }),
})
