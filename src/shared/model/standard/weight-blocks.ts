import { attentionBlock } from './attention-weights.ts'
import { denseBlock, sharedBlock } from './dense-weights.ts'
import { linearBlock } from './linear-mixers.ts'
import type { ReplicaPlan } from './standard-setup.ts'
import { routerBlock, unembeddingBlock } from './vocabulary-weights.ts'
import type { WeightBlock } from './weight-block.ts'

/** Every block of weights that a decode pass reads whole, whatever the batch: all but the routed experts. */
export const weightBlocks = (plan: ReplicaPlan): WeightBlock[] =>
  [attentionBlock, linearBlock, denseBlock, sharedBlock, routerBlock, unembeddingBlock].map((block) => block(plan))
