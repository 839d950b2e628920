import { ownedCostLines } from '../catalog/owned-cost.ts'
import { noteOfPrice } from '../catalog/known-prices.ts'
import { percent, signedPercent, usd } from '../report/format.ts'
import type { LineChart } from '../report/line-chart.ts'
import { numberColumn, textColumn, type TableData } from '../report/table-data.ts'
import { newScenario } from '../scenario/scenario.ts'
import type { Answer, QuestionTools } from './answer.ts'
import { inputPerOutput, usdWithInput } from './api-price.ts'
import {
  acceleratorOf,
  deploy,
  deploymentNotes,
  leastGpuSeconds,
  modelNameOf,
  shortName,
  sureFact,
  whyTooSlow,
} from './deployment.ts'
import { offersOf } from './offers.ts'
import { QUESTION_TITLES, type QuestionInputs } from './question-list.ts'
import { breakEvenUtilisation, owning, renting, usdPerHourInUse, usdPerMillion, type WayToPay } from './ways-to-pay.ts'
import { costInWords, priceInWords, speedInWords } from './words.ts'

type Inputs = QuestionInputs<'own-rent-api'>

/** A way to have the tokens, and what a GPU-hour costs that way. */
interface Way {
  readonly name: string
  readonly pays: WayToPay
}

/** Utilisations along the chart: 2 % to 100 %. */
const UTILISATIONS = Float64Array.from({ length: 50 }, (_, i) => (2 * (i + 1)) / 100)

/**
 * What a million output tokens cost on GPUs of one's own, on rented ones and by an API, and the utilisations at which two of
 * them cost the same. An API costs the same whatever is used: an hour in use that is worth what its tokens are sold for.
 */
export async function ownRentApi(inputs: Inputs, tools: QuestionTools): Promise<Answer> {
  const { deployment, tokensPerSecond: speed, owned, rentPaid } = inputs
  const { catalog } = tools
  const utilisation = inputs.utilisationPercent / 100
  const deployed = await deploy(deployment, tools)
  const rent = deployed.result.usdPerGpuHour
  const seconds = leastGpuSeconds(deployed.result, speed)
  const api = usdWithInput(inputs, deployment)
  const model = modelNameOf(deployment, catalog)
  const entry = acceleratorOf(deployment, catalog)
  const ways = seconds === null ? [] : waysOf(owning(owned), renting(rent, rentPaid), api, seconds)
  const priced = ways
    .map(({ name, pays }) => ({ name, usd: usdPerMillion(pays, utilisation, seconds!) }))
    .toSorted((a, b) => a.usd - b.usd)
  const [first, second] = priced
  const sure = sureFact(deployed, speed, catalog)
  return {
    sentence:
      first === undefined || second === undefined
        ? `${model} on ${shortName(entry)} ${whyTooSlow(deployed, speed, speedInWords)}.`
        : `With GPUs in use ${percentOf(utilisation)} of the time, ${DOING[first.name]} ${model} at ${speedInWords(speed)} is cheapest: ${costInWords(first.usd)}, ${second.name} ${dearerBy(second.usd / first.usd - 1)}.`,
    figure: first === undefined ? null : { value: usd(first.usd), unit: 'per million tokens' },
    facts: [
      ...priced.map(({ name, usd: cost }): [string, string] => [capital(name), costInWords(cost)]),
      ...breakEvens(ways),
      [
        'An hour in use of one’s own',
        `${priceInWords(usdPerHourInUse(owning(owned), utilisation))} at this utilisation`,
      ],
      ['Rent', `${priceInWords(rent)}, ${noteOfPrice(entry, deployment.usdPerGpuHour)}`],
      ...(sure === null ? [] : [sure]),
    ],
    strip: null,
    chart: seconds === null ? null : chartOf(ways, seconds),
    table: seconds === null ? null : offerTable(inputs, tools, ways, seconds),
    assumptions: [
      'Utilisation is the share of all hours in which the GPUs run at full load at this speed; idle GPUs draw no power.',
      rentPaid === 'always'
        ? 'Rent is paid for every hour, in use or not.'
        : 'Rented GPUs are given back when idle and cost nothing then; getting them back is not counted.',
      `API: ${usd(inputs.usdPerMillionOutput)} for a million output tokens, ${usd(inputs.usdPerMillionInput)} for a million of input, ${inputPerOutput(deployment) === 0 ? 'of which none is counted, as prompts are left out of account' : `${Number(inputPerOutput(deployment).toPrecision(3))} of them for each output token`}.`,
      `Own GPUs: ${ownedCostLines({ ...owned, utilisation })
        .map(({ label, how }) => `${label.toLowerCase()} = ${how}`)
        .join('; ')}.`,
      ...deploymentNotes([deployed], catalog),
    ],
    scenario: newScenario(QUESTION_TITLES['own-rent-api'].title, [
      { ...deployment, name: `${model}, rented` },
      {
        ...deployment,
        name: `${model}, own GPUs at ${percentOf(utilisation)}`,
        usdPerGpuHour: Number(usdPerHourInUse(owning(owned), utilisation).toPrecision(4)),
      },
    ]),
  }
}

const OWN = 'own GPUs'
const RENTED = 'rented GPUs'
const API = 'API'
const DOING: Readonly<Record<string, string>> = {
  [OWN]: 'owning GPUs for',
  [RENTED]: 'renting GPUs for',
  [API]: 'an API for',
}

const waysOf = (own: WayToPay, rent: WayToPay, api: number, seconds: number): Way[] => [
  { name: OWN, pays: own },
  { name: RENTED, pays: rent },
  { name: API, pays: { everyHour: 0, hourInUse: (api * 3600) / (1e6 * seconds) } },
]

/** "+8 %", "4.00× as much". */
const dearerBy = (share: number): string => `${signedPercent(share)}${share > 2 ? ' as much' : ''}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "30 %", "4.5 %". */
const percentOf = (share: number): string => `${Number((100 * share).toPrecision(3))} %`

/** Where two ways meet, and on which side which is the cheaper. */
const breakEvens = (ways: readonly Way[]): [string, string][] =>
  ways.flatMap((a, i) =>
    ways.slice(i + 1).map((b): [string, string] => {
      const at = breakEvenUtilisation(a.pays, b.pays)
      const above = usdPerHourInUse(a.pays, 1) <= usdPerHourInUse(b.pays, 1) ? a : b
      return [
        `${capital(a.name)} and ${b.name}`,
        at === null ? `${above.name} cheaper at every utilisation` : `${above.name} cheaper from ${percent(at)} on`,
      ]
    }),
  )

const chartOf = (ways: readonly Way[], seconds: number): LineChart => ({
  title: 'Cost by utilisation',
  x: { unit: 'share', label: 'utilisation', name: 'share of all hours in which the GPUs work', scale: 'linear' },
  y: { unit: 'USD per million tokens', label: 'cost', name: 'USD per million output tokens', scale: 'log' },
  lines: ways.map(({ name, pays }, styleIndex) => ({
    name,
    styleIndex,
    drawn: 'line',
    x: UTILISATIONS,
    y: UTILISATIONS.map((share) => usdPerMillion(pays, share, seconds)),
  })),
})

/** The offers that are known of the model, each with the utilisations from which GPUs are cheaper; null where there is none. */
function offerTable(
  inputs: Inputs,
  { observed }: QuestionTools,
  ways: readonly Way[],
  seconds: number,
): TableData | null {
  const offers = offersOf(inputs.deployment.model, observed)
  if (offers.length === 0) return null
  const from = (name: string, usdPerMillionTokens: number): number | null => {
    const { pays } = ways.find((way) => way.name === name)!
    const [, , api] = waysOf(pays, pays, usdPerMillionTokens, seconds)
    return breakEvenUtilisation(pays, api!.pays)
  }
  return {
    subject: inputs.deployment.model,
    title: 'Offers of providers',
    columns: [
      textColumn('provider'),
      numberColumn('speed', 'tokens/s'),
      numberColumn('output', 'USD per million tokens'),
      numberColumn('input', 'USD per million tokens'),
      numberColumn('with its input', 'USD per million output tokens'),
      { title: 'own GPUs cheaper from', unit: 'share of 1', kind: 'share' },
      { title: 'rented GPUs cheaper from', unit: 'share of 1', kind: 'share' },
      textColumn('observed'),
    ],
    rows: offers.map((offer) => {
      const all = usdWithInput({ ...offer, usdPerMillionInput: offer.usdPerMillionInput ?? 0 }, inputs.deployment)
      const { usdPerMillionInput: input } = offer
      return [
        offer.provider,
        offer.tokensPerSecond,
        offer.usdPerMillionOutput,
        input,
        all,
        from(OWN, all),
        from(RENTED, all),
        offer.date,
      ]
    }),
    notes: [],
  }
}
