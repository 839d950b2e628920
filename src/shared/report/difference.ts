import { indexAtSpeed } from '../search/readings.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import type { AxisQuantity } from './axis.ts'
import { plainNumber, threeSignificant, usd, usdLabel } from './format.ts'
import { SPEED_AXES } from './metrics.ts'

/** How two frontiers are compared: what one costs at the speed of the other, or how fast it is at the same cost. */
export type DifferenceId = 'cost' | 'speed'

/** A frontier as one quantity over another; both fall from the first point to the last. */
interface Line {
  readonly x: FrontierPoints['tokensPerSecond']
  readonly y: FrontierPoints['tokensPerSecond']
}

export interface Difference {
  readonly id: DifferenceId
  readonly label: string
  readonly title: string
  readonly x: AxisQuantity
  readonly y: AxisQuantity
  readonly line: (points: FrontierPoints) => Line
  /** A value of the line, with its unit. */
  readonly format: (value: number) => string
}

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
    y: ratio('cost-ratio', 'cost', 'times the baseline’s; below 1× is cheaper'),
    line: ({ tokensPerSecond, usdPerMillionTokens }) => ({ x: tokensPerSecond, y: usdPerMillionTokens }),
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
    y: ratio('speed-ratio', 'speed', 'times the baseline’s; above 1× is faster'),
    line: ({ tokensPerSecond, usdPerMillionTokens }) => ({ x: usdPerMillionTokens, y: tokensPerSecond }),
    format: (value) => `${threeSignificant(value)} tok/s`,
  },
]

export const differenceOf = (id: DifferenceId): Difference => DIFFERENCES.find((one) => one.id === id)!

/**
 * The line between its points, straight in log-log and so as monotone as they are: what the charts draw. null beyond the
 * first and the last.
 */
export function interpolated({ x, y }: Line, at: number): number | null {
  if (x.length === 0 || at > x[0]! || at < x.at(-1)!) return null
  // The last point at or beyond `at`: x falls.
  const left = indexAtSpeed({ tokensPerSecond: x }, at)!
  if (x[left] === at || left === x.length - 1) return y[left]!
  const along = Math.log(at / x[left]!) / Math.log(x[left + 1]! / x[left]!)
  return y[left]! * (y[left + 1]! / y[left]!) ** along
}

/** How many times the base's value the other's is, wherever both have one; ascending, with every bend of either. */
export function ratioCurve(base: Line, other: Line): Line {
  const least = Math.max(base.x.at(-1) ?? Infinity, other.x.at(-1) ?? Infinity)
  const most = Math.min(base.x[0] ?? -Infinity, other.x[0] ?? -Infinity)
  const within = [...base.x, ...other.x].filter((at) => at >= least && at <= most)
  const x = Float64Array.from(new Set(within)).sort()
  return { x, y: x.map((at) => interpolated(other, at)! / interpolated(base, at)!) }
}
