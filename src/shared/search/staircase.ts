/** Points of a space in columns of equal length, in any order; an infinite latency is no point. */
export interface Points {
  readonly latencySeconds: Float64Array
  /** GPU-seconds per token. */
  readonly cost: Float64Array
  /** Place in the space, row by row. */
  readonly position: Uint32Array
}

export const newPoints = (length: number): Points => ({
  latencySeconds: new Float64Array(length).fill(Infinity),
  cost: new Float64Array(length),
  position: new Uint32Array(length),
})

/**
 * The points that no other beats in both latency and cost, least latency first: cost falls strictly along it.
 * Of points equal in both, the first in row order is kept (tie rules: test/fixtures/paper/README.md).
 * Building it from any partition of the space, in any order, gives the same columns.
 */
export type Staircase = Points

/** The staircase of some points. */
export function staircase(points: Points): Staircase {
  const { latencySeconds, cost, position } = points
  const order = new Uint32Array(latencySeconds.length)
  let finite = 0
  for (let i = 0; i < order.length; i++) if (latencySeconds[i]! < Infinity) order[finite++] = i
  const sorted = order
    .subarray(0, finite)
    .sort((a, b) => latencySeconds[a]! - latencySeconds[b]! || cost[a]! - cost[b]! || position[a]! - position[b]!)
  let kept = 0
  let least = Infinity
  for (const i of sorted) {
    if (cost[i]! >= least) continue
    least = cost[i]!
    sorted[kept++] = i
  }
  return pick(points, sorted.subarray(0, kept))
}

export function mergeStaircases(parts: readonly Staircase[]): Staircase {
  const length = parts.reduce((total, part) => total + part.position.length, 0)
  const all = newPoints(length)
  let at = 0
  for (const part of parts) {
    all.latencySeconds.set(part.latencySeconds, at)
    all.cost.set(part.cost, at)
    all.position.set(part.position, at)
    at += part.position.length
  }
  return staircase(all)
}

/** The points at `order`, in that order. */
export function pick(points: Points, order: Uint32Array): Staircase {
  return {
    latencySeconds: Float64Array.from(order, (i) => points.latencySeconds[i]!),
    cost: Float64Array.from(order, (i) => points.cost[i]!),
    position: Uint32Array.from(order, (i) => points.position[i]!),
  }
}
