import { listPrice } from '../catalog/accelerator-entry.ts'
import { noteOfPrice, priceNote } from '../catalog/known-prices.ts'
import { fineChange } from '../report/format.ts'
import type { LineChart } from '../report/line-chart.ts'
import { changeColumn, numberColumn, type TableData } from '../report/table-data.ts'
import { findEntry } from '../scenario/entries.ts'
import { newScenario, type Series } from '../scenario/scenario.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import type { Answer, QuestionTools } from './answer.ts'
import {
  acceleratorOf,
  deploy,
  deploymentNotes,
  fastestSpeed,
  leastCost,
  leastGpuSeconds,
  modelNameOf,
  shortName,
  sureFact,
  whyTooSlow,
} from './deployment.ts'
import { QUESTION_TITLES, type QuestionInputs } from './question-list.ts'
import { chartSpeeds } from './speeds.ts'
import { costInWords, priceInWords, speedInWords } from './words.ts'

/** Rows of the table. */
const TABLE_SPEEDS = 12
/** Points of the line in the chart. */
const CHART_SPEEDS = 160

/**
 * USD per GPU-hour of B at which a token costs as much as on A: cost is GPU time times price, and no price changes which setup
 * takes the least GPU time, so it is A's cost over B's GPU time, speed for speed. null beyond the fastest of either.
 */
export function breakEvenPrice(a: FrontierResult, b: FrontierResult, tokensPerSecond: number): number | null {
  const cost = leastCost(a, tokensPerSecond)
  const seconds = leastGpuSeconds(b, tokensPerSecond)
  return cost === null || seconds === null ? null : (cost * 3600) / (1e6 * seconds)
}

/** The price at which another accelerator breaks even with one of a known price, at every speed both reach. */
export async function breakEven(
  { deployment, other, tokensPerSecond: speed }: QuestionInputs<'break-even-price'>,
  tools: QuestionTools,
): Promise<Answer> {
  const { catalog } = tools
  const entry = findEntry(catalog.accelerators, other, 'other', 'accelerator')
  const [nameA, nameB] = [shortName(acceleratorOf(deployment, catalog)), shortName(entry)]
  const listed = listPrice(entry)
  const a = await deploy({ ...deployment, name: nameA }, tools)
  // Where the catalog has no price, any will do: the one found takes its place.
  const asked: Series = { ...deployment, name: nameB, accelerator: other, usdPerGpuHour: listed ?? 1 }
  const b = await deploy(asked, tools)
  const price = breakEvenPrice(a.result, b.result, speed)
  const model = modelNameOf(deployment, catalog)
  const series = [a.series, { ...asked, ...(price === null ? {} : { usdPerGpuHour: rounded(price) }) }]
  const sure = [a, b].map((one) => sureFact(one, speed, catalog, `How sure the speed of ${one.series.name} is`))
  return {
    sentence: [
      price === null
        ? noPrice(
            [a, b].find(({ result }) => fastestSpeed(result) < speed)!,
            speed,
          )
        : `At ${speedInWords(speed)} for each user, ${nameB} at ${priceInWords(price)} costs as much per token of ${model} as ${nameA} at ${priceInWords(a.result.usdPerGpuHour)}`,
      price === null || listed === null
        ? ''
        : `; at its list price of ${priceInWords(listed)} it ${againstList(listed / price - 1)}`,
      '.',
    ].join(''),
    figure: price === null ? null : { value: priceInWords(price).split(' ')[0]!, unit: 'per GPU-hour' },
    facts: [
      ...(price === null
        ? []
        : ([['Cost at that price', costInWords(leastCost(a.result, speed)!)]] as [string, string][])),
      [
        `Price of ${nameA}`,
        `${priceInWords(a.result.usdPerGpuHour)}, ${noteOfPrice(acceleratorOf(deployment, catalog), deployment.usdPerGpuHour)}`,
      ],
      [
        `List price of ${nameB}`,
        listed === null ? 'none in the catalog' : `${priceInWords(listed)}, ${priceNote(entry)}`,
      ],
      ...sure.filter((fact) => fact !== null),
    ],
    strip: null,
    chart: chartOf(a.result, b.result, nameB, listed, speed),
    table: tableOf(a.result, b.result, speed, model, [nameA, nameB]),
    assumptions: [
      `Price of ${nameB} = price of ${nameA} × its GPU time of a token / ${nameB}’s, each the least at that speed or faster.`,
      'The price is of the same kind as the one it is compared with: rent by contract, on demand, or owned.',
      ...deploymentNotes([a, b], catalog),
    ],
    scenario: newScenario(QUESTION_TITLES['break-even-price'].title, series),
  }
}

const againstList = (dearer: number): string =>
  Math.abs(dearer) < 5e-4 ? 'costs the same' : `is ${dearer > 0 ? 'dearer' : 'cheaper'} (${fineChange(dearer)})`

/** A price as people write it down; the frontiers are equal to a thousandth at the speed that was asked for. */
const rounded = (price: number): number => Number(price.toPrecision(4))

const noPrice = (one: Awaited<ReturnType<typeof deploy>>, speed: number): string =>
  `No price breaks even at ${speedInWords(speed)}: ${one.series.name} ${whyTooSlow(one, speed, speedInWords)}`

function chartOf(
  a: FrontierResult,
  b: FrontierResult,
  nameB: string,
  listed: number | null,
  asked: number,
): LineChart | null {
  const speeds = chartSpeeds([a.points, b.points], CHART_SPEEDS, [asked]).filter(
    (speed) => breakEvenPrice(a, b, speed) !== null,
  )
  if (speeds.length === 0) return null
  const line = (name: string, styleIndex: number, x: Float64Array, y: Float64Array) => ({
    name,
    styleIndex,
    drawn: 'line' as const,
    x,
    y,
  })
  const ends = Float64Array.of(speeds[0]!, speeds.at(-1)!)
  return {
    title: `Price at which ${nameB} breaks even`,
    x: { unit: 'tokens/s', label: 'speed', name: 'tokens per second for one user', scale: 'log' },
    y: {
      unit: 'USD per hour',
      label: 'price',
      name: `USD per GPU-hour of ${nameB}; below the line it is the cheaper`,
      scale: 'log',
    },
    lines: [
      line(
        'breaks even',
        0,
        speeds,
        speeds.map((speed) => breakEvenPrice(a, b, speed)!),
      ),
      ...(listed === null ? [] : [line('list price', 4, ends, Float64Array.of(listed, listed))]),
    ],
  }
}

function tableOf(
  a: FrontierResult,
  b: FrontierResult,
  asked: number,
  subject: string,
  [nameA, nameB]: readonly [string, string],
): TableData | null {
  const speeds = chartSpeeds([a.points, b.points], TABLE_SPEEDS, [asked]).filter(
    (speed) => breakEvenPrice(a, b, speed) !== null,
  )
  if (speeds.length === 0) return null
  return {
    subject,
    title: 'Break-even price by speed',
    columns: [
      numberColumn('speed', 'tokens/s'),
      numberColumn(`cost on ${nameA}`, 'USD per million tokens'),
      numberColumn(`GPU time on ${nameA}`, 's per million tokens'),
      numberColumn(`GPU time on ${nameB}`, 's per million tokens'),
      numberColumn(`break-even price of ${nameB}`, 'USD per GPU-hour'),
      changeColumn(`against the price of ${nameA}`),
    ],
    rows: Array.from(speeds, (speed) => {
      const price = breakEvenPrice(a, b, speed)!
      return [
        speed,
        leastCost(a, speed),
        1e6 * leastGpuSeconds(a, speed)!,
        1e6 * leastGpuSeconds(b, speed)!,
        price,
        price / a.usdPerGpuHour - 1,
      ]
    }),
    notes: [],
  }
}
