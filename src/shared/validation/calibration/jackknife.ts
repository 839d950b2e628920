/** With fewer groups than these, how much they differ says little: rows are left out by turns instead. */
const LEAST_GROUPS = 6

/** Fits that are made for intervals, at most. */
const MOST_GROUPS = 20

/** Normal deviate that 5 % lie above. */
const Z = 1.6448536269514722

/** Groups that have to tell something of a constant before how much they differ is its interval. */
export const LEAST_FOR_INTERVAL = 3

/** Groups of rows that are left out one after another, and what they are. */
export interface LeftOutGroups {
  /** Places of rows. */
  readonly groups: readonly (readonly number[])[]
  readonly by: 'source' | 'row'
}

/**
 * Rows by their group's name, groups in order of appearance; where there are too few groups, rows dealt out by turns. More groups
 * than can be afforded are joined by turns.
 */
export function groupsLeftOut(names: readonly string[]): LeftOutGroups {
  const distinct = [...new Set(names)]
  const by = distinct.length < LEAST_GROUPS ? 'row' : 'source'
  const count = Math.min(MOST_GROUPS, by === 'row' ? names.length : distinct.length)
  const groups = Array.from({ length: count }, (): number[] => [])
  names.forEach((name, row) => groups[(by === 'row' ? row : distinct.indexOf(name)) % count]!.push(row))
  return { groups, by }
}

/** Student's deviate that 5 % lie above, by the Cornish-Fisher expansion (Abramowitz and Stegun 26.7.5), within 1.5 % from 2 degrees on. */
export function studentDeviate(degrees: number): number {
  const g1 = (Z ** 3 + Z) / 4
  const g2 = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96
  const g3 = (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384
  return Z + g1 / degrees + g2 / degrees ** 2 + g3 / degrees ** 3
}

/**
 * A 90 % interval of a value from its logarithm as fitted and as fitted without each group: the delete-one-group jackknife,
 * whose variance is `(g-1)/g · Σ (θ_i - mean θ)²` (Efron 1982), within what is possible at all.
 */
export function intervalOf(
  log: number,
  without: readonly number[],
  { least, most }: { readonly least: number; readonly most: number },
): readonly [least: number, most: number] {
  const count = without.length
  const mean = without.reduce((sum, one) => sum + one, 0) / count
  const variance = ((count - 1) / count) * without.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const reach = studentDeviate(count - 1) * Math.sqrt(variance)
  return [Math.max(least, Math.exp(log - reach)), Math.min(most, Math.exp(log + reach))]
}
