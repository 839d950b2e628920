import type { BlockFormat } from './formats.ts'

/** A block of weights in one decode pass, on the GPU that has most to do. */
export interface WeightBlock {
  readonly block: 'attention' | 'dense' | 'shared' | 'routed' | 'router' | 'unembedding'
  /** Weights read from memory. */
  readonly weights: number
  /** Multiplications and additions. */
  readonly flop: number
  readonly format: BlockFormat
}
