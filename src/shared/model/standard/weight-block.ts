import type { BlockFormat } from './formats.ts'

/** A block of weights that every sequence of a rank passes through, on one GPU; routed experts are in a file of their own. */
export interface WeightBlock {
  readonly block: 'attention' | 'linear' | 'dense' | 'shared' | 'router' | 'unembedding'
  /** Weights read from memory in a pass; each is multiplied and added once for every token of the rank. */
  readonly weights: number
  readonly format: BlockFormat
}
