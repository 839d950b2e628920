import type { Catalog } from '../catalog/builtin.ts'
import { withoutHidden } from '../scenario/baseline.ts'
import type { Scenario, Series } from '../scenario/scenario.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import { assumptionsOf } from './assumptions.ts'
import { observedFrom } from './observed-facts.ts'
import { seriesFacts } from './series-facts.ts'
import type { TableNote } from './table-data.ts'

/** What a note is about that holds for all figures. */
export const ASSUMPTION = 'Assumption'

/** A series with its frontier, as far as there is one yet. */
export interface NotedSeries {
  readonly series: Series
  readonly result: FrontierResult
}

/** The app, as every file names it. */
export const writtenBy = (version: string): TableNote => ({ about: 'Written by', text: `Paretoscope ${version}` })

/** What the figures of a comparison stand under: assumptions, rule sets, baseline, inputs with the sources of prices, observed sets. */
export function comparisonNotes(
  scenario: Scenario,
  series: readonly NotedSeries[],
  catalog: Catalog,
  version: string,
): TableNote[] {
  const seen = withoutHidden(scenario)
  return [
    { about: 'Comparison', text: scenario.name },
    ...assumptionsOf(seen, seen.series[seen.baseline]!.name).map((text) => ({ about: ASSUMPTION, text })),
    ...series.map(({ series: one, result }) => ({
      about: one.name,
      text: seriesFacts(one, catalog, result)
        .map(([label, value]) => `${label}: ${value}`)
        .join('; '),
    })),
    ...seen.observed
      .filter(({ hidden }) => !hidden)
      .map((set) => ({ about: 'Observed points', text: observedFrom(set).join(' · ') })),
    ...(scenario.notes === '' ? [] : [{ about: 'Notes', text: scenario.notes }]),
    writtenBy(version),
  ]
}
