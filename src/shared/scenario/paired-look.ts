import { lookAt } from './look.ts'
import { pairSeries } from './paired-series.ts'
import { LINE_STYLES } from './presentation-fields.ts'
import type { Scenario } from './scenario.ts'

/**
 * The later of two states of a scenario, each series in the colour of the one that it was, so that a pair is found in two panels;
 * in the next line style, so that it is told apart in one.
 */
export function withPairedLook(before: Scenario, after: Scenario): Scenario {
  const partner = new Map(pairSeries(before, after).map((pair) => [pair.after, pair.before]))
  return {
    ...after,
    series: after.series.map((series, is) => {
      const was = partner.get(is) ?? null
      if (was === null) return series
      const { colour, dash } = lookAt(was, before.series[was])
      return { ...series, colour, dash: LINE_STYLES[(LINE_STYLES.indexOf(dash) + 1) % LINE_STYLES.length]! }
    }),
  }
}
