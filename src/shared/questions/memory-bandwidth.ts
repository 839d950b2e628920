import { isPaperAccelerator, type AcceleratorEntry } from '../catalog/accelerator-entry.ts'
import { logSpace } from '../model/log-space.ts'
import { threeSignificant, usd } from '../report/format.ts'
import type { LineChart } from '../report/line-chart.ts'
import { numberColumn, textColumn, type TableData } from '../report/table-data.ts'
import { newScenario, type Scenario, type Series } from '../scenario/scenario.ts'
import { pricePerGpuHour } from '../scenario/search-setup.ts'
import { bindingPart } from '../search/binding.ts'
import { indexAtSpeed } from '../search/readings.ts'
import type { Answer, QuestionTools } from './answer.ts'
import {
  acceleratorOf,
  coarseGrid,
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
import { lastThatHolds } from './last-that-holds.ts'
import { madeOnce } from './made-once.ts'
import { QUESTION_TITLES, type QuestionInputs } from './question-list.ts'
import { costInWords, speedInWords } from './words.ts'

type Inputs = QuestionInputs<'memory-bandwidth'>

/** Times the chip's own bandwidth: least and most looked at, and one without limit. */
const LADDER = [...logSpace(1 / 16, 64, 11)]
const UNLIMITED = 1e9
/** Of a step of the ladder, which is a factor of 2: bandwidths are found to about half a percent. */
const HALVINGS = 7

/** The chip with a memory of another bandwidth, with its frontier. */
interface Chipped extends Deployed {
  readonly entry: AcceleratorEntry
  readonly bytesPerSecond: number
  /** USD per million tokens at the speed; null where it is not reached. */
  readonly cost: number | null
}

/**
 * The least memory bandwidth with which a chip reaches a speed at a cost, all else as it is. More bandwidth never makes a pass
 * longer, so that what is reached at one is reached at every greater one.
 */
export async function memoryBandwidth(inputs: Inputs, tools: QuestionTools): Promise<Answer> {
  const { deployment, tokensPerSecond: speed, usdPerMillionTokens: target } = inputs
  const entry = acceleratorOf(deployment, tools.catalog)
  const chips = chipsOf(entry, inputs, tools)
  // At once, so that no worker waits for another's search.
  const [unlimited, own] = (await Promise.all([UNLIMITED, 1, ...LADDER].map(chips.at))) as [Chipped, Chipped]
  const isReached = async (factor: number) => ((await chips.at(factor)).cost ?? Infinity) <= target
  // Along falling bandwidths: the last that still reaches the target.
  const edge = await lastThatHolds(LADDER.toReversed(), HALVINGS, isReached)
  const ladder = chips.all().filter(([factor]) => factor < UNLIMITED)
  const needed = edge.holds === null ? null : await chips.at(edge.holds)
  const isLess = edge.holds !== null && edge.fails === null
  const shown = needed ?? unlimited
  const catalog = {
    ...tools.catalog,
    accelerators: { ...tools.catalog.accelerators, [shown.series.accelerator]: shown.entry },
  }
  const sure = sureFact(own, speed, tools.catalog, 'How sure the chip’s own speed is')
  const goal = `${speedInWords(speed)} for ${costInWords(target)}`
  const chip = shortName(entry)
  const task = `${modelNameOf(deployment, tools.catalog)} at ${goal}`
  return {
    sentence:
      needed === null
        ? (unlimited.cost ?? Infinity) <= target
          ? `${chip} needs more than ${threeSignificant(LADDER.at(-1)!)} times its memory bandwidth to serve ${task}: without limit it costs ${usd(unlimited.cost!)}.`
          : `No memory bandwidth alone lets ${chip} serve ${task}: ${whyNot(unlimited, speed)}.`
        : `${chip} needs ${isLess ? 'no more than ' : ''}${bandwidthInWords(needed.bytesPerSecond)} of memory bandwidth to serve ${task}, ${againstOwn(needed, own)}.`,
    figure: needed === null ? null : split(bandwidthInWords(needed.bytesPerSecond), isLess),
    facts: [
      ['As it is', `${bandwidthInWords(own.bytesPerSecond)}: ${atSpeed(own, speed)}`],
      ...(needed === null ? [] : [['With what it needs', atSpeed(needed, speed)] as [string, string]]),
      ['Without limit', atSpeed(unlimited, speed)],
      ...(sure === null ? [] : [sure]),
    ],
    strip: null,
    chart: chartOf(
      ladder.map(([, one]) => one),
      needed,
      target,
      speed,
    ),
    table: tableOf(ladder, speed, chip),
    assumptions: [
      'Only the bandwidth changes: price, capacity, FLOP/s, links and kernel times stay those of the chip.',
      `Bandwidths from ${bandwidthInWords(ladder[0]![1].bytesPerSecond)} to ${bandwidthInWords(ladder.at(-1)![1].bytesPerSecond)} are looked at in steps of 2, the least by halving to about half a percent.`,
      ...deploymentNotes([shown], catalog),
    ],
    scenario: scenarioOf(own, shown, deployment),
  }
}

function chipsOf(entry: AcceleratorEntry, { deployment, tokensPerSecond }: Inputs, tools: QuestionTools) {
  const total = LADDER.length + HALVINGS + 1
  const usdPerGpuHour = pricePerGpuHour(deployment, entry, 'deployment')
  const make = async (factor: number): Promise<Chipped> => {
    const bytesPerSecond = entry.hbmBandwidthBytesPerSecond * factor
    const words = factor === UNLIMITED ? 'no limit' : bandwidthInWords(bytesPerSecond)
    const series: Series = {
      ...deployment,
      name: `${shortName(entry)}, ${words}`,
      ...(factor === 1 ? {} : { accelerator: `${deployment.accelerator} ${factor.toPrecision(6)}` }),
      usdPerGpuHour,
      grid: coarseGrid(deployment),
    }
    const changed = factor === 1 ? entry : withBandwidth(entry, bytesPerSecond, series.accelerator, words)
    const catalog = {
      ...tools.catalog,
      accelerators: { ...tools.catalog.accelerators, [series.accelerator]: changed },
    }
    const deployed = await deploy(series, tools, catalog)
    return { ...deployed, entry: changed, bytesPerSecond, cost: leastCost(deployed.result, tokensPerSecond) }
  }
  return madeOnce(make, total, (done, of) => tools.onProgress(done, of))
}

/** A copy that says what was changed. */
function withBandwidth(entry: AcceleratorEntry, bytesPerSecond: number, id: string, words: string): AcceleratorEntry {
  const hbmBandwidthBytesPerSecond = bytesPerSecond
  if (isPaperAccelerator(entry)) return { ...entry, label: `${entry.label}, ${words}`, hbmBandwidthBytesPerSecond }
  return {
    ...entry,
    id,
    name: `${entry.name}, ${words}`,
    hbmBandwidthBytesPerSecond,
    notes: `${entry.name} with a memory bandwidth of ${words}; never made.`,
    sources: { ...entry.sources, hbmBandwidthBytesPerSecond: `changed from ${entry.id}` },
  }
}

export const bandwidthInWords = (bytesPerSecond: number): string =>
  bytesPerSecond >= 0.9995e12
    ? `${threeSignificant(bytesPerSecond / 1e12)} TB/s`
    : `${threeSignificant(bytesPerSecond / 1e9)} GB/s`

const split = (words: string, isLess: boolean) => {
  const [value, unit] = words.split(' ') as [string, string]
  return { value: isLess ? `≤ ${value}` : value, unit }
}

function againstOwn(needed: Chipped, own: Chipped): string {
  const times = needed.bytesPerSecond / own.bytesPerSecond
  if (times === 1) return 'just what it has'
  return times > 1
    ? `${threeSignificant(times)} times what it has (${bandwidthInWords(own.bytesPerSecond)})`
    : `less than the ${bandwidthInWords(own.bytesPerSecond)} that it has`
}

/** Cost and what binds at the point that a speed is read at. */
function atSpeed({ result, cost }: Chipped, speed: number): string {
  const index = indexAtSpeed(result.points, speed)
  if (index === null || cost === null) return tooSlow(result)
  return `${costInWords(cost)}, most of the time in ${bindingPart(result.points, index).label.toLowerCase()}`
}

const tooSlow = (result: Deployed['result']): string =>
  result.nothingFits ?? `${speedInWords(Number(fastestSpeed(result).toPrecision(3)))} at most`

function whyNot({ result, cost }: Chipped, speed: number): string {
  const index = indexAtSpeed(result.points, speed)
  if (result.nothingFits !== null) return withoutStop(result.nothingFits)
  const binds = (at: number) => bindingPart(result.points, at).label.toLowerCase()
  return index === null || cost === null
    ? `with memory of any bandwidth it reaches ${tooSlow(result)}, and most of that time is ${binds(0)}`
    : `with memory of any bandwidth it costs ${usd(cost)}, and most of the time is ${binds(index)}`
}

function chartOf(ladder: readonly Chipped[], needed: Chipped | null, target: number, speed: number): LineChart {
  const reached = ladder.filter(({ cost }) => cost !== null)
  const ends = Float64Array.of(ladder[0]!.bytesPerSecond, ladder.at(-1)!.bytesPerSecond)
  const found = needed === null ? [] : [needed]
  const column = (chips: readonly Chipped[], value: (chip: Chipped) => number) => Float64Array.from(chips, value)
  return {
    title: `Cost at ${speedInWords(speed)} by memory bandwidth`,
    x: { unit: 'bytes/s', label: 'memory bandwidth', name: 'memory bandwidth of a GPU', scale: 'log' },
    y: { unit: 'USD per million tokens', label: 'cost', name: 'USD per million output tokens', scale: 'log' },
    lines: [
      {
        name: 'cost',
        styleIndex: 0,
        drawn: 'line',
        x: column(reached, (chip) => chip.bytesPerSecond),
        y: column(reached, (chip) => chip.cost!),
      },
      {
        name: 'least that is enough',
        styleIndex: 1,
        drawn: 'points',
        x: column(found, (chip) => chip.bytesPerSecond),
        y: column(found, (chip) => chip.cost!),
      },
      { name: 'cost asked for', styleIndex: 4, drawn: 'line', x: ends, y: Float64Array.of(target, target) },
    ],
  }
}

const tableOf = (
  ladder: readonly (readonly [factor: number, chip: Chipped])[],
  speed: number,
  subject: string,
): TableData => ({
  subject,
  title: 'Bandwidths that were looked at',
  columns: [
    numberColumn('memory bandwidth', 'GB/s'),
    numberColumn('times the chip’s', '×'),
    numberColumn('fastest', 'tokens/s'),
    numberColumn('cost at the speed', 'USD per million tokens'),
    textColumn('most of the time there'),
  ],
  rows: ladder.map(([factor, { bytesPerSecond, result, cost }]) => {
    const index = indexAtSpeed(result.points, speed)
    return [
      bytesPerSecond / 1e9,
      factor,
      result.points.tokensPerSecond[0] ?? null,
      cost,
      index === null ? null : bindingPart(result.points, index).label,
    ]
  }),
  notes: [],
})

const scenarioOf = (own: Chipped, changed: Chipped, { accelerator }: Series): Scenario => ({
  ...newScenario(
    QUESTION_TITLES['memory-bandwidth'].title,
    changed === own ? [own.series] : [own.series, changed.series],
  ),
  accelerators: changed.series.accelerator === accelerator ? {} : { [changed.series.accelerator]: changed.entry },
})
