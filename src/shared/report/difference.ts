import type { FrontierPoints } from '../search/frontier-points.ts'
import { costAtSpeed, speedAtCost, type LineReading } from '../search/read-between.ts'
import type { AxisQuantity } from './axis.ts'
import { plainNumber, threeSignificant, usd, usdLabel } from './format.ts'
import { SPEED_AXES } from './metrics.ts'

/** How two frontiers are compared: what one costs at the speed of the other, or how fast it is at the same cost. */
export type DifferenceId = 'cost' | 'speed'

export interface Difference {
  readonly id: DifferenceId
  readonly label: string
  readonly title: string
  readonly x: AxisQuantity
  readonly y: AxisQuantity
  /** Where a frontier has points, falling: speeds, or costs. */
  readonly places: (points: FrontierPoints) => FrontierPoints['tokensPerSecond']
  /** What a frontier has at a place, between its points too; null beyond the first and the last. */
  readonly valueAt: (points: FrontierPoints, place: number) => number | null
  /** A value with its unit. */
  readonly format: (value: number) => string
}

/** A flat end is no reading here: a ratio of it would be of what is not there. */
const within = (reading: LineReading | null): LineReading | null => (reading?.placed === 'end' ? null : reading)

const ratio = (id: string, label: string, name: string): AxisQuantity => ({
  id,
  label,
  name,
  tick: (value) => `${plainNumber(value)}×`,
  format: (value) => `${threeSignificant(value)}×`,
})

export const DIFFERENCES: readonly Difference[] = [
  {
    id: 'cost',
    label: 'cost at equal speed',
    title: 'Cost at equal speed',
    x: SPEED_AXES[0]!,
    y: ratio('cost-ratio', 'cost', 'below 1×: cheaper than baseline'),
    places: ({ tokensPerSecond }) => tokensPerSecond,
    valueAt: (points, speed) => within(costAtSpeed(points, speed))?.usdPerMillionTokens ?? null,
    format: (value) => `${usd(value)} /M`,
  },
  {
    id: 'speed',
    label: 'speed at equal cost',
    title: 'Speed at equal cost',
    x: {
      id: 'cost',
      label: '$ / M tokens',
      name: 'USD per million output tokens',
      tick: usdLabel,
      format: (value) => `${usd(value)} per million tokens`,
    },
    y: ratio('speed-ratio', 'speed', 'above 1×: faster than baseline'),
    places: ({ usdPerMillionTokens }) => usdPerMillionTokens,
    valueAt: (points, cost) => within(speedAtCost(points, cost))?.tokensPerSecond ?? null,
    format: (value) => `${threeSignificant(value)} tok/s`,
  },
]

export const differenceOf = (id: DifferenceId): Difference => DIFFERENCES.find((one) => one.id === id)!

/** How many times the base's value the other's is, wherever both have one; ascending, with every bend of either. */
export function ratioCurve(
  { places, valueAt }: Difference,
  base: FrontierPoints,
  other: FrontierPoints,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const x = Float64Array.from(new Set([...places(base), ...places(other)]))
    .sort()
    .filter((place) => valueAt(base, place) !== null && valueAt(other, place) !== null)
  return { x, y: x.map((place) => valueAt(other, place)! / valueAt(base, place)!) }
}
