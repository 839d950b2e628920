import type { Architecture } from '../architecture.ts'
import type { Chip } from './chip.ts'
import type { AllReduceEngine, AllReduceFit } from './all-reduce-constants.ts'
import type { StandardConstants } from './constants.ts'
import type { FormatPlan } from './formats.ts'

/** How one replica is spread over whole GPUs: `tensor x data x pipeline` of them. */
export interface ReplicaLayout {
  /** Tensor-parallel degree, `tp`. */
  readonly tensor: number
  /** Data-parallel degree of attention, `dp`. */
  readonly data: number
  /** Groups the routed experts of a stage are divided into, `ep`. */
  readonly expert: number
  /** Stages the layers are split into, `pp`; each has GPUs of its own. */
  readonly pipeline: number
}

export const PREFILL_MODES = ['none', 'colocated', 'disaggregated'] as const

/** Prompts, and where they are worked on: between the decode passes of the same GPUs, or on GPUs of their own. */
export interface Prefill {
  readonly mode: Exclude<(typeof PREFILL_MODES)[number], 'none'>
  /** Tokens of a prompt, and of the answer to it. */
  readonly inputTokens: number
  readonly outputTokens: number
}

/** Choices within the rules; each is named in docs/model.md and shown with the results. */
export interface StandardRules {
  /** Ids of terms (standard-pass.ts) that are left out. */
  readonly without: readonly string[]
  /** `σ` of a skewed choice of experts, 1 to 3; null = every expert is as likely. */
  readonly routingSkew: number | null
  /** All-reduce constants fitted to each engine's own kernels, or one set per GPU generation with the engine's floor. */
  readonly allReduceFit: AllReduceFit
}

export const STANDARD_RULES: StandardRules = { without: [], routingSkew: null, allReduceFit: 'engine' }

/** A model on a chip under the standard rules: what a decode pass depends on beside layout and batch. */
export interface StandardSetup {
  readonly architecture: Architecture
  readonly chip: Chip
  readonly formats: FormatPlan
  readonly engine: AllReduceEngine
  readonly constants: StandardConstants
  readonly rules: StandardRules
  /** Mean tokens each sequence already has, `c`. */
  readonly contextTokens: number
  /** null where prompts are left out of account. */
  readonly prefill: Prefill | null
}

/** On every latency of collectives: the constants' and the chip's own. */
export const networkLatencyFactor = ({ chip, constants }: Pick<StandardSetup, 'chip' | 'constants'>): number =>
  constants.networkLatencyFactor * chip.networkLatencyFactor

/** What a pass is for: plain decoding, or checking the tokens that a draft model proposed. */
export interface PassKind {
  /** Tokens of each sequence that a pass works on, `q`. */
  readonly tokensPerPass: number
  /** Tokens of each sequence that it yields on average. */
  readonly keptTokens: number
  /** The draft model, whose prompts take time too; null where there is none. */
  readonly draft: StandardSetup | null
}

export const PLAIN_PASS: PassKind = { tokensPerPass: 1, keptTokens: 1, draft: null }

/** One replica, before any batch. */
export interface ReplicaPlan extends StandardSetup, PassKind {
  readonly layout: ReplicaLayout
  /** GPUs of one stage, `G = tp·dp`. */
  readonly stageGpus: number
  /** GPUs of the replica. */
  readonly gpus: number
}

/** What the GPUs of a replica have to do in one pass. */
export interface Load {
  /** Sequences decoding in the replica, `B`, at least 1. */
  batch: number
  /** Sequences that go through a stage together: one of `pp` micro-batches. */
  microBatch: number
  /** Sequences of one attention rank, `b = max(1, B/(pp·dp))`. */
  rankBatch: number
  /** Tokens of a micro-batch, `q` for each sequence. */
  tokens: number
  /** Tokens of one attention rank. */
  rankTokens: number
}

/** What does not depend on the batch is worked out once for a replica; what remains is asked for each load. */
export type PerLoad = (plan: ReplicaPlan) => (load: Readonly<Load>) => number

export const replicaPlan = (setup: StandardSetup, layout: ReplicaLayout, kind: PassKind = PLAIN_PASS): ReplicaPlan => ({
  ...setup,
  ...kind,
  layout,
  stageGpus: layout.tensor * layout.data,
  gpus: layout.tensor * layout.data * layout.pipeline,
})

/** Fills in the load of a batch. @param batch sequences decoding in the replica; less than 1 counts as 1 */
export function setLoad(load: Load, { layout, tokensPerPass }: ReplicaPlan, batch: number): void {
  load.batch = Math.max(1, batch)
  load.microBatch = Math.max(1, load.batch / layout.pipeline)
  load.rankBatch = Math.max(1, load.microBatch / layout.data)
  load.tokens = load.microBatch * tokensPerPass
  load.rankTokens = load.rankBatch * tokensPerPass
}

export const newLoad = (): Load => ({ batch: 1, microBatch: 1, rankBatch: 1, tokens: 1, rankTokens: 1 })
