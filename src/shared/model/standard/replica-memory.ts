import { routedParams, sharedParams } from '../architecture.ts'
import { attentionWeightsPerRank } from './attention-weights.ts'
import { linearBlock, stateBytesPerSequence } from './linear-mixers.ts'
import { kvBytesPerSequence } from './kv-cache.ts'
import { hasRoutedExperts } from './routed-experts.ts'
import type { ReplicaLayout, ReplicaPlan, StandardSetup } from './standard-setup.ts'

/** Bytes on each GPU of a replica's fullest stage. */
export interface ReplicaMemory {
  /** All experts, read or not, and the lookup table where it is one of its own. */
  readonly weights: number
  /** KV cache and states of one sequence, on each GPU of the attention rank that has it. */
  readonly cachePerSequence: number
}

/** What the engine itself and the activations take of each GPU (model-spec B). */
const ENGINE_BYTES = 3.5e9
const DENSE_ACTIVATION_BYTES = 5e9
const EXPERT_ACTIVATION_BYTES = 7.5e9

/** Bytes of each GPU that weights and cache cannot have, unless the user knows better. */
export const runtimeReserveBytes = ({ architecture }: Pick<StandardSetup, 'architecture'>): number =>
  ENGINE_BYTES + (architecture.feedForward.some(hasRoutedExperts) ? EXPERT_ACTIVATION_BYTES : DENSE_ACTIVATION_BYTES)

/** Sequences on the attention rank that has most of them: whole ones, as none is divided over ranks. */
export const fullestRank = (batch: number, { data }: ReplicaLayout): number => Math.max(1, Math.ceil(batch / data))

export function replicaMemory(plan: ReplicaPlan): ReplicaMemory {
  const { architecture, formats, layout, stageGpus } = plan
  const { tensor, pipeline } = layout
  let layers = linearBlock(plan).weights * formats.attention.bytesPerWeight
  let cachePerSequence = stateBytesPerSequence(plan) / pipeline
  for (const group of architecture.attention) {
    layers += group.layers * attentionWeightsPerRank(architecture, group, tensor) * formats.attention.bytesPerWeight
    cachePerSequence += kvBytesPerSequence(plan, group) / pipeline
  }
  for (const group of architecture.feedForward) {
    const routed = hasRoutedExperts(group)
    // Each of the ep groups keeps its experts, divided over the G/ep GPUs it has: 1/G of all on every GPU.
    layers += routed
      ? (routedParams(architecture, group) * formats.routed.bytesPerWeight) / stageGpus
      : (routedParams(architecture, group) * formats.dense.bytesPerWeight) / tensor
    layers += (sharedParams(architecture, group) * formats.shared.bytesPerWeight) / tensor
    if (routed) layers += group.layers * architecture.dModel * group.experts * formats.router.bytesPerWeight
  }
  // The first stage has the lookup table, the last the unembedding; a single stage has both, in one where they are tied.
  const tables = pipeline > 1 || architecture.tiedEmbeddings ? 1 : 2
  const table = (architecture.vocab * architecture.dModel * formats.unembedding.bytesPerWeight) / tensor
  return { weights: layers / pipeline + tables * table, cachePerSequence }
}
