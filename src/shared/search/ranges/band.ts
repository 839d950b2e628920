import * as v from 'valibot'
import { firstOrderShare } from './first-order.ts'
import { coordinateOf, WIDTH_SOURCES, type WidthSource } from './ranged-inputs.ts'
import type { Knots } from './knots.ts'
import type { SampleReadings } from './samples.ts'
import { draws, SEED, sourcesOf, type Uncertainty } from './uncertainty.ts'

const column = v.instance(Float64Array)
type Column = v.InferOutput<typeof column>

/** Columns of equal length; where fewer than the share asked for of the samples get there, an end is Infinity or 0. */
const bandSchema = v.object({
  /** Cost at each speed, fastest first: below `low` with 5 %, below `high` with 95 %. */
  atSpeed: v.object({
    tokensPerSecond: column,
    low: column,
    median: column,
    high: column,
    /** Share of the samples that reach the speed at all. */
    reached: column,
  }),
  /** Speed at each cost, dearest first. */
  atCost: v.object({ usdPerMillionTokens: column, low: column, median: column, high: column }),
  /** Share of the variance of the cost's logarithm, at the speeds above, that each source explains alone. */
  shares: v.array(v.object({ id: v.picklist(WIDTH_SOURCES.map(({ id }) => id)), share: column })),
  samples: v.number(),
  seed: v.number(),
})

export type Band = v.InferOutput<typeof bandSchema>

/** A band, what it took, and how far samples that were also searched as a whole are from that, as a share of cost or speed. */
export const bandResultSchema = v.object({
  ...bandSchema.entries,
  checked: v.object({ samples: v.number(), difference: v.number() }),
  elapsedMs: v.number(),
  workers: v.number(),
})

export type BandResult = v.InferOutput<typeof bandResultSchema>

/** Ends of the interval, in which 90 % of the samples lie. */
const LOW = 0.05
const HIGH = 0.95

/** The least value that a share of sorted values does not exceed. */
const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN

function quantiles(readings: Float64Array, knots: number, samples: number) {
  const [low, median, high] = [new Float64Array(knots), new Float64Array(knots), new Float64Array(knots)]
  const values = new Float64Array(samples)
  for (let knot = 0; knot < knots; knot++) {
    for (let sample = 0; sample < samples; sample++) values[sample] = readings[sample * knots + knot]!
    values.sort()
    low[knot] = quantile(values, LOW)
    median[knot] = quantile(values, 0.5)
    high[knot] = quantile(values, HIGH)
  }
  return { low, median, high }
}

/** The band of all samples, from 0 on, and what its width comes from. */
export function bandOf(uncertainty: Uncertainty, knots: Knots, { costs, speeds }: SampleReadings): Band {
  const atSpeeds = knots.tokensPerSecond.length
  const samples = atSpeeds === 0 ? 0 : costs.length / atSpeeds
  const reached = new Float64Array(atSpeeds)
  const logarithms = costs.map(Math.log)
  const orders = sourcesOf(uncertainty).map((id) => ({ id, ascending: orderBy(id, samples) }))
  const shares = orders.map(({ id }) => ({ id, share: new Float64Array(atSpeeds) }))
  const y = new Float64Array(samples)
  for (let knot = 0; knot < atSpeeds; knot++) {
    for (let sample = 0; sample < samples; sample++) y[sample] = logarithms[sample * atSpeeds + knot]!
    reached[knot] = y.filter(Number.isFinite).length / samples
    for (const [at, { ascending }] of orders.entries()) shares[at]!.share[knot] = firstOrderShare(ascending, y)
  }
  return trimmed({
    atSpeed: {
      tokensPerSecond: Float64Array.from(knots.tokensPerSecond),
      ...quantiles(costs, atSpeeds, samples),
      reached,
    },
    atCost: {
      usdPerMillionTokens: Float64Array.from(knots.usdPerMillionTokens),
      ...quantiles(speeds, knots.usdPerMillionTokens.length, samples),
    },
    shares,
    samples,
    seed: SEED,
  })
}

/** Samples in the order of a source's values. */
function orderBy(id: WidthSource, samples: number): Uint32Array {
  const coordinate = coordinateOf(id)
  const values = Float64Array.from(draws(0, samples), (draw) => draw[coordinate]!)
  return Uint32Array.from({ length: samples }, (_, i) => i).sort((a, b) => values[a]! - values[b]!)
}

/** Without the speeds and costs that not even the best twentieth of the samples reaches. */
function trimmed(band: Band): Band {
  const from = band.atSpeed.low.findIndex((cost) => cost < Infinity)
  const speeds = (values: Column): Column => (from < 0 ? new Float64Array() : values.slice(from))
  const end = band.atCost.high.findIndex((speed) => speed === 0)
  const costs = (values: Column): Column => (end < 0 ? values : values.slice(0, end))
  const { atSpeed, atCost } = band
  return {
    ...band,
    atSpeed: {
      tokensPerSecond: speeds(atSpeed.tokensPerSecond),
      low: speeds(atSpeed.low),
      median: speeds(atSpeed.median),
      high: speeds(atSpeed.high),
      reached: speeds(atSpeed.reached),
    },
    atCost: {
      usdPerMillionTokens: costs(atCost.usdPerMillionTokens),
      low: costs(atCost.low),
      median: costs(atCost.median),
      high: costs(atCost.high),
    },
    shares: band.shares.map(({ id, share }) => ({ id, share: speeds(share) })),
  }
}
