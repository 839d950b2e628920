import type { BandResult } from '../../shared/search/ranges/band.ts'
import type { WidthSource } from '../../shared/search/ranges/ranged-inputs.ts'

/** The band of a series of `frontier --json`; null where too few samples are this fast or this cheap. */
export interface BandJson {
  readonly samples: number
  readonly seed: number
  readonly elapsedMs: number
  readonly checked: { readonly samples: number; readonly difference: number }
  /** Fastest first. */
  readonly atSpeed: readonly {
    readonly tokensPerSecond: number
    readonly low: number | null
    readonly median: number | null
    readonly high: number | null
    readonly reached: number
    readonly shares: Readonly<Partial<Record<WidthSource, number>>>
  }[]
  /** Dearest first. */
  readonly atCost: readonly {
    readonly usdPerMillionTokens: number
    readonly low: number | null
    readonly median: number | null
    readonly high: number | null
  }[]
}

const cost = (value: number): number | null => (value < Infinity ? value : null)
const speed = (value: number): number | null => (value > 0 ? value : null)

export function bandJson({ atSpeed, atCost, shares, samples, seed, elapsedMs, checked }: BandResult): BandJson {
  return {
    samples,
    seed,
    elapsedMs,
    checked,
    atSpeed: Array.from(atSpeed.tokensPerSecond, (tokensPerSecond, i) => ({
      tokensPerSecond,
      low: cost(atSpeed.low[i]!),
      median: cost(atSpeed.median[i]!),
      high: cost(atSpeed.high[i]!),
      reached: atSpeed.reached[i]!,
      shares: Object.fromEntries(shares.map(({ id, share }) => [id, share[i]!])),
    })),
    atCost: Array.from(atCost.usdPerMillionTokens, (usdPerMillionTokens, i) => ({
      usdPerMillionTokens,
      low: speed(atCost.low[i]!),
      median: speed(atCost.median[i]!),
      high: speed(atCost.high[i]!),
    })),
  }
}
