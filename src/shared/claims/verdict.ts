import * as v from 'valibot'

/** From the best to the worst; nothing may be claimed of inputs that a person chose. */
const VERDICTS = ['not-claimed', 'holds', 'holds-within', 'does-not-hold', 'not-measured'] as const

/** What a claim comes to. */
export const verdictSchema = v.object({
  kind: v.picklist(VERDICTS),
  /** Share of the claimed figure that the measured one is off by, where it holds only roughly. */
  within: v.nullable(v.number()),
})

export type Verdict = v.InferOutput<typeof verdictSchema>

/** The values by which a claim holds. */
export const claimedSchema = v.object({
  low: v.number(),
  high: v.number(),
  /** As the claim puts it: "1/3", "1.9 to 2.0". */
  says: v.string(),
  /** What a measured value beyond is compared with; null = the end that is nearest. */
  figure: v.nullable(v.number()),
  /** What a difference is a share of; null = of the figure it is compared with. */
  unit: v.nullable(v.number()),
})

export type Claimed = v.InferOutput<typeof claimedSchema>

/** As near to a round figure as counts as the same. */
const SAME = 0.05
/** As far off as still counts as roughly right. */
const ROUGHLY = 0.25

/** Claims one figure, to 5 %. */
export const about = (figure: number, says: string): Claimed => {
  const ends = [figure * (1 - SAME), figure * (1 + SAME)]
  return { low: Math.min(...ends), high: Math.max(...ends), says, figure, unit: null }
}

/** Claims a range. */
export const between = (low: number, high: number, says: string): Claimed => ({
  low,
  high,
  says,
  figure: null,
  unit: null,
})

/** Claims a share of 1, whose distance is counted in shares of 1 too. */
export const shareBetween = (low: number, high: number, says: string): Claimed => ({
  ...between(low, high, says),
  unit: 1,
})

/** Holds a measured value against what is claimed of it. */
export function judge(value: number | null, { low, high, figure, unit }: Claimed): Verdict {
  if (value === null || Number.isNaN(value)) return { kind: 'not-measured', within: null }
  if (value >= low && value <= high) return { kind: 'holds', within: null }
  const against = figure ?? (value < low ? low : high)
  const off = Math.abs(value - against) / (unit ?? Math.abs(against))
  return off <= ROUGHLY ? { kind: 'holds-within', within: off } : { kind: 'does-not-hold', within: null }
}

/** A claim holds as far as its weakest figure does. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  const rank = ({ kind, within }: Verdict) => VERDICTS.indexOf(kind) + (within ?? 0)
  return verdicts.toSorted((a, b) => rank(b) - rank(a))[0] ?? { kind: 'not-claimed', within: null }
}

/** "holds", "holds within 20 %". */
export function verdictInWords({ kind, within }: Verdict): string {
  // Rounded up, but not for what is beyond the reach of a double.
  if (kind === 'holds-within') return `holds within ${Math.ceil(Number((100 * (within ?? 0)).toPrecision(6)))} %`
  return {
    'not-claimed': 'nothing is claimed of these inputs',
    holds: 'holds',
    'does-not-hold': 'does not hold',
    'not-measured': 'not measured',
  }[kind]
}
