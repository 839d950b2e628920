import { amount, percent, threeSignificant, usd } from '../report/format.ts'
import { replicaLayoutName } from '../report/layout-name.ts'
import type { LineChart } from '../report/line-chart.ts'
import { countColumn, numberColumn, textColumn, type TableData } from '../report/table-data.ts'
import { newScenario, type Series } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import type { ReplicaThroughput } from '../search/standard/replica-throughputs.ts'
import type { StandardSearchSetup } from '../search/standard/space.ts'
import type { Answer, QuestionTools } from './answer.ts'
import {
  acceleratorOf,
  deploy,
  deploymentNotes,
  leastGpuSeconds,
  modelNameOf,
  shortName,
  sureFact,
  whyTooSlow,
  type Deployed,
} from './deployment.ts'
import { fleetsOf, leastMixedFleet, type Fleet } from './fleet.ts'
import { QUESTION_TITLES, type QuestionInputs } from './question-list.ts'
import { chartSpeeds } from './speeds.ts'
import { costInWords, gpusInWords, speedInWords } from './words.ts'

type Inputs = QuestionInputs<'least-gpus'>

/** Speeds along the chart. */
const CHART_SPEEDS = 48

/** GPUs for a load at a speed, and what they are from. */
interface Need {
  /** Whole ones, of replicas alike; null where the speed is not reached. */
  readonly gpus: number | null
  /** Where replicas may differ; null where that is not looked at. */
  readonly mixed: Fleet | null
  /** Where replicas could be divided: load times the GPU time of a token. */
  readonly divided: number | null
  /** Fleets of one layout each, fewest GPUs first; none under the paper's rules. */
  readonly fleets: readonly Fleet[]
}

/**
 * The fewest whole GPUs for a load at a speed for each user. Under the standard rules replicas are whole: each layout with its
 * largest batch at that speed, as many of them as the load takes. Under the paper's, where GPU counts are real numbers, the
 * load times the least GPU time of a token over setups that the load fills.
 */
export async function leastGpus(inputs: Inputs, tools: QuestionTools): Promise<Answer> {
  const { deployment, tokensPerSecond: speed, loadTokensPerSecond: load } = inputs
  const isPaper = deployment.rules === 'paper'
  const series: Series = {
    ...deployment,
    // The paper's rules know no replicas: a setup may not make more than the load.
    demandCapTokensPerSecond: isPaper ? load : null,
    limits: { ...deployment.limits, minTokensPerSecond: null },
  }
  const deployed = await deploy(series, tools)
  const speeds = [...chartSpeeds([deployed.result.points], CHART_SPEEDS, [speed]), speed]
  const replicas = isPaper ? [] : await tools.throughputs(standardSetup(series, tools), speeds)
  const needs = speeds.map((at, i) => needAt(deployed, at, load, replicas[i] ?? null))
  const need = needs.pop()!
  const { gpus, fleets } = need
  const names = { model: modelNameOf(series, tools.catalog), gpu: shortName(acceleratorOf(series, tools.catalog)) }
  return {
    sentence:
      gpus === null
        ? `${names.model} on ${names.gpu} ${whyTooSlow(deployed, speed, speedInWords)}.`
        : `${fleetInWords(fleets[0], gpus, names.gpu)} ${gpus === 1 ? 'serves' : 'serve'} ${speedInWords(load)} of ${names.model} in all, at ${speedInWords(speed)} or more for each user${fewerIfMixed(need)}.`,
    figure: gpus === null ? null : { value: amount(gpus), unit: gpus === 1 ? 'GPU' : 'GPUs' },
    facts: gpus === null ? [] : factsOf(deployed, inputs, { ...need, gpus }, tools),
    strip: null,
    chart: needsChart(speeds, needs, load),
    table: fleets.length === 0 ? null : fleetTable(fleets, names.model),
    assumptions: [
      isPaper
        ? 'GPUs = load × GPU time of a token, the least of setups that are at least that fast and make no more than the load; rounded up to whole GPUs.'
        : 'Each layout runs the largest batch that memory holds and the speed allows, as more sequences never make a layout yield less; as many replicas as the load takes, rounded up. No spare replicas for failures, peaks or queueing.',
      ...deploymentNotes([deployed], tools.catalog),
    ],
    scenario: newScenario(QUESTION_TITLES['least-gpus'].title, [
      isPaper ? series : { ...series, limits: { ...series.limits, minTokensPerSecond: speed } },
    ]),
  }
}

function needAt(
  { result }: Deployed,
  speed: number,
  load: number,
  replicas: readonly ReplicaThroughput[] | null,
): Need {
  const seconds = leastGpuSeconds(result, speed)
  const divided = seconds === null ? null : load * seconds
  if (replicas === null) return { gpus: divided === null ? null : wholeGpus(divided), mixed: null, divided, fleets: [] }
  const fleets = fleetsOf(replicas, load)
  return { gpus: fleets[0]?.gpus ?? null, mixed: leastMixedFleet(replicas, load), divided, fleets }
}

/** Real GPU counts this near a whole one are whole. */
const wholeGpus = (value: number): number => Math.ceil(value * (1 - 1e-12))

const standardSetup = (series: Series, { catalog }: QuestionTools): StandardSearchSetup =>
  searchSetup(series, catalog, 'deployment') as StandardSearchSetup

function fleetInWords(fleet: Fleet | undefined, gpus: number, gpu: string): string {
  if (fleet === undefined) return `${amount(gpus)} x ${gpu}`
  const [{ replica, count }] = fleet.replicas as [{ replica: ReplicaThroughput; count: number }]
  const prompts = fleet.promptGpus === 0 ? '' : ` and ${gpusInWords(fleet.promptGpus)} for prompts`
  return `${amount(gpus)} x ${gpu}, ${amount(count)} ${count === 1 ? 'replica' : 'replicas'} of ${gpusInWords(replica.gpus)} (${replicaLayoutName(replica.layout)})${prompts},`
}

const fewerIfMixed = ({ gpus, mixed }: Need): string =>
  mixed === null || mixed.gpus >= gpus! ? '' : `; replicas of several sizes would do with ${amount(mixed.gpus)}`

function factsOf(
  deployed: Deployed,
  { loadTokensPerSecond: load, tokensPerSecond: speed }: Inputs,
  { gpus, mixed, divided, fleets: [best] }: Need & { readonly gpus: number },
  { catalog }: QuestionTools,
): [string, string][] {
  const usdPerHour = gpus * deployed.result.usdPerGpuHour
  const facts: ([string, string] | null)[] = [
    best === undefined ? null : ['Sequences of each replica', `up to ${amount(best.replicas[0]!.replica.batch)}`],
    best === undefined ? null : ['Load of what they could make', percent(best.loadShare)],
    mixed === null || mixed.gpus >= gpus
      ? null
      : ['With replicas of several sizes', `${gpusInWords(mixed.gpus)}: ${mixtureInWords(mixed)}`],
    divided === null ? null : ['If replicas could be divided', `${threeSignificant(divided)} GPUs`],
    ['Price', `${usd(usdPerHour)} per hour, ${costInWords((usdPerHour * 1e6) / (3600 * load))} at this load`],
    sureFact(deployed, speed, catalog),
  ]
  return facts.filter((fact) => fact !== null)
}

const mixtureInWords = ({ replicas }: Fleet): string =>
  replicas.map(({ replica, count }) => `${amount(count)} x ${replicaLayoutName(replica.layout)}`).join(' and ')

function needsChart(speeds: readonly number[], needs: readonly Need[], load: number): LineChart | null {
  const line = (name: string, styleIndex: number, value: (need: Need) => number | null) => {
    const at = needs.flatMap((need, i) => (value(need) === null ? [] : [i]))
    return {
      name,
      styleIndex,
      drawn: 'line' as const,
      x: Float64Array.from(at, (i) => speeds[i]!),
      y: Float64Array.from(at, (i) => value(needs[i]!)!),
    }
  }
  const lines = [
    line('replicas alike', 0, ({ gpus }) => gpus),
    line('replicas of several sizes', 1, ({ mixed }) => mixed?.gpus ?? null),
    line('if replicas could be divided', 4, ({ divided }) => divided),
  ].filter(({ x }) => x.length > 0)
  return lines.length === 0
    ? null
    : {
        title: `GPUs for ${speedInWords(load)} in all`,
        x: { unit: 'tokens/s', label: 'speed', name: 'tokens per second for one user, at least', scale: 'log' },
        y: { unit: 'GPUs', label: 'GPUs', name: 'GPUs, all replicas together', scale: 'log' },
        lines,
      }
}

const fleetTable = (fleets: readonly Fleet[], subject: string): TableData => ({
  subject,
  title: 'Every layout that is fast enough',
  columns: [
    textColumn('layout'),
    countColumn('GPUs of a replica'),
    countColumn('replicas'),
    countColumn('GPUs in all'),
    countColumn('sequences of a replica'),
    numberColumn('speed', 'tokens/s'),
    { title: 'load of what they could make', unit: 'share of 1', kind: 'share' },
  ],
  rows: fleets.map(({ replicas: [one], gpus, loadShare }) => [
    `${replicaLayoutName(one!.replica.layout)}${one!.replica.drafting ? ', with drafts' : ''}`,
    one!.replica.gpus,
    one!.count,
    gpus,
    one!.replica.batch,
    one!.replica.tokensPerSecond,
    loadShare,
  ]),
  notes: [],
})
