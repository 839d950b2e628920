import type { FrontierPoints } from '../search/frontier-points.ts'
import { niceAbove } from './axis.ts'
import type { Difference } from './difference.ts'
import { roundSpeeds } from './readings-table.ts'

/** A series against the baseline at one speed, or one cost. */
export interface DifferenceCell {
  /** What the series has there: its cost, or its speed. */
  readonly value: number
  /** How many times the baseline's; null where the baseline has none. */
  readonly ratio: number | null
}

export interface DifferenceTable {
  /** Speeds or costs that the columns are read at, ascending. */
  readonly at: readonly number[]
  /** By series, then by column; null where the series has no value. */
  readonly rows: readonly (readonly (DifferenceCell | null)[])[]
}

/** Costs of 1-2-5 that the frontiers have, ascending. */
function roundCosts(frontiers: readonly FrontierPoints[]): number[] {
  const all = frontiers.flatMap(({ usdPerMillionTokens }) => [...usdPerMillionTokens])
  if (all.length === 0) return []
  const most = Math.max(...all)
  const costs: number[] = []
  for (let cost = niceAbove(Math.min(...all)); cost <= most; cost = niceAbove(cost * 1.5))
    costs.push(Number(cost.toPrecision(3)))
  return costs
}

/** The table twin of the difference chart: each series at round speeds or costs, against the one at `baseline`. */
export function differenceTable(
  frontiers: readonly FrontierPoints[],
  baseline: number,
  difference: Difference,
  columns: number,
): DifferenceTable {
  const round = difference.id === 'cost' ? roundSpeeds(frontiers, Infinity) : roundCosts(frontiers)
  const having = (place: number) => frontiers.filter((points) => difference.valueAt(points, place) !== null).length
  // Those that most series have; a place that none has is not worth a column.
  const at = round
    .filter((place) => having(place) > 0)
    .toSorted((a, b) => having(b) - having(a) || (difference.id === 'cost' ? b - a : a - b))
    .slice(0, columns)
    .toSorted((a, b) => a - b)
  const base = frontiers[baseline]
  return {
    at,
    rows: frontiers.map((points) =>
      at.map((place) => {
        const value = difference.valueAt(points, place)
        if (value === null) return null
        const against = base === undefined ? null : difference.valueAt(base, place)
        return { value, ratio: against === null ? null : value / against }
      }),
    ),
  }
}
