import { routedParams, sharedParams } from '../architecture.ts'
import { hasRoutedExperts } from './routed-experts.ts'
import type { ReplicaPlan } from './standard-setup.ts'
import type { WeightBlock } from './weight-block.ts'

/** Dense feed-forward layers, divided by `tp`; every attention rank passes its own `b` tokens. */
export function denseBlock({ architecture, formats, layout }: ReplicaPlan): WeightBlock {
  const weights =
    architecture.feedForward
      .filter((group) => !hasRoutedExperts(group))
      .reduce((sum, group) => sum + routedParams(architecture, group), 0) / layout.tensor
  return { block: 'dense', weights, format: formats.dense }
}

/** What runs beside the routed experts for every token, divided by `tp`. */
export function sharedBlock({ architecture, formats, layout }: ReplicaPlan): WeightBlock {
  const weights =
    architecture.feedForward.reduce((sum, group) => sum + sharedParams(architecture, group), 0) / layout.tensor
  return { block: 'shared', weights, format: formats.shared }
}
