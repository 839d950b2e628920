import { termsOf, timeParts, type AnyTermId } from '../search/binding.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { amount, signedPercent, threeSignificant, usd } from './format.ts'
import { layoutName } from './layout-name.ts'
import { gpusInWords } from './point-facts.ts'

export interface ComparedPoint {
  readonly points: FrontierPoints
  readonly index: number
}

/** A figure of one point beside those of the others. */
export interface ComparedValue {
  readonly text: string
  /** Against the first point, "−53 %"; null for the first itself and for what is no number. */
  readonly change: string | null
  /** Whether the change is for the better; null where neither way is, or it is none. */
  readonly isBetter: boolean | null
}

interface ComparedRow {
  readonly label: string
  readonly values: readonly ComparedValue[]
}

/** Changes that round to 0 % are neither better nor worse. */
const NOTHING = 0.005

function compare(
  compared: readonly ComparedPoint[],
  label: string,
  value: (points: FrontierPoints, index: number) => number,
  text: (points: FrontierPoints, index: number) => string,
  better: 1 | -1 | 0,
): ComparedRow {
  const first = compared[0]!
  const base = value(first.points, first.index)
  return {
    label,
    values: compared.map(({ points, index }, at) => {
      const change = value(points, index) / base - 1
      return {
        text: text(points, index),
        change: at === 0 ? null : signedPercent(change),
        isBetter: at === 0 || better === 0 || Math.abs(change) < NOTHING ? null : change * better > 0,
      }
    }),
  }
}

/** Figures of several points, one row for each, with their changes against the first point. */
export function comparePoints(compared: readonly ComparedPoint[]): ComparedRow[] {
  if (compared.length === 0) return []
  return [
    compare(
      compared,
      'Speed',
      (points, i) => points.tokensPerSecond[i]!,
      (points, i) => `${threeSignificant(points.tokensPerSecond[i]!)} tok/s`,
      1,
    ),
    compare(
      compared,
      'Cost',
      (points, i) => points.usdPerMillionTokens[i]!,
      (points, i) => `${usd(points.usdPerMillionTokens[i]!)} /M`,
      -1,
    ),
    compare(compared, 'GPUs', (points, i) => points.gpus[i]!, gpusInWords, 0),
    compare(
      compared,
      'Batch',
      (points, i) => points.batch[i]!,
      (points, i) => amount(points.batch[i]!),
      0,
    ),
    {
      label: 'Layout',
      values: compared.map(({ points, index }) => ({
        text: layoutName(points, index).replace(/, 1 replica of .*$/, ''),
        change: null,
        isBetter: null,
      })),
    },
  ]
}

export interface TokenTimePart {
  readonly id: AnyTermId
  readonly label: string
  readonly seconds: number
}

/** Where the time of one token goes, drafts included, in the order of the rule set's terms; what takes none is left out. */
export function tokenTimeParts(points: FrontierPoints, index: number): TokenTimePart[] {
  const drafts = points.drafts[index]!
  const counted = (which: 'terms' | 'draftTerms') => timeParts(points, index, which).filter(({ hidden }) => !hidden)
  const sum = (id: AnyTermId) => {
    const of = (which: 'terms' | 'draftTerms') => counted(which).find((part) => part.id === id)?.seconds ?? 0
    return (of('terms') + drafts * of('draftTerms')) / points.expectedTokens[index]!
  }
  return termsOf(points.rules)
    .map(({ id, label }) => ({ id, label, seconds: sum(id) }))
    .filter(({ seconds }) => seconds > 0)
}
