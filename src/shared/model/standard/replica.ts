import { expectedTokens } from '../decode.ts'
import { divisionProblem } from './layout-problem.ts'
import { promptGpuSecondsOf } from './prefill.ts'
import { fullestRank, replicaMemory } from './replica-memory.ts'
import { StandardPass } from './standard-pass.ts'
import { PLAIN_PASS, replicaPlan, type ReplicaLayout, type ReplicaPlan, type StandardSetup } from './standard-setup.ts'

/** A draft model on the GPUs of the target, and how often the target agrees with it. */
export interface StandardSpeculative {
  readonly draft: StandardSetup
  /** Chance that the target accepts a drafted token, 0 to 1. */
  readonly acceptance: number
  readonly maxDraftTokens: number
}

/** Fewest tokens drafted per pass: one gains nothing (A5). */
const LEAST_DRAFTS = 2

/** Bytes on each GPU, by what takes them. */
export interface MemoryFill {
  readonly weights: number
  readonly cache: number
  /** Weights and cache of the draft model. */
  readonly draft: number
}

/**
 * The draft model's place: on the GPUs of each attention rank by itself, over as many of its tensor ranks as the draft
 * can be divided into.
 */
function draftLayout({ architecture }: StandardSetup, { tensor }: ReplicaLayout): ReplicaLayout {
  const on = (ranks: number): ReplicaLayout => ({ tensor: ranks, data: 1, expert: 1, pipeline: 1 })
  for (let ranks = tensor; ranks > 1; ranks--)
    if (tensor % ranks === 0 && divisionProblem(architecture, on(ranks)) === null) return on(ranks)
  return on(1)
}

/**
 * One replica of a model: time per token, memory and the work of prompts, by batch. With a draft model every pass checks
 * drafted tokens: `(t_target(q=γ) + γ·t_draft)/expected(α, γ)` at the best γ (model-spec A5); not validated.
 * Time per token never falls with the batch and GPU time per token never rises (docs/search.md), which the search builds on.
 */
export class Replica {
  readonly plan: ReplicaPlan
  /** GPU-seconds of one prompt, the draft model's included; 0 where prompts are left out of account. */
  readonly promptGpuSeconds: number
  /** Seconds by term of the target's pass and of a draft pass, of the batch last asked for. */
  terms: Float64Array
  readonly draftTerms: Float64Array
  /** Tokens drafted for each pass, 0 without a draft model. */
  drafts = 0
  /** Tokens a pass yields for each sequence. */
  keptTokens = 1
  /** Passes whose time was computed since the start. */
  evaluated = 0

  private readonly passes: readonly StandardPass[]
  private readonly draft: StandardPass | null
  private readonly weights: number
  private readonly cachePerSequence: number
  private readonly draftWeights: number
  private readonly draftCachePerSequence: number

  constructor(setup: StandardSetup, layout: ReplicaLayout, speculative: StandardSpeculative | null) {
    const draftPlan =
      speculative === null ? null : replicaPlan(speculative.draft, draftLayout(speculative.draft, layout))
    const kinds =
      speculative === null
        ? [PLAIN_PASS]
        : Array.from({ length: Math.max(0, speculative.maxDraftTokens - LEAST_DRAFTS + 1) }, (_, i) => ({
            tokensPerPass: LEAST_DRAFTS + i,
            keptTokens: expectedTokens(speculative.acceptance, LEAST_DRAFTS + i),
            draft: speculative.draft,
          }))
    this.passes = kinds.map((kind) => new StandardPass(replicaPlan(setup, layout, kind)))
    this.plan = this.passes[0]!.plan
    this.terms = this.passes[0]!.terms
    this.draft = draftPlan === null ? null : new StandardPass(draftPlan)
    this.draftTerms = this.draft?.terms ?? new Float64Array(this.terms.length)
    const own = replicaMemory(this.plan)
    this.weights = own.weights
    this.cachePerSequence = own.cachePerSequence
    const draftMemory = draftPlan === null ? { weights: 0, cachePerSequence: 0 } : replicaMemory(draftPlan)
    this.draftWeights = draftMemory.weights
    this.draftCachePerSequence = draftMemory.cachePerSequence
    this.promptGpuSeconds = setup.prefill === null ? 0 : promptGpuSecondsOf(this.plan, setup.prefill.inputTokens)
  }

  /** Seconds per token of one user. @param batch sequences decoding in the replica */
  tokenSeconds(batch: number): number {
    const draftSeconds = this.draft?.seconds(batch / this.plan.layout.data) ?? 0
    let least = Infinity
    for (const pass of this.passes) {
      const { tokensPerPass, keptTokens } = pass.plan
      const drafts = this.draft === null ? 0 : tokensPerPass
      const seconds = (pass.seconds(batch) + drafts * draftSeconds) / keptTokens
      if (seconds >= least) continue
      least = seconds
      this.terms = pass.terms
      this.drafts = drafts
      this.keptTokens = keptTokens
    }
    this.evaluated += this.passes.length
    return least
  }

  /** Sequences that `bytes` of each GPU hold beside the weights; Infinity where a sequence takes nothing. */
  mostSequences(bytes: number): number {
    const free = bytes - this.weights - this.draftWeights
    const each = this.cachePerSequence + this.draftCachePerSequence
    if (free < each) return 0
    return each === 0 ? Infinity : Math.floor(free / each) * this.plan.layout.data
  }

  memoryFill(batch: number): MemoryFill {
    const sequences = fullestRank(batch, this.plan.layout)
    return {
      weights: this.weights,
      cache: this.cachePerSequence * sequences,
      draft: this.draftWeights + this.draftCachePerSequence * sequences,
    }
  }
}
