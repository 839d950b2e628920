import { Replica } from '../../model/standard/replica.ts'
import { measuredKind } from './measured-kind.ts'
import type { ReplicaRow, StandardSearchSetup } from './space.ts'

/** Most sequences of one replica that are searched; memory mostly holds far fewer. */
export const BATCH_LIMIT = 65_536

/** Seconds in the unit that GPUs are paid by. */
const SECONDS_PER_HOUR = 3600

/** One row of the space as a service: what its tokens cost, and whether it is within the limits. */
export class Serving {
  readonly replica: Replica
  /** Sequences that memory holds, at most BATCH_LIMIT; 0 where not even the weights fit. */
  readonly mostSequences: number
  private readonly setup: StandardSearchSetup
  /** Seconds by which a request's own prompt lengthens each of its tokens, where prompts hold the passes up. */
  private readonly promptSecondsPerToken: number
  private readonly timeFactor: number

  constructor(setup: StandardSearchSetup, row: ReplicaRow) {
    const { layout, drafting } = row
    this.setup = setup
    this.timeFactor = setup.timeFactors?.[measuredKind(setup.model, row)] ?? 1
    this.replica = new Replica(setup.model, layout, drafting ? setup.speculative : null)
    const bytes = setup.model.chip.usableHbmBytes - setup.reserveBytesPerGpu
    this.mostSequences = Math.min(BATCH_LIMIT, this.replica.mostSequences(bytes))
    const { plan, promptGpuSeconds } = this.replica
    // With the term left out, prompts cost the time they take and delay nothing.
    const delays = plan.prefill?.mode === 'colocated' && !plan.rules.without.includes('prefill')
    this.promptSecondsPerToken = delays ? promptGpuSeconds / plan.gpus / plan.prefill.outputTokens : 0
  }

  /** Seconds per token of one user. A factor of the layout's changes nothing of what the search builds on (docs/search.md). */
  tokenSeconds(batch: number): number {
    return this.timeFactor * this.replica.tokenSeconds(batch)
  }

  /**
   * GPU-seconds per output token. Prompts on the same GPUs take each request's share of them from its prompt to its last
   * token: `G·(t + t_pre/out)/B`; prompts on GPUs of their own add the time they take there.
   */
  gpuSecondsPerToken(batch: number, tokenSeconds: number): number {
    const { plan, promptGpuSeconds } = this.replica
    const own = (plan.gpus * (tokenSeconds + this.promptSecondsPerToken)) / batch
    return plan.prefill === null || this.promptSecondsPerToken > 0
      ? own
      : own + promptGpuSeconds / plan.prefill.outputTokens
  }

  /**
   * Tokens per second of all users together. A request that waits for its own prompt on these GPUs makes none meanwhile;
   * `B/t` without that would fall with the batch where prompts are long.
   */
  throughput(batch: number, tokenSeconds: number): number {
    return batch / (tokenSeconds + this.promptSecondsPerToken)
  }

  /** GPUs that are busy with the prompts of this replica, beside its own; real-valued, as many replicas share them. */
  prefillGpus(batch: number, tokenSeconds: number): number {
    const { plan, promptGpuSeconds } = this.replica
    if (plan.prefill?.mode !== 'disaggregated') return 0
    return (batch * promptGpuSeconds) / (tokenSeconds * plan.prefill.outputTokens)
  }

  /** Seconds to the first token: the prompt on a stage's GPUs, or as many of its own, and one token's; 0 without prompts. */
  ttftSeconds(tokenSeconds: number): number {
    const { plan, promptGpuSeconds } = this.replica
    return plan.prefill === null ? 0 : promptGpuSeconds / plan.stageGpus + tokenSeconds
  }

  /** USD per million input tokens: the GPU time of prompts alone. */
  usdPerMillionInput(): number {
    const { plan, promptGpuSeconds } = this.replica
    return plan.prefill === null ? 0 : this.usdPerMillion(promptGpuSeconds / plan.prefill.inputTokens)
  }

  usdPerMillion(gpuSeconds: number): number {
    return (1e6 * gpuSeconds * this.setup.usdPerGpuHour) / SECONDS_PER_HOUR
  }

  /** Whether a batch is within the limits. Where one is not, no larger batch is (docs/search.md). */
  isAllowed(batch: number, tokenSeconds: number): boolean {
    const { limits, demandCapTokensPerSecond } = this.setup
    return (
      tokenSeconds * (limits.minTokensPerSecond ?? 0) <= 1 &&
      this.ttftSeconds(tokenSeconds) <= (limits.maxTtftSeconds ?? Infinity) &&
      this.throughput(batch, tokenSeconds) <= (demandCapTokensPerSecond ?? Infinity) &&
      this.replica.plan.gpus + this.prefillGpus(batch, tokenSeconds) <= limits.maxGpus
    )
  }

  /** The largest batch that memory holds and the limits allow; 0 where none is. */
  largestBatch(): number {
    const allowed = (batch: number) => this.isAllowed(batch, this.tokenSeconds(batch))
    if (this.mostSequences === 0 || !allowed(1)) return 0
    let low = 1
    let high = this.mostSequences
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (allowed(middle)) low = middle
      else high = middle - 1
    }
    return low
  }
}
