import { signedPercent } from '../report/format.ts'
import { countColumn, numberColumn, textColumn, type TableData } from '../report/table-data.ts'
import { findEntry } from '../scenario/entries.ts'
import { InputError } from '../scenario/input-error.ts'
import { newScenario, type Series } from '../scenario/scenario.ts'
import { indexAtSpeed } from '../search/readings.ts'
import type { Answer, QuestionTools } from './answer.ts'
import { cheapestStretches, type CheapestStretch } from './cheapest-stretches.ts'
import {
  deploy,
  deploymentNotes,
  fastestSpeed,
  leastCost,
  modelNameOf,
  shortName,
  sureFact,
  withoutStop,
  type Deployed,
} from './deployment.ts'
import { priceChoiceName, priceOfChoice } from './price-of-choice.ts'
import { QUESTION_TITLES, type QuestionInputs } from './question-list.ts'
import { chartSpeeds } from './speeds.ts'
import { costInWords, priceInWords, speedInWords } from './words.ts'

type Inputs = QuestionInputs<'cheapest-accelerator'>

/** An accelerator that takes part, with its price in words. */
interface Entrant extends Deployed {
  readonly priced: string
}

/** One that does not, and why. */
interface LeftOut {
  readonly name: string
  readonly why: string
}

/** Points of a line in the chart. */
const LINE_POINTS = 160

/** Who serves a model cheapest at which speed, among accelerators at prices of one kind. */
export async function cheapestAccelerator(inputs: Inputs, tools: QuestionTools): Promise<Answer> {
  const { deployment, tokensPerSecond: speed } = inputs
  const { catalog } = tools
  const { entrants: all, leftOut } = await entrantsOf(inputs, tools)
  const entrants = winnersFirst(all)
  const stretches = cheapestStretches(entrants.map(({ result }) => result.points))
  const model = modelNameOf(deployment, catalog)
  const ranked = entrants
    .flatMap((one) => {
      const cost = leastCost(one.result, speed)
      return cost === null ? [] : [{ one, cost }]
    })
    .toSorted((a, b) => a.cost - b.cost)
  const [first, second] = ranked
  const sure = first === undefined ? null : sureFact(first.one, speed, catalog)
  return {
    sentence:
      first === undefined
        ? `None of the accelerators serves ${model} at ${speedInWords(speed)} for each user; ${fastestOf(entrants)}.`
        : `${first.one.series.name} serves ${model} cheapest at ${speedInWords(speed)} for each user: ${costInWords(first.cost)}${second === undefined ? '' : `, ${second.one.series.name} ${signedPercent(second.cost / first.cost - 1)}`}; along all speeds the lead changes hands ${times(stretches.length - 1)}.`,
    figure: first === undefined ? null : { value: first.one.series.name, unit: '' },
    facts: [
      ...(first === undefined ? [] : ([['Price', first.one.priced]] as [string, string][])),
      ...(sure === null ? [] : [sure]),
      ...leftOut.map(({ name, why }): [string, string] => [`Left out: ${name}`, why]),
    ],
    strip: stretches.map(({ at, slowest, fastest }) => ({
      name: entrants[at]!.series.name,
      styleIndex: at,
      slowest,
      fastest,
    })),
    chart:
      stretches.length === 0
        ? null
        : {
            title: 'Least cost by speed',
            x: { unit: 'tokens/s', label: 'speed', name: 'tokens per second for one user', scale: 'log' },
            y: {
              unit: 'USD per million tokens',
              label: 'cost',
              name: 'USD per million output tokens',
              scale: 'log',
            },
            lines: entrants.map((one, styleIndex) => lineOf(one, styleIndex)),
          },
    table: stretches.length === 0 ? null : stretchTable(stretches, entrants, model),
    assumptions: [
      `Prices: ${priceChoiceName(inputs.prices)}, the newest that the catalog has of each; prices of several kinds or dates would decide by that.`,
      'At each speed the cheapest setup that is at least as fast. A lead that is given back within 2 % of speed is not told.',
      ...leftOut.map(({ name, why }) => `Left out: ${name}, ${why}.`),
      ...deploymentNotes(entrants, catalog),
    ],
    scenario: newScenario(
      QUESTION_TITLES['cheapest-accelerator'].title,
      entrants.length === 0 ? [deployment] : entrants.map(({ series }) => series),
    ),
  }
}

/** Those that are cheapest somewhere before the others, so that their colours differ: there are fewer than lines. */
function winnersFirst(entrants: readonly Entrant[]): Entrant[] {
  const winners = new Set(cheapestStretches(entrants.map(({ result }) => result.points)).map(({ at }) => entrants[at]!))
  return [...winners, ...entrants.filter((one) => !winners.has(one))]
}

async function entrantsOf(
  { deployment, accelerators, prices }: Inputs,
  tools: QuestionTools,
): Promise<{ readonly entrants: Entrant[]; readonly leftOut: LeftOut[] }> {
  const ids = [...new Set(accelerators)]
  let done = 0
  // At once, so that no worker waits for another's search.
  const all = await Promise.all(
    ids.map(async (id) => {
      const one = await entrantOf(id, deployment, prices, tools)
      tools.onProgress(++done, ids.length)
      return one
    }),
  )
  return {
    entrants: all.filter((one) => 'result' in one),
    leftOut: all.filter((one) => 'why' in one),
  }
}

async function entrantOf(
  id: string,
  deployment: Series,
  prices: Inputs['prices'],
  tools: QuestionTools,
): Promise<Entrant | LeftOut> {
  const entry = findEntry(tools.catalog.accelerators, id, 'accelerators', 'accelerator')
  const name = shortName(entry)
  const price = priceOfChoice(entry, prices)
  if (price === null) return { name, why: `the catalog has no ${priceChoiceName(prices)} price of it` }
  try {
    const deployed = await deploy({ ...deployment, name, accelerator: id, usdPerGpuHour: price.usdPerGpuHour }, tools)
    const { nothingFits } = deployed.result
    return nothingFits === null
      ? { ...deployed, priced: `${priceInWords(price.usdPerGpuHour)}, ${price.note}` }
      : { name, why: withoutStop(nothingFits) }
  } catch (error) {
    if (!(error instanceof InputError) || !/^deployment\.(accelerator|weight)/.test(error.path)) throw error
    return { name, why: error.message.slice(error.path.length + 2) }
  }
}

function fastestOf(entrants: readonly Entrant[]): string {
  const [fastest] = entrants.toSorted((a, b) => fastestSpeed(b.result) - fastestSpeed(a.result))
  return fastest === undefined
    ? 'none of them can run it at a known price'
    : `the fastest, ${fastest.series.name}, reaches ${speedInWords(Number(fastestSpeed(fastest.result).toPrecision(3)))}`
}

const times = (count: number): string =>
  count <= 0 ? 'never' : count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`

function lineOf({ series, result }: Entrant, styleIndex: number) {
  const x = chartSpeeds([result.points], LINE_POINTS)
  return { name: series.name, styleIndex, drawn: 'line' as const, x, y: x.map((speed) => leastCost(result, speed)!) }
}

const stretchTable = (
  stretches: readonly CheapestStretch[],
  entrants: readonly Entrant[],
  subject: string,
): TableData => ({
  subject,
  title: 'Who is cheapest at which speed',
  columns: [
    numberColumn('from', 'tokens/s'),
    numberColumn('to', 'tokens/s'),
    textColumn('cheapest'),
    numberColumn('price', 'USD per GPU-hour'),
    numberColumn('cost at the upper end', 'USD per million tokens'),
    countColumn('GPUs there'),
    textColumn('next at the upper end'),
  ],
  rows: stretches.map(({ at, slowest, fastest }) => {
    const { series, result } = entrants[at]!
    const cost = leastCost(result, fastest)!
    const next = entrants
      .flatMap((one, i) => (i === at ? [] : { name: one.series.name, cost: leastCost(one.result, fastest) }))
      .filter((one): one is { name: string; cost: number } => one.cost !== null)
      .toSorted((a, b) => a.cost - b.cost)[0]
    return [
      slowest,
      fastest,
      series.name,
      result.usdPerGpuHour,
      cost,
      result.points.gpus[indexAtSpeed(result.points, fastest)!]!,
      next === undefined ? 'none reaches it' : `${next.name} ${signedPercent(next.cost / cost - 1)}`,
    ]
  }),
  notes: [],
})
