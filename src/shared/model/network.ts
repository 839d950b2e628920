import type { Accelerator } from './accelerator.ts'
import { projectionWidth, type Architecture, type FeedForwardGroup, type Precision } from './architecture.ts'
import { addCollective } from './collectives.ts'

/** Dimensions of the tensor-parallel split. */
export type TensorSplit = typeof ONE_DIMENSION | typeof TWO_DIMENSIONS
export const ONE_DIMENSION = 0
export const TWO_DIMENSIONS = 1

interface NetworkSetup {
  readonly architecture: Architecture
  readonly precision: Precision
  readonly accelerator: Accelerator
}

/** Attention's all-reduces of every layer: 2D `d/√t` and `D/√t` words (an output gate widens `D`), 1D `d`, for each of `tokens` tokens (A4). */
export function addAttentionReduces(
  seconds: Float64Array,
  { architecture, precision, accelerator }: NetworkSetup,
  split: TensorSplit,
  tensor: number,
  tokens: number,
): void {
  const bytesPerWord = tokens * precision.activationBytes
  const nodes = Math.ceil(tensor / accelerator.nodeSize)
  for (const group of architecture.attention) {
    if (split === ONE_DIMENSION) {
      addCollective(seconds, accelerator, 'all-reduce', tensor, nodes, architecture.dModel * bytesPerWord, group.layers)
      continue
    }
    const ranks = Math.sqrt(tensor)
    const spread = Math.sqrt(nodes)
    const out = (architecture.dModel * bytesPerWord) / ranks
    const into = ((projectionWidth(group) + group.outputGateWidth) * bytesPerWord) / ranks
    addCollective(seconds, accelerator, 'all-reduce', ranks, spread, out, group.layers)
    addCollective(seconds, accelerator, 'all-reduce', ranks, spread, into, group.layers)
  }
}

/**
 * A group's feed-forward all-reduces: 2D `A·m_in·f·R/T` and `A·m_out·d·R/T` words, 1D `A·m_out·d·R/T`, `R` ranks of one
 * expert's layout; what runs beside the experts counts as one more active expert (A4).
 */
export function addFeedForwardReduces(
  seconds: Float64Array,
  { architecture, precision, accelerator }: NetworkSetup,
  group: FeedForwardGroup,
  split: TensorSplit,
  tensor: number,
  feedForwardRanks: number,
  tokens: number,
): void {
  const bytesPerWord = tokens * precision.activationBytes
  const nodes = Math.ceil(feedForwardRanks / accelerator.nodeSize)
  const blocks = group.activeExperts + (group.dFfShared > 0 ? 1 : 0)
  const outWords = blocks * group.matricesOut * architecture.dModel
  if (split === ONE_DIMENSION) {
    const bytes = (outWords * feedForwardRanks * bytesPerWord) / tensor
    addCollective(seconds, accelerator, 'all-reduce', feedForwardRanks, nodes, bytes, group.layers)
    return
  }
  const ranks = Math.sqrt(feedForwardRanks)
  const spread = Math.sqrt(nodes)
  const inWords = group.matricesIn * (group.activeExperts * group.dFf + group.dFfShared)
  const share = (ranks * bytesPerWord) / tensor
  addCollective(seconds, accelerator, 'all-reduce', ranks, spread, inWords * share, group.layers)
  addCollective(seconds, accelerator, 'all-reduce', ranks, spread, outWords * share, group.layers)
}

/** The two all-to-alls of every expert layer: `d·µ·r·q·ap/T` bytes over `r = min(A, EP)` ranks (A4). */
export function addExpertExchange(
  seconds: Float64Array,
  { architecture, precision, accelerator }: NetworkSetup,
  group: FeedForwardGroup,
  tensor: number,
  expertParallel: number,
  tokens: number,
): void {
  if (group.experts <= 1) return
  const ranks = Math.min(group.activeExperts, expertParallel)
  const nodes = Math.ceil(ranks / accelerator.nodeSize)
  const bytes = (architecture.dModel * tokens * ranks * precision.activationBytes) / tensor
  addCollective(seconds, accelerator, 'all-to-all', ranks, nodes, bytes, 2 * group.layers)
}
