import { mergeCatalogs } from '../catalog/merge-catalogs.ts'
import type { RulesId } from '../model/rules.ts'
import { GROWING_REDUCE } from '../model/toy-model.ts'
import type { ChartLine, LineChart } from '../report/line-chart.ts'
import { inUnit } from '../report/quantities.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { decodeSetup } from '../scenario/search-setup.ts'
import { EMPTY_CONTEXT, NO_STAGES, rulesAssumed } from './assumed.ts'
import type { ClaimTools, Findings } from './claim.ts'
import { lawLine, lineThrough, SPEED_AXIS } from './claim-lines.ts'
import { fitPowerLaw, type PowerLaw } from './power-law.ts'
import { readInWords, speedOf, type Read } from './speed-read.ts'
import { toySpeed } from './toy-speed.ts'
import type { Claimed } from './verdict.ts'

/** A quantity that is varied, and the comparison with one series for each value of it. */
export interface Varied {
  readonly quantities: readonly number[]
  /** Of the quantity, and the axis that it is on. */
  readonly x: LineChart['x']
  readonly title: string
  readonly comparison: Scenario
  readonly rules: RulesId
  readonly read: Read
}

type Place = readonly [quantity: number, speed: number]

const lawOf = (places: readonly Place[]): PowerLaw | null =>
  fitPowerLaw(
    places.map(([quantity]) => quantity),
    places.map(([, speed]) => speed),
  )

/** Markers where speeds were computed, and the law through them. */
function linesOf(name: string, styleIndex: number, places: readonly Place[], law: PowerLaw | null): ChartLine[] {
  const points = lineThrough(name, styleIndex, 'points', places)
  const ends = [points.x[0], points.x.at(-1)] as const
  return law === null || ends[0] === undefined || ends[1] === undefined
    ? [points]
    : [points, lawLine(`${name}, fitted`, styleIndex, law, ends[0], ends[1])]
}

/**
 * The exponents by which speed goes with a quantity: of the full model, the toy, and the toy without the fixed part of its latency.
 * @returns all of the claim but what it says of its own comparison
 */
export async function speedLaws(
  { quantities, x, title, comparison, rules, read }: Varied,
  tools: ClaimTools,
  claimed: { readonly full: Claimed; readonly toy: Claimed | null; readonly growing: Claimed | null },
): Promise<Findings> {
  const entries = mergeCatalogs(tools.catalog, comparison)
  const toys = comparison.series.map((one) => decodeSetup(one, entries, one.name))
  const results = await tools.frontiers(comparison)
  const has = results.map(({ points }) => points.gpus.length > 0)
  const full = results.flatMap(({ points }, i): Place[] => (has[i] ? [[quantities[i]!, speedOf(points, read)]] : []))
  const ofToy = (reduce?: typeof GROWING_REDUCE) =>
    toys.map((setup, i): Place => [quantities[i]!, toySpeed(setup, read, reduce)]).filter(([, speed]) => speed > 0)
  const [toy, growing] = [ofToy(), ofToy(GROWING_REDUCE)]
  const laws = { full: lawOf(full), toy: lawOf(toy), growing: lawOf(growing) }
  const leftOut = quantities.filter((_, i) => !has[i])
  return {
    chart: {
      title,
      x,
      y: SPEED_AXIS,
      lines: [
        ...linesOf('Full model', 0, full, laws.full),
        ...linesOf('Toy model', 1, toy, laws.toy),
        ...linesOf('Toy, growing latency only', 2, growing, laws.growing),
      ],
    },
    figures: [
      { label: 'Exponent, full model', value: laws.full?.exponent ?? null, unit: 'exponent', claimed: claimed.full },
      {
        label: 'Spread of speeds that it explains (r²)',
        value: laws.full?.rSquared ?? null,
        unit: 'share',
        claimed: null,
      },
      { label: 'Exponent, toy model', value: laws.toy?.exponent ?? null, unit: 'exponent', claimed: claimed.toy },
      {
        label: 'Exponent, toy with only the latency that grows',
        value: laws.growing?.exponent ?? null,
        unit: 'exponent',
        claimed: claimed.growing,
      },
    ],
    assumptions: [
      readInWords(read),
      TOY_ASSUMED,
      rulesAssumed(rules),
      EMPTY_CONTEXT,
      NO_STAGES,
      ...(leftOut.length === 0
        ? []
        : [`Left out, as nothing fits: ${leftOut.map((value) => inUnit(value, x.unit)).join(', ')}.`]),
    ],
    comparison,
  }
}

const TOY_ASSUMED =
  'The toy model has 4 all-reduces a layer of 6 µs + 2 µs·(√N − 1) and no network bandwidth; “growing latency only” leaves 2 µs·√N, the law for many GPUs.'
