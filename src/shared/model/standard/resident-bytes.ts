import { routedParams, sharedParams } from '../architecture.ts'
import { attentionWeightsPerRank } from './attention-weights.ts'
import { kvBytesPerGpu } from './kv-cache.ts'
import { hasRoutedExperts } from './routed-experts.ts'
import { decodePass, type ReplicaLayout, type StandardSetup } from './standard-setup.ts'

/** Bytes that weights and KV cache take on each GPU: all experts, read or not, and the lookup table where it is one of its own. */
export interface ResidentBytes {
  readonly weights: number
  readonly cache: number
}

/** Weights and KV cache of one replica, per GPU. Without draft model, activations and the engine's own memory. */
export function residentBytes(setup: StandardSetup, layout: ReplicaLayout, batch: number): ResidentBytes {
  const pass = decodePass(setup, layout, batch)
  const { architecture, formats, gpus } = pass
  const { tensor } = layout
  const tables = architecture.tiedEmbeddings ? 1 : 2
  let weights = (tables * architecture.vocab * architecture.dModel * formats.unembedding.bytesPerWeight) / tensor
  let cache = 0
  for (const group of architecture.attention) {
    weights += group.layers * attentionWeightsPerRank(architecture, group, tensor) * formats.attention.bytesPerWeight
    cache += kvBytesPerGpu(pass, group)
  }
  for (const group of architecture.feedForward) {
    const routed = hasRoutedExperts(group)
    // Each of the ep groups keeps its experts, divided over the G/ep GPUs it has: 1/G of all on every GPU.
    weights += routed
      ? (routedParams(architecture, group) * formats.routed.bytesPerWeight) / gpus
      : (routedParams(architecture, group) * formats.dense.bytesPerWeight) / tensor
    weights += (sharedParams(architecture, group) * formats.shared.bytesPerWeight) / tensor
    if (routed) weights += group.layers * architecture.dModel * group.experts * formats.router.bytesPerWeight
  }
  return { weights, cache }
}
