import { routedParams, sharedParams } from '../architecture.ts'
import { hasRoutedExperts } from './routed-experts.ts'
import type { DecodePass } from './standard-setup.ts'
import type { WeightBlock } from './weight-block.ts'

/** Dense feed-forward layers, divided by `tp`; every attention rank passes its own `b` tokens. */
export function denseBlock({ architecture, formats, layout, rankBatch }: DecodePass): WeightBlock {
  const weights =
    architecture.feedForward
      .filter((group) => !hasRoutedExperts(group))
      .reduce((sum, group) => sum + routedParams(architecture, group), 0) / layout.tensor
  return { block: 'dense', weights, flop: 2 * rankBatch * weights, format: formats.dense }
}

/** What runs beside the routed experts for every token, divided by `tp`. */
export function sharedBlock({ architecture, formats, layout, rankBatch }: DecodePass): WeightBlock {
  const weights =
    architecture.feedForward.reduce((sum, group) => sum + sharedParams(architecture, group), 0) / layout.tensor
  return { block: 'shared', weights, flop: 2 * rankBatch * weights, format: formats.shared }
}
