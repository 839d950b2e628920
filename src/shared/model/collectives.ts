/**
 * Time of collective operations, split into the part that does not depend on the message (latency) and the part
 * that does (bandwidth). Source: model-spec A3; constants of NCCL's own tuning tables.
 */
export type CollectiveFamily = 'nccl' | 'nccl-zero-base-latency' | 'torus'
export type CollectiveOperation = 'all-reduce' | 'all-to-all' | 'point-to-point'

export const LATENCY = 0
export const BANDWIDTH = 1

/** What a collective needs to know of the accelerators it runs on. */
export interface Links {
  readonly collectives: CollectiveFamily
  readonly intraNodeBytesPerSecond: number
  readonly interNodeBytesPerSecond: number
  /** On every latency of the tables, to see what it is worth; 1 where not given. */
  readonly latencyFactor?: number
}

interface NcclProtocol {
  readonly perRankSeconds: number
  readonly perNodeSeconds: number
  readonly baseSeconds: number
  /** Share of the link's bandwidth that carries data. */
  readonly efficiency: number
}

export const NCCL_PROTOCOLS: readonly NcclProtocol[] = [
  { perRankSeconds: 0.6e-6, perNodeSeconds: 5e-6, baseSeconds: 6.8e-6, efficiency: 0.5 },
  { perRankSeconds: 1.25e-6, perNodeSeconds: 8.5e-6, baseSeconds: 14e-6, efficiency: 0.95 },
  { perRankSeconds: 28e-6, perNodeSeconds: 28e-6, baseSeconds: 0, efficiency: 1 },
]

export const TORUS_HOP_SECONDS = 1e-6

/**
 * Adds the time of `times` like operations to `seconds[LATENCY]` and `seconds[BANDWIDTH]`; nothing where `ranks <= 1`.
 * @param seconds two numbers, seconds
 * @param ranks taking part; real-valued under the paper's rules
 * @param nodes the ranks are spread over; real-valued too
 * @param bytes of the message
 */
export function addCollective(
  seconds: Float64Array,
  links: Links,
  operation: CollectiveOperation,
  ranks: number,
  nodes: number,
  bytes: number,
  times: number,
): void {
  if (ranks <= 1) return
  const allReduce = operation === 'all-reduce'
  const passes = allReduce ? 2 : 1
  const share = allReduce ? 1 : 0.5
  const slowness = links.latencyFactor ?? 1
  if (links.collectives === 'torus') {
    seconds[LATENCY]! += times * passes * (ranks - 1) * TORUS_HOP_SECONDS * slowness
    seconds[BANDWIDTH]! += (times * share * (ranks - 1) * bytes) / (ranks * links.interNodeBytesPerSecond)
    return
  }
  const ranksPerNode = ranks / nodes
  const nodeSteps = nodes > 1 ? Math.log2(nodes) : 0
  const withBase = links.collectives === 'nccl' ? 1 : 0
  const inside = (nodes * Math.max(0, ranksPerNode - 1) * bytes) / (ranks * links.intraNodeBytesPerSecond)
  const between = ((nodes - 1) * bytes) / (ranks * links.interNodeBytesPerSecond)
  const fullRate = share * Math.max(inside, between)
  let leastLatency = 0
  let leastBandwidth = 0
  let least = Infinity
  for (const protocol of NCCL_PROTOCOLS) {
    const latency =
      slowness *
      (passes * ((ranksPerNode - 1) * protocol.perRankSeconds + protocol.perNodeSeconds * nodeSteps) +
        withBase * protocol.baseSeconds)
    const bandwidth = fullRate / protocol.efficiency
    if (latency + bandwidth < least) {
      least = latency + bandwidth
      leastLatency = latency
      leastBandwidth = bandwidth
    }
  }
  seconds[LATENCY]! += times * leastLatency
  seconds[BANDWIDTH]! += times * leastBandwidth
}
