import { lookAt } from './look.ts'
import type { Scenario } from './scenario.ts'

type Compared = Pick<Scenario, 'series' | 'baseline'>

/** Place of the series that the others are read against: the one chosen, or while that is hidden the first that is not. */
export const baselineOf = ({ series, baseline }: Compared): number =>
  series[baseline]?.hidden === false ? baseline : series.findIndex(({ hidden }) => !hidden)

/** The comparison as it is shown: hidden series left out, the others drawn as they were among them. */
export function withoutHidden(scenario: Scenario): Scenario {
  if (scenario.series.every(({ hidden }) => !hidden)) return scenario
  const shown = scenario.series.map((series, at) => ({ ...series, ...lookAt(at, series) }))
  return {
    ...scenario,
    series: shown.filter(({ hidden }) => !hidden),
    baseline: shown.slice(0, baselineOf(scenario)).filter(({ hidden }) => !hidden).length,
  }
}
