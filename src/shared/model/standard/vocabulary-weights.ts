import { hasRoutedExperts } from './routed-experts.ts'
import type { DecodePass } from './standard-setup.ts'
import type { WeightBlock } from './weight-block.ts'

/** The unembedding, `V·d`, divided by `tp`; the lookup table costs no time, tied or not. */
export function unembeddingBlock({ architecture, formats, layout, rankBatch }: DecodePass): WeightBlock {
  const weights = (architecture.vocab * architecture.dModel) / layout.tensor
  return { block: 'unembedding', weights, flop: 2 * rankBatch * weights, format: formats.unembedding }
}

/** The routers, `d·E` for each layer with experts, whole on every rank. */
export function routerBlock({ architecture, formats, rankBatch }: DecodePass): WeightBlock {
  const weights = architecture.feedForward
    .filter(hasRoutedExperts)
    .reduce((sum, group) => sum + group.layers * architecture.dModel * group.experts, 0)
  return { block: 'router', weights, flop: 2 * rankBatch * weights, format: formats.router }
}
