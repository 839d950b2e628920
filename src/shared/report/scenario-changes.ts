import { pairSeries } from '../scenario/paired-series.ts'
import type { Scenario, Series } from '../scenario/scenario.ts'
import { differingInputs, inputInWords, inputValue, type SeriesInput } from './series-inputs.ts'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Parts of what drafts are named only while both draft; on and off says the rest. */
const isPartOfOneOnly = ({ path }: SeriesInput, was: Series, is: Series): boolean =>
  path.startsWith('speculative.') && (was.speculative === null || is.speculative === null)

function seriesChanges(was: Series, is: Series): string[] {
  const inputs = differingInputs(is, was).filter((input) => !isPartOfOneOnly(input, was, is))
  const look = is.colour !== was.colour || is.dash !== was.dash
  return [
    ...(is.name === was.name ? [] : [`${was.name} renamed to ${is.name}`]),
    ...inputs.map(
      (input) =>
        `${is.name}: ${input.label} ${inputInWords(input, inputValue(was, input))} → ${inputInWords(input, inputValue(is, input))}`,
    ),
    ...(is.hidden === was.hidden ? [] : [`${is.name} ${is.hidden ? 'hidden' : 'shown'}`]),
    ...(is.notes === was.notes ? [] : [`${is.name}: notes`]),
    ...(look ? [`${is.name}: line`] : []),
  ]
}

/** What was changed from one state of a scenario to the next, in words, series by series. */
export function scenarioChanges(before: Scenario, after: Scenario): string[] {
  const pairs = pairSeries(before, after)
  const kept = pairs.filter((pair) => pair.before !== null && pair.after !== null)
  const moved = kept.some((pair, i) => i > 0 && pair.before! < kept[i - 1]!.before!)
  const baselineWas = pairs.find((pair) => pair.before === before.baseline)
  return [
    ...(before.name === after.name ? [] : [`Renamed from “${before.name}” to “${after.name}”`]),
    ...(before.notes === after.notes ? [] : ['Notes']),
    ...pairs.flatMap((pair) =>
      pair.before === null
        ? [`${after.series[pair.after!]!.name} added`]
        : pair.after === null
          ? [`${before.series[pair.before]!.name} removed`]
          : seriesChanges(before.series[pair.before]!, after.series[pair.after]!),
    ),
    ...(moved ? ['Order of the series'] : []),
    ...(baselineWas?.after === after.baseline ? [] : [`Baseline ${after.series[after.baseline]!.name}`]),
    ...(same(before.readings, after.readings) ? [] : ['Readings of the table']),
    ...(same([before.models, before.accelerators], [after.models, after.accelerators])
      ? []
      : ['Catalog entries it brings along']),
  ]
}
