import { logSpace } from '../model/log-space.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'

/** Speeds from the slowest to the fastest of some frontiers, rising, log-spaced, and those asked for where they are within. */
export function chartSpeeds(
  frontiers: readonly FrontierPoints[],
  count: number,
  asked: readonly number[] = [],
): Float64Array {
  const ends = frontiers.flatMap(({ tokensPerSecond: column }) =>
    column.length === 0 ? [] : [column.at(-1)!, column[0]!],
  )
  if (ends.length === 0) return new Float64Array()
  const [slowest, fastest] = [Math.min(...ends), Math.max(...ends)]
  const even = slowest === fastest ? [slowest] : [...logSpace(slowest, fastest, count).slice(1, -1), slowest, fastest]
  return Float64Array.from(new Set([...even, ...asked.filter((speed) => speed > slowest && speed < fastest)])).sort()
}

/** Every speed at which one of some frontiers has a point, rising. */
export const pointSpeeds = (frontiers: readonly FrontierPoints[]): Float64Array =>
  Float64Array.from(new Set(frontiers.flatMap(({ tokensPerSecond }) => [...tokensPerSecond]))).sort()
