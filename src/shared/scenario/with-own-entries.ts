import type { Catalog } from '../catalog/builtin.ts'
import type { Scenario } from './scenario.ts'

const named = <T>(entries: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).filter(([id]) => ids.includes(id)))

/**
 * A scenario as it is given to others: with the entries of the person's own that its series name, which no one else has. What
 * it brings along already stays.
 * @param own the person's entries
 */
export function withOwnEntries(scenario: Scenario, own: Catalog): Scenario {
  const { series } = scenario
  const models = series.flatMap(({ model, speculative }) => [
    model,
    ...(speculative === null ? [] : [speculative.draft]),
  ])
  return {
    ...scenario,
    accelerators: {
      ...named(
        own.accelerators,
        series.map(({ accelerator }) => accelerator),
      ),
      ...scenario.accelerators,
    },
    models: { ...named(own.models, models), ...scenario.models },
  }
}
