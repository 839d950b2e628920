import { toArchitecture } from '../catalog/model-architecture.ts'
import { isPaperModel, modelName, type ModelEntry } from '../catalog/model-entry.ts'
import { PAPER_DEPTH_EXPONENT, scaleModel, unscalable } from '../catalog/scaled-model.ts'
import { activeParams } from '../model/architecture.ts'
import { logSpace } from '../model/log-space.ts'
import { percent } from '../report/format.ts'
import { numberColumn, type TableData } from '../report/table-data.ts'
import { findEntry } from '../scenario/entries.ts'
import { InputError } from '../scenario/input-error.ts'
import { newScenario, type Scenario, type Series } from '../scenario/scenario.ts'
import type { Answer, QuestionTools } from './answer.ts'
import { usdWithInput } from './api-price.ts'
import {
  acceleratorOf,
  coarseGrid,
  deploy,
  deploymentNotes,
  leastCost,
  shortName,
  type Deployed,
} from './deployment.ts'
import { lastThatHolds, type Edge } from './last-that-holds.ts'
import { madeOnce } from './made-once.ts'
import { QUESTION_TITLES, type QuestionInputs } from './question-list.ts'
import { costInWords, paramsInWords, speedInWords } from './words.ts'

type Inputs = QuestionInputs<'model-size'>

/** Times the parameters of the family's model, smallest and largest looked at. */
const LEAST_FACTOR = 1 / 32
const MOST_FACTOR = 32
const LADDER = [...logSpace(LEAST_FACTOR, MOST_FACTOR, 11)]
/** Of a step of the ladder, which is a factor of 2: sizes are found to about half a percent. */
const HALVINGS = 7

/** A size of the family, with its frontier. */
interface Sized extends Deployed {
  readonly entry: ModelEntry
  readonly totalParams: number
  readonly activeParams: number
  /** USD per million tokens at the speed; null where it is not reached. */
  readonly cost: number | null
}

/**
 * The paper's inverse question: which sizes of a family could be sold at a price and speed. A larger model costs more at a
 * speed, so that each margin has a largest size whose cost is within what the margin leaves of the price.
 */
export async function modelSize(inputs: Inputs, tools: QuestionTools): Promise<Answer> {
  const { deployment, tokensPerSecond: speed, marginFromPercent, marginToPercent } = inputs
  const family = findEntry(tools.catalog.models, deployment.model, 'deployment.model', 'model')
  const against = unscalable(family)
  if (against !== null)
    throw new InputError('deployment.model', `is "${deployment.model}", which cannot be scaled: ${against}`)
  const sizes = sizesOf(family, inputs, tools)
  const revenue = usdWithInput(inputs, deployment)
  const margins = [marginToPercent, marginFromPercent]
  // At once, so that no worker waits for another's search.
  await Promise.all(LADDER.map(sizes.at))
  const edges: Edge[] = []
  for (const margin of margins) edges.push(await edgeAt(revenue * (1 - margin / 100)))
  async function edgeAt(mostCost: number): Promise<Edge> {
    return lastThatHolds(LADDER, HALVINGS, async (factor) => ((await sizes.at(factor)).cost ?? Infinity) <= mostCost)
  }
  const ladder = sizes.all().map(([, one]) => one)
  const sizeAt = async (factor: number | null) => (factor === null ? null : sizes.at(factor))
  const least = await sizeAt(edges[0]!.holds)
  const most = await sizeAt(edges[1]!.holds)
  const beyond = await sizeAt(edges[1]!.fails)
  const gpu = shortName(acceleratorOf(deployment, tools.catalog))
  const offer = `${costInWords(revenue)} at ${speedInWords(speed)}`
  const found = [...new Set([least, most])].filter((one) => one !== null)
  return {
    sentence: sentenceOf({
      least,
      most,
      beyond,
      offer,
      margins: [marginFromPercent, marginToPercent],
      gpu,
      family,
      ladder,
      speed,
    }),
    figure:
      most === null
        ? null
        : {
            value: rangeInWords(least, most, beyond === null),
            unit: 'parameters',
          },
    facts: [
      ['Price on the footing of cost', `${costInWords(revenue)}, input included as the prompts are`],
      ...found.map((one): [string, string] => [
        `${paramsInWords(one.totalParams)}, active ${paramsInWords(one.activeParams)}`,
        `costs ${costInWords(one.cost!)}, a margin of ${percent(1 - one.cost! / revenue)}`,
      ]),
    ],
    strip: null,
    chart: {
      title: `Cost at ${speedInWords(speed)} by model size`,
      x: { unit: 'parameters', label: 'size', name: 'parameters in all', scale: 'log' },
      y: { unit: 'USD per million tokens', label: 'cost', name: 'USD per million output tokens', scale: 'log' },
      lines: chartLines(ladder, found, revenue, margins),
    },
    table: tableOf(ladder, revenue, modelName(family)),
    assumptions: [
      `The family: ${modelName(family)} scaled in width and depth, layers growing with the cube root of the factor, number formats as they are; ${isPaperModel(family) ? 'widths may be fractions' : 'widths rounded to what exists'}.`,
      `Sizes from ${paramsInWords(ladder[0]!.totalParams)} to ${paramsInWords(ladder.at(-1)!.totalParams)} are looked at in steps of 2, the ends then by halving to about half a percent.`,
      'The price pays for GPU time at full load and the margin; idle time, staff and all else are in the margin.',
      ...deploymentNotes(found.slice(0, 1), withEntries(tools, found)),
    ],
    scenario: scenarioOf(found.length === 0 ? [ladder[0]!] : found),
  }
}

/** The family's sizes, each computed once. */
function sizesOf(family: ModelEntry, { deployment, tokensPerSecond }: Inputs, tools: QuestionTools) {
  // The two ends take the ladder once and their halvings each.
  const total = LADDER.length + 2 * HALVINGS
  const make = async (factor: number): Promise<Sized> => {
    const identity = {
      id: `scaled ${factor.toPrecision(6)}`,
      name: `${modelName(family)} x ${Number(factor.toPrecision(3))}`,
    }
    const { entry, totalParams } = scaleModel(family, { factor, depthExponent: PAPER_DEPTH_EXPONENT }, identity)
    const rules = isPaperModel(entry) ? 'paper' : deployment.rules
    const series: Series = {
      ...deployment,
      name: `${paramsInWords(totalParams)} parameters`,
      model: identity.id,
      grid: coarseGrid(deployment),
    }
    const catalog = { ...tools.catalog, models: { ...tools.catalog.models, [identity.id]: entry } }
    const deployed = await deploy(series, tools, catalog)
    return {
      ...deployed,
      entry,
      totalParams,
      activeParams: activeParams(toArchitecture(entry, rules)),
      cost: leastCost(deployed.result, tokensPerSecond),
    }
  }
  return madeOnce(make, total, (done, of) => tools.onProgress(done, of))
}

interface SentenceParts {
  readonly least: Sized | null
  readonly most: Sized | null
  /** The next size after `most`; null where that is the largest looked at. */
  readonly beyond: Sized | null
  readonly offer: string
  readonly margins: readonly [number, number]
  readonly gpu: string
  readonly family: ModelEntry
  readonly ladder: readonly Sized[]
  readonly speed: number
}

const rangeInWords = (least: Sized | null, most: Sized, isOpen: boolean): string => {
  const from = least === null ? 'up to' : `${paramsInWords(least.totalParams)} to`
  if (isOpen) return `over ${paramsInWords((least ?? most).totalParams)}`
  return least !== null && least.totalParams === most.totalParams
    ? paramsInWords(most.totalParams)
    : `${from} ${paramsInWords(most.totalParams)}`
}

/** What to make of a largest size that the price does not set. */
function notThePrice(beyond: Sized | null, speed: number): string {
  if (beyond === null) return ' The largest size looked at still fits: the price says little about the size.'
  return beyond.cost === null
    ? ` The price says little about the size: a larger one does not reach ${speedInWords(speed)} at any cost.`
    : ''
}

function sentenceOf({
  least,
  most,
  beyond,
  offer,
  margins: [from, to],
  gpu,
  family,
  ladder,
  speed,
}: SentenceParts): string {
  const margin = from === to ? `a margin of ${from} %` : `a margin of ${from} to ${to} %`
  if (most === null) {
    const [smallest] = ladder as [Sized]
    const why =
      smallest.cost === null
        ? `even ${paramsInWords(smallest.totalParams)} parameters do not reach ${speedInWords(speed)}`
        : `even ${paramsInWords(smallest.totalParams)} parameters cost ${costInWords(smallest.cost)}`
    return `No size of the family of ${modelName(family)} fits ${offer} with ${margin} on ${gpu}: ${why}.`
  }
  return `${offer} with ${margin} fits ${rangeInWords(least, most, beyond === null)} parameters, shaped like ${modelName(family)}, on ${gpu}.${notThePrice(beyond, speed)}`
}

function chartLines(ladder: readonly Sized[], found: readonly Sized[], revenue: number, margins: readonly number[]) {
  const reached = ladder.filter(({ cost }) => cost !== null)
  const column = (value: (one: Sized) => number) => Float64Array.from(reached, value)
  const ends = Float64Array.of(ladder[0]!.totalParams, ladder.at(-1)!.totalParams)
  const level = (name: string, styleIndex: number, usd: number) => ({
    name,
    styleIndex,
    drawn: 'line' as const,
    x: ends,
    y: Float64Array.of(usd, usd),
  })
  return [
    {
      name: 'cost',
      styleIndex: 0,
      drawn: 'line' as const,
      x: column((one) => one.totalParams),
      y: column((one) => one.cost!),
    },
    {
      name: 'largest size for each margin',
      styleIndex: 1,
      drawn: 'points' as const,
      x: Float64Array.from(found, (one) => one.totalParams),
      y: Float64Array.from(found, (one) => one.cost!),
    },
    ...[...new Set(margins)].map((margin, i) =>
      level(`price less a margin of ${margin} %`, 3 + i, revenue * (1 - margin / 100)),
    ),
  ]
}

const tableOf = (ladder: readonly Sized[], revenue: number, subject: string): TableData => ({
  subject,
  title: 'Sizes that were looked at',
  columns: [
    numberColumn('parameters', 'billions'),
    numberColumn('active', 'billions'),
    numberColumn('fastest', 'tokens/s'),
    numberColumn('cost at the speed', 'USD per million tokens'),
    { title: 'margin', unit: 'share of 1', kind: 'share' },
  ],
  rows: ladder.map(({ totalParams, activeParams: active, cost, result }) => [
    totalParams / 1e9,
    active / 1e9,
    result.points.tokensPerSecond[0] ?? null,
    cost,
    cost === null ? null : 1 - cost / revenue,
  ]),
  notes: [],
})

const withEntries = ({ catalog }: QuestionTools, sized: readonly Sized[]) => ({
  ...catalog,
  models: { ...catalog.models, ...entriesOf(sized) },
})

const entriesOf = (sized: readonly Sized[]): Scenario['models'] =>
  Object.fromEntries(sized.map(({ series, entry }) => [series.model, entry]))

const scenarioOf = (sized: readonly Sized[]): Scenario => ({
  ...newScenario(
    QUESTION_TITLES['model-size'].title,
    sized.map(({ series }) => series),
  ),
  models: entriesOf(sized),
})
