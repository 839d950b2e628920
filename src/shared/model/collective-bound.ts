import { NCCL_PROTOCOLS, TORUS_HOP_SECONDS, type CollectiveOperation, type Links } from './collectives.ts'

/** Ranks of a collective, anywhere from `low` to `high`, and how they can lie in nodes of a size. */
export class RankRange {
  low = 1
  high = 1
  /** Nodes that the fewest ranks fill. */
  nodes = 1
  /** Ranks per node: a node that begins leaves all of them emptier, so that the least may lie between the ends. */
  perNodeLow = 1
  perNodeHigh = 1
  /** `log2` of the nodes. */
  nodeSteps = 0

  set(low: number, high: number, nodeSize: number): void {
    this.low = low
    this.high = high
    this.nodes = Math.ceil(low / nodeSize)
    this.nodeSteps = this.nodes > 1 ? Math.log2(this.nodes) : 0
    const most = Math.ceil(high / nodeSize)
    this.perNodeLow = low / this.nodes
    if (most === this.nodes) {
      this.perNodeHigh = high / most
    } else {
      this.perNodeLow = Math.min(this.perNodeLow, (nodeSize * this.nodes) / (this.nodes + 1))
      this.perNodeHigh = nodeSize
    }
  }

  /** One side of a square of these ranks, as two-dimensional splits use them. */
  setSide(of: RankRange): void {
    this.low = Math.sqrt(of.low)
    this.high = Math.sqrt(of.high)
    this.nodes = Math.sqrt(of.nodes)
    this.perNodeLow = Math.sqrt(of.perNodeLow)
    this.perNodeHigh = Math.sqrt(of.perNodeHigh)
    this.nodeSteps = of.nodeSteps / 2
  }
}

/**
 * Seconds that no collective over any of these ranks, with at least `bytes`, falls below; the same as `addCollective` where the
 * ranks are one number (docs/search.md).
 */
export function leastCollectiveSeconds(
  links: Links,
  operation: CollectiveOperation,
  ranks: RankRange,
  bytes: number,
): number {
  if (ranks.low <= 1) return 0
  const allReduce = operation === 'all-reduce'
  const passes = allReduce ? 2 : 1
  const share = allReduce ? 1 : 0.5
  const slowness = links.latencyFactor ?? 1
  if (links.collectives === 'torus')
    return (
      passes * (ranks.low - 1) * TORUS_HOP_SECONDS * slowness +
      (share * (ranks.low - 1) * bytes) / (ranks.low * links.interNodeBytesPerSecond)
    )
  const withBase = links.collectives === 'nccl' ? 1 : 0
  const inside = (Math.max(0, ranks.perNodeLow - 1) / ranks.perNodeLow / links.intraNodeBytesPerSecond) * bytes
  const outside = Math.max((ranks.nodes - 1) / ranks.high, 1 / ranks.perNodeHigh - 1 / ranks.low)
  const fullRate = share * Math.max(inside, (outside * bytes) / links.interNodeBytesPerSecond)
  const others = passes * (ranks.perNodeLow - 1)
  const steps = passes * ranks.nodeSteps
  let least = Infinity
  for (let i = 0; i < NCCL_PROTOCOLS.length; i++) {
    const protocol = NCCL_PROTOCOLS[i]!
    const seconds =
      slowness *
        (others * protocol.perRankSeconds + steps * protocol.perNodeSeconds + withBase * protocol.baseSeconds) +
      fullRate / protocol.efficiency
    if (seconds < least) least = seconds
  }
  return least
}
