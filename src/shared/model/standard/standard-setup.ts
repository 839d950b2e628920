import type { Architecture } from '../architecture.ts'
import type { Chip } from './chip.ts'
import type { AllReduceEngine } from './all-reduce-constants.ts'
import type { StandardConstants } from './constants.ts'
import type { FormatPlan } from './formats.ts'

/** How one replica is spread over whole GPUs: `tensor x data` of them. */
export interface ReplicaLayout {
  /** Tensor-parallel degree, `tp`. */
  readonly tensor: number
  /** Data-parallel degree of attention, `dp`. */
  readonly data: number
  /** Groups the routed experts are divided into, `ep`. */
  readonly expert: number
}

/** Prompts that are worked on by the same GPUs between the decode passes. */
export interface ColocatedPrefill {
  readonly inputTokens: number
  readonly outputTokens: number
}

/** What a decode pass under the standard rules depends on beside layout and batch. */
export interface StandardSetup {
  readonly architecture: Architecture
  readonly chip: Chip
  readonly formats: FormatPlan
  readonly engine: AllReduceEngine
  readonly constants: StandardConstants
  /** Mean tokens each sequence already has, `c`. */
  readonly contextTokens: number
  /** null: none, or on GPUs of its own. */
  readonly prefill: ColocatedPrefill | null
}

/** One decode pass of one replica. */
export interface DecodePass extends StandardSetup {
  readonly layout: ReplicaLayout
  /** GPUs of the replica, `G = tp·dp`. */
  readonly gpus: number
  /** Sequences decoding in the replica, `B`, at least 1. */
  readonly batch: number
  /** Sequences of one attention rank, `b = max(1, B/dp)`. */
  readonly rankBatch: number
}

/** @param batch sequences decoding in the replica; less than 1 counts as 1 */
export function decodePass(setup: StandardSetup, layout: ReplicaLayout, batch: number): DecodePass {
  const sequences = Math.max(1, batch)
  return {
    ...setup,
    layout,
    gpus: layout.tensor * layout.data,
    batch: sequences,
    rankBatch: Math.max(1, sequences / layout.data),
  }
}
