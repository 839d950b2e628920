import type { ReplicaThroughput } from '../search/standard/replica-throughputs.ts'

/** So many replicas of one layout. */
export interface ReplicaCount {
  readonly replica: ReplicaThroughput
  readonly count: number
}

/** Replicas that together serve a load. */
export interface Fleet {
  readonly replicas: readonly ReplicaCount[]
  /** All of them, those that work on prompts included. */
  readonly gpus: number
  readonly promptGpus: number
  /** What of the replicas' throughput the load takes, 0 to 1. */
  readonly loadShare: number
}

/** Ratios this near a whole number are whole: what is beyond it is rounding. */
const ROUNDING = 1e-12

const wholeUp = (value: number): number => Math.ceil(value * (1 - ROUNDING))

/** As many replicas of one layout as a load needs. @param load tokens per second of all users together */
export function fleetOf(replica: ReplicaThroughput, load: number): Fleet {
  const { gpus, throughput } = replica
  const count = wholeUp(load / throughput)
  // Prompts come with the load, not with the replicas: GPUs for them are shared by all.
  const promptGpus = wholeUp((load * replica.promptGpus) / throughput)
  return {
    replicas: [{ replica, count }],
    gpus: count * gpus + promptGpus,
    promptGpus,
    loadShare: load / (count * throughput),
  }
}

/** The fleets of one layout each, fewest GPUs first; of equals the one with more to spare. */
export const fleetsOf = (replicas: readonly ReplicaThroughput[], load: number): Fleet[] =>
  replicas.map((replica) => fleetOf(replica, load)).toSorted((a, b) => a.gpus - b.gpus || a.loadShare - b.loadShare)

/** GPUs beyond which mixtures of layouts are not looked for: what rounding up by a replica costs is little by then. */
const MOST_MIXED_GPUS = 4096

/**
 * The least GPUs for a load where replicas may differ in layout: for each number of GPUs the most throughput that any
 * multiset of replicas makes on them, by adding one replica to the best of what is left; the first that reaches the load.
 * Exact, and never more than the best fleet of one layout.
 * @returns null where GPUs beside the replicas work on prompts, or the fleet is too large to look at
 */
export function leastMixedFleet(replicas: readonly ReplicaThroughput[], load: number): Fleet | null {
  const [alike] = fleetsOf(replicas, load)
  if (alike === undefined || alike.promptGpus > 0 || alike.gpus > MOST_MIXED_GPUS) return null
  const most = new Float64Array(alike.gpus + 1)
  const last = new Int32Array(alike.gpus + 1).fill(-1)
  const best = bestOfEachSize(replicas)
  for (let gpus = 1; gpus <= alike.gpus; gpus++) {
    most[gpus] = most[gpus - 1]!
    for (const [at, replica] of best.entries()) {
      if (replica.gpus > gpus) continue
      const throughput = most[gpus - replica.gpus]! + replica.throughput
      if (throughput <= most[gpus]!) continue
      most[gpus] = throughput
      last[gpus] = at
    }
    if (most[gpus]! >= load * (1 - ROUNDING)) return fleetFrom(best, last, gpus, load / most[gpus]!)
  }
  return alike
}

function bestOfEachSize(replicas: readonly ReplicaThroughput[]): ReplicaThroughput[] {
  const best = new Map<number, ReplicaThroughput>()
  for (const replica of replicas)
    if (replica.throughput > (best.get(replica.gpus)?.throughput ?? 0)) best.set(replica.gpus, replica)
  return [...best.values()].toSorted((a, b) => b.gpus - a.gpus)
}

/** The replicas that were added one after the other; a GPU that none uses is left out. */
function fleetFrom(best: readonly ReplicaThroughput[], last: Int32Array, gpus: number, loadShare: number): Fleet {
  const counts = best.map(() => 0)
  let left = gpus
  while (left > 0) {
    const at = last[left]!
    if (at === -1) left--
    else {
      counts[at]!++
      left -= best[at]!.gpus
    }
  }
  const replicas = best.map((replica, at) => ({ replica, count: counts[at]! })).filter(({ count }) => count > 0)
  const used = replicas.reduce((sum, { replica, count }) => sum + count * replica.gpus, 0)
  return { replicas, gpus: used, promptGpus: 0, loadShare }
}
