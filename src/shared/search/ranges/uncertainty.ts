import type { MeasuredKind } from '../standard/measured-kind.ts'
import { normalQuantile } from './normal-quantile.ts'
import { coordinateOf, rangedInput, WIDTH_SOURCES, type RangedInputId, type WidthSource } from './ranged-inputs.ts'
import { sobolPoints } from './sobol.ts'

/** An input that is between two values with 90 %, and as likely below as above them. */
interface UncertainInput {
  readonly id: RangedInputId
  readonly low: number
  readonly high: number
}

/** Mean error of the rules, as a share, by kind of layout. */
export type ErrorShares = Readonly<Record<MeasuredKind, number>>

/** What is not known exactly of a setup; the inputs are independent of each other. Plain data. */
export interface Uncertainty {
  readonly inputs: readonly UncertainInput[]
  /** null where the error of the rules is left out. */
  readonly errors: ErrorShares | null
}

/** Deviations of a normal variable within which 90 % of it lie. */
const NINETY_PERCENT = normalQuantile(0.95)

/** Mean size of a standard normal variable. */
const MEAN_SIZE = Math.sqrt(2 / Math.PI)

/** The value of an input at so many standard deviations: log-normal, a share normal in the logarithm of its odds. */
export function valueAt({ id, low, high }: UncertainInput, deviations: number): number {
  const odds = rangedInput(id).spread === 'odds'
  const [from, to] = odds ? [Math.log(low / (1 - low)), Math.log(high / (1 - high))] : [Math.log(low), Math.log(high)]
  const scaled = (from + to) / 2 + ((to - from) / 2) * (deviations / NINETY_PERCENT)
  return odds ? 1 / (1 + Math.exp(-scaled)) : Math.exp(scaled)
}

/** Factor on the time per token that a mean error of this size gives at so many standard deviations: log-normal. */
export const errorFactor = (meanError: number, deviations: number): number =>
  Math.exp((meanError / MEAN_SIZE) * deviations)

/** What makes the band wide, in the order of the samples' coordinates. */
export const sourcesOf = ({ inputs, errors }: Uncertainty): WidthSource[] =>
  WIDTH_SOURCES.map(({ id }) => id).filter((id) =>
    id === 'modelError' ? errors !== null : inputs.some((input) => input.id === id),
  )

/** Every band has the same samples: two series with the same ranges differ by what they are, not by chance. */
export const SEED = 20_261_123

/** A power of two, for which the samples lie most evenly. */
export const SAMPLES = 1024

/** Standard deviations of every source in one sample; 0 for what is known. */
export type Draw = Float64Array

/** The middle of everything. */
export const noDraw = (): Draw => new Float64Array(WIDTH_SOURCES.length)

/** Samples `from` (included) to `to` (left out). An input keeps its values whatever others are uncertain. */
export function draws(from: number, to: number): Draw[] {
  const coordinates = WIDTH_SOURCES.length
  const points = sobolPoints(coordinates, from, to, SEED).map(normalQuantile)
  return Array.from({ length: to - from }, (_, i) => points.subarray(i * coordinates, (i + 1) * coordinates))
}

/** One source alone at so many standard deviations. */
export function drawOf(id: WidthSource, deviations: number): Draw {
  const draw = noDraw()
  draw[coordinateOf(id)] = deviations
  return draw
}
