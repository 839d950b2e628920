import { acceleratorName } from '../catalog/accelerator-entry.ts'
import { modelName } from '../catalog/model-entry.ts'
import { pairSeries } from '../scenario/paired-series.ts'
import type { Scenario, Series } from '../scenario/scenario.ts'
import { amount, listed, usd } from './format.ts'
import { firstFigureChanges } from './entry-changes.ts'
import { differingInputs, inputInWords, inputValue, type SeriesInput } from './series-inputs.ts'

/** One thing that two states of a scenario have otherwise, in words. */
export interface ScenarioDifference {
  /** The series that it is of; null: of the whole. */
  readonly series: string | null
  readonly what: string
  readonly before: string
  readonly after: string
  /** The same as one sentence of what was done. */
  readonly says: string
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Parts of what drafts are named only while both draft; on and off says the rest. */
const isPartOfOneOnly = ({ path }: SeriesInput, was: Series, is: Series): boolean =>
  path.startsWith('speculative.') && (was.speculative === null || is.speculative === null)

const shown = ({ hidden }: Series): string => (hidden ? 'hidden' : 'shown')
const line = ({ colour, dash }: Series): string => `${colour ?? 'colour by place'}, ${dash ?? 'line by place'}`
const orNone = (words: readonly string[]): string => (words.length === 0 ? 'none' : listed(words))

function seriesDifferences(was: Series, is: Series): ScenarioDifference[] {
  const of = (what: string, before: string, after: string, says: string) => ({
    series: is.name,
    what,
    before,
    after,
    says,
  })
  return [
    ...(is.name === was.name ? [] : [of('Name', was.name, is.name, `${was.name} renamed to ${is.name}`)]),
    ...differingInputs(is, was)
      .filter((input) => !isPartOfOneOnly(input, was, is))
      .map((input) => {
        const [before, after] = [was, is].map((series) => inputInWords(input, inputValue(series, input))) as [
          string,
          string,
        ]
        return of(input.label, before, after, `${is.name}: ${input.label} ${before} → ${after}`)
      }),
    ...(is.hidden === was.hidden ? [] : [of('Shown', shown(was), shown(is), `${is.name} ${shown(is)}`)]),
    ...(is.notes === was.notes ? [] : [of('Notes', was.notes, is.notes, `${is.name}: notes`)]),
    ...(line(is) === line(was) ? [] : [of('Line', line(was), line(is), `${is.name}: line`)]),
  ]
}

function readingsInWords({ readings: { speedWeight, speeds, costs, columns } }: Scenario): string {
  return [
    `speed weight ${amount(speedWeight)}`,
    ...(speeds.length === 0 ? [] : [`at ${listed(speeds.map(amount))} tokens/s`]),
    ...(costs.length === 0 ? [] : [`at ${listed(costs.map(usd))} per million`]),
    `columns ${orNone(columns)}`,
  ].join('; ')
}

/** Entries that two states bring along otherwise, each with the first figures that are not the same. */
function broughtDifferences(before: Scenario, after: Scenario): ScenarioDifference[] {
  const [theirs, ours] = [after, before].map(({ models, accelerators }) => ({ ...models, ...accelerators })) as [
    Scenario['accelerators'] & Scenario['models'],
    Scenario['accelerators'] & Scenario['models'],
  ]
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].flatMap((id) => {
    const [was, is] = [ours[id], theirs[id]]
    if (same(was, is)) return []
    const name = entryName((is ?? was)!)
    const row = { series: null, what: `${name}, brought along` }
    if (was === undefined) return [{ ...row, before: 'not there', after: 'there', says: `Brings ${name} along` }]
    if (is === undefined) return [{ ...row, before: 'there', after: 'not there', says: `Brings ${name} along no more` }]
    const { first, more } = firstFigureChanges(was, is)
    const inWords = (side: 'before' | 'after') =>
      [...first.map((change) => `${change.label} ${change[side]}`), ...(more === 0 ? [] : [`and ${more} more`])].join(
        '; ',
      )
    const figures = first.length === 0 ? 'sources or notes' : null
    return [
      {
        ...row,
        before: figures ?? inWords('before'),
        after: figures ?? inWords('after'),
        says: `Other figures of ${name} brought along`,
      },
    ]
  })
}

const entryName = (entry: Scenario['models'][string] | Scenario['accelerators'][string]): string =>
  'hbmBytes' in entry ? acceleratorName(entry) : modelName(entry)

const seriesNames = ({ series }: Scenario): string => series.map(({ name }) => name).join(', ')
const observedNames = ({ observed }: Scenario): string => orNone(observed.map(({ name }) => name))
const baselineName = ({ series, baseline }: Scenario): string => series[baseline]!.name

/** Everything that one state of a scenario has otherwise than another, series by series. */
export function scenarioDifferences(before: Scenario, after: Scenario): ScenarioDifference[] {
  const pairs = pairSeries(before, after)
  const kept = pairs.filter((pair) => pair.before !== null && pair.after !== null)
  const moved = kept.some((pair, i) => i > 0 && pair.before! < kept[i - 1]!.before!)
  const baselineWas = pairs.find((pair) => pair.before === before.baseline)
  const whole = (differs: boolean, what: string, says: string, inWords: (of: Scenario) => string) =>
    differs ? [{ series: null, what, before: inWords(before), after: inWords(after), says }] : []
  const oneOnly = (name: string, isAdded: boolean): ScenarioDifference => ({
    series: name,
    what: 'Series',
    before: isAdded ? 'not there' : 'there',
    after: isAdded ? 'there' : 'not there',
    says: `${name} ${isAdded ? 'added' : 'removed'}`,
  })
  return [
    ...whole(
      before.name !== after.name,
      'Name',
      `Renamed from “${before.name}” to “${after.name}”`,
      ({ name }) => name,
    ),
    ...whole(before.notes !== after.notes, 'Notes', 'Notes', ({ notes }) => notes),
    ...pairs.flatMap((pair) =>
      pair.before === null
        ? [oneOnly(after.series[pair.after!]!.name, true)]
        : pair.after === null
          ? [oneOnly(before.series[pair.before]!.name, false)]
          : seriesDifferences(before.series[pair.before]!, after.series[pair.after]!),
    ),
    ...whole(moved, 'Order', 'Order of the series', seriesNames),
    ...whole(baselineWas?.after !== after.baseline, 'Baseline', `Baseline ${baselineName(after)}`, baselineName),
    ...whole(!same(before.readings, after.readings), 'Readings', 'Readings of the table', readingsInWords),
    ...whole(!same(before.observed, after.observed), 'Observed points', 'Observed points', observedNames),
    ...broughtDifferences(before, after),
  ]
}
