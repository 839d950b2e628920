import type { AttentionGroup, FeedForwardGroup } from '../architecture.ts'
import { hasRoutedExperts } from './routed-experts.ts'
import type { PerLoad, ReplicaPlan } from './standard-setup.ts'

/** Kernels of an attention layer: 5, with QK-norm 7; MLA 10. */
const attentionKernels = (group: AttentionGroup): number =>
  group.mla === null ? 5 + (group.qkNorm === 'none' ? 0 : 2) : 10

/** Norm, projections, convolution, state update with its gate, output: not validated. */
const LINEAR_KERNELS = 5

/** Kernels of a feed-forward layer: 4, and 3 more beside routed experts where something is shared. */
const feedForwardKernels = (group: FeedForwardGroup): number =>
  4 + (hasRoutedExperts(group) && group.dFfShared > 0 ? 3 : 0)

/** Activations are quantised 4 times a layer where an fp8 model has experts, on NVIDIA. */
const QUANTISATION_KERNELS = 4

/** Kernels that run one after the other in a pass (standard rules, "Kernels per layer"). */
export function kernelCount({ architecture, chip, formats }: ReplicaPlan): number {
  let kernels = 0
  for (const group of architecture.attention) kernels += group.layers * attentionKernels(group)
  for (const group of architecture.linear) kernels += group.layers * LINEAR_KERNELS
  for (const group of architecture.feedForward) kernels += group.layers * feedForwardKernels(group)
  const eightBitExperts = architecture.feedForward.some(hasRoutedExperts) && formats.routed.arithmeticBits === 8
  return kernels + (eightBitExperts && chip.isNvidia ? QUANTISATION_KERNELS * architecture.layers : 0)
}

/** `k·Σ n(layer)`. */
export const kernelSeconds: PerLoad = (plan) => {
  const seconds = plan.constants.kernelSeconds[plan.chip.generation] * kernelCount(plan)
  return () => seconds
}
