import { hasRoutedExperts } from './routed-experts.ts'
import type { ReplicaPlan } from './standard-setup.ts'
import type { WeightBlock } from './weight-block.ts'

/** The unembedding, `V·d`, divided by `tp`; the lookup table costs no time, tied or not. */
export function unembeddingBlock({ architecture, formats, layout }: ReplicaPlan): WeightBlock {
  const weights = (architecture.vocab * architecture.dModel) / layout.tensor
  return { block: 'unembedding', weights, format: formats.unembedding }
}

/** The routers, `d·E` for each layer with experts, whole on every rank. */
export function routerBlock({ architecture, formats }: ReplicaPlan): WeightBlock {
  const weights = architecture.feedForward
    .filter(hasRoutedExperts)
    .reduce((sum, group) => sum + group.layers * architecture.dModel * group.experts, 0)
  return { block: 'router', weights, format: formats.router }
}
