import type { ReplicaLayout } from '../../model/standard/standard-setup.ts'
import { Serving } from './serving.ts'
import { replicaRows, type StandardSearchSetup } from './space.ts'

/** The most that one replica of a layout makes within the limits. */
export interface ReplicaThroughput {
  readonly layout: ReplicaLayout
  readonly drafting: boolean
  readonly gpus: number
  /** Sequences at that throughput: the largest batch that memory holds and the limits allow. */
  readonly batch: number
  /** For one user, and of all users together. */
  readonly tokensPerSecond: number
  readonly throughput: number
  /** GPUs beside its own that work on its prompts at that throughput. */
  readonly promptGpus: number
}

/**
 * Every layout that serves each user at a speed, with its largest batch: time per token never falls with the batch and
 * throughput never falls either (docs/search.md), so that no other batch of the layout makes more.
 * @param leastSpeed tokens per second of one user
 */
export function replicaThroughputs(setup: StandardSearchSetup, leastSpeed: number): ReplicaThroughput[] {
  const limited = { ...setup, limits: { ...setup.limits, minTokensPerSecond: leastSpeed } }
  return replicaRows(limited).flatMap((row) => {
    const serving = new Serving(limited, row)
    const batch = serving.largestBatch()
    if (batch === 0) return []
    const seconds = serving.replica.tokenSeconds(batch)
    return {
      layout: row.layout,
      drafting: row.drafting,
      gpus: serving.replica.plan.gpus,
      batch,
      tokensPerSecond: 1 / seconds,
      throughput: serving.throughput(batch, seconds),
      promptGpus: serving.prefillGpus(batch, seconds),
    }
  })
}
