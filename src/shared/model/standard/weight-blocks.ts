import { attentionBlock } from './attention-weights.ts'
import { denseBlock, sharedBlock } from './dense-weights.ts'
import { routedBlock } from './routed-experts.ts'
import type { DecodePass } from './standard-setup.ts'
import { routerBlock, unembeddingBlock } from './vocabulary-weights.ts'
import type { WeightBlock } from './weight-block.ts'

/** Every block of weights that a decode pass goes through. */
export const weightBlocks = (pass: DecodePass): WeightBlock[] =>
  [attentionBlock, denseBlock, sharedBlock, routedBlock, routerBlock, unembeddingBlock].map((block) => block(pass))
