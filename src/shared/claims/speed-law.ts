import { GROWING_REDUCE } from '../model/toy-model.ts'
import type { DecodeSetup } from '../model/decode.ts'
import type { ChartLine } from '../report/line-chart.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { ClaimTools, Figure } from './claim.ts'
import { lawLine, lineThrough } from './claim-lines.ts'
import { fitPowerLaw, type PowerLaw } from './power-law.ts'
import { speedOf, type Read } from './speed-read.ts'
import { toySpeed } from './toy-speed.ts'
import type { Claimed } from './verdict.ts'

/** A quantity and the speeds that the models give with so much of it. */
export interface Varied {
  /** One for each series of the comparison. */
  readonly quantities: readonly number[]
  readonly comparison: Scenario
  /** The same for the toy model; null where there is none. */
  readonly toys: readonly DecodeSetup[]
  readonly read: Read
}

export interface SpeedLaws {
  readonly lines: readonly ChartLine[]
  readonly figures: readonly Figure[]
  /** Quantities at which nothing fits. */
  readonly leftOut: readonly number[]
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

/** The exponents by which speed goes with a quantity: of the full model, the toy, and the toy without the fixed part of its latency. */
export async function speedLaws(
  { quantities, comparison, toys, read }: Varied,
  tools: ClaimTools,
  claimed: { readonly full: Claimed; readonly toy: Claimed | null; readonly growing: Claimed | null },
): Promise<SpeedLaws> {
  const results = await tools.frontiers(comparison)
  const has = results.map(({ points }) => points.gpus.length > 0)
  const full = results.flatMap(({ points }, i): Place[] => (has[i] ? [[quantities[i]!, speedOf(points, read)]] : []))
  const ofToy = (reduce?: typeof GROWING_REDUCE) =>
    toys.map((setup, i): Place => [quantities[i]!, toySpeed(setup, read, reduce)]).filter(([, speed]) => speed > 0)
  const [toy, growing] = [ofToy(), ofToy(GROWING_REDUCE)]
  const laws = { full: lawOf(full), toy: lawOf(toy), growing: lawOf(growing) }
  return {
    lines: [
      ...linesOf('Full model', 0, full, laws.full),
      ...linesOf('Toy model', 1, toy, laws.toy),
      ...linesOf('Toy, growing latency only', 2, growing, laws.growing),
    ],
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
    leftOut: quantities.filter((_, i) => !has[i]),
  }
}

export const TOY_ASSUMED =
  'The toy model has 4 all-reduces a layer of 6 µs + 2 µs·(√N − 1) and no network bandwidth; “growing latency only” leaves 2 µs·√N, the law for many GPUs.'
