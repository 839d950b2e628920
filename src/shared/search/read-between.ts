import type { FrontierPoints } from './frontier-points.ts'
import { indexAtCost, indexAtSpeed } from './readings.ts'

/** Where a reading lies: on a point, between two (log-log), or beyond the end, where the last point holds. */
export type Placed = 'point' | 'between' | 'end'

/** A place on a frontier read as a line. */
export interface LineReading {
  /** Point that is at least as fast, or costs at most as much: what can be deployed. */
  readonly index: number
  readonly tokensPerSecond: number
  readonly usdPerMillionTokens: number
  readonly placed: Placed
}

/** y at x on the straight line through two points in logarithms of both: monotone, as the points are. */
const onLogLine = (x: number, [x0, x1]: readonly [number, number], [y0, y1]: readonly [number, number]): number =>
  y0 * (y1 / y0) ** (Math.log(x / x0) / Math.log(x1 / x0))

const pointAt = ({ tokensPerSecond, usdPerMillionTokens }: FrontierPoints, index: number, placed: Placed) => ({
  index,
  tokensPerSecond: tokensPerSecond[index]!,
  usdPerMillionTokens: usdPerMillionTokens[index]!,
  placed,
})

/** The cost at a speed; beyond the slowest point that point's, null beyond the fastest. */
export function costAtSpeed(points: FrontierPoints, speed: number): LineReading | null {
  const { tokensPerSecond: speeds, usdPerMillionTokens: costs } = points
  const index = indexAtSpeed(points, speed)
  if (index === null) return null
  if (speeds[index] === speed) return pointAt(points, index, 'point')
  if (index === speeds.length - 1) return pointAt(points, index, 'end')
  const usdPerMillionTokens = onLogLine(speed, [speeds[index]!, speeds[index + 1]!], [costs[index]!, costs[index + 1]!])
  return { index, tokensPerSecond: speed, usdPerMillionTokens, placed: 'between' }
}

/** The speed at a cost; beyond the dearest point that point's, null below the cheapest. */
export function speedAtCost(points: FrontierPoints, cost: number): LineReading | null {
  const { tokensPerSecond: speeds, usdPerMillionTokens: costs } = points
  const index = indexAtCost(points, cost)
  if (index === null) return null
  if (costs[index] === cost) return pointAt(points, index, 'point')
  if (index === 0) return pointAt(points, index, 'end')
  const tokensPerSecond = onLogLine(cost, [costs[index]!, costs[index - 1]!], [speeds[index]!, speeds[index - 1]!])
  return { index, tokensPerSecond, usdPerMillionTokens: cost, placed: 'between' }
}
