import * as v from 'valibot'
import { WEIGHT_FORMATS } from '../model/standard/formats.ts'

const gpus = v.pipe(v.number(), v.integer(), v.minValue(1))

/** A change of one input after which something fits where nothing did. */
export const leastChangeSchema = v.variant('kind', [
  v.object({ kind: v.literal('most-gpus'), gpus }),
  v.object({ kind: v.literal('pipeline'), gpus }),
  v.object({ kind: v.literal('weight-format'), format: v.picklist(WEIGHT_FORMATS), gpus }),
  v.object({ kind: v.literal('weight-bits'), bits: v.number() }),
  v.object({ kind: v.literal('least-speed'), tokensPerSecond: v.number() }),
  v.object({ kind: v.literal('first-token'), seconds: v.number() }),
  v.object({ kind: v.literal('demand-cap'), tokensPerSecond: v.number() }),
])

export type LeastChange = v.InferOutput<typeof leastChangeSchema>

/** Why a search has no point, and which single changes would give it one, the nearest first. */
export interface NothingFits {
  readonly reason: string
  readonly changes: readonly LeastChange[]
}

const FIGURES = 3

/** To three significant figures, away from what does not fit. */
const rounded = (value: number, round: (value: number) => number): number => {
  const unit = 10 ** (Math.floor(Math.log10(value)) + 1 - FIGURES)
  return Number((round(value / unit) * unit).toPrecision(FIGURES))
}

export const roundedUp = (value: number): number => rounded(value, Math.ceil)
export const roundedDown = (value: number): number => rounded(value, Math.floor)
