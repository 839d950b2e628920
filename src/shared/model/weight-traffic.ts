import {
  attentionOutputWidth,
  projectionWidth,
  sparsity,
  type AttentionGroup,
  type FeedForwardGroup,
  type Precision,
} from './architecture.ts'
import { matrixTrafficBytes } from './matrix-traffic.ts'

/**
 * Bytes one feed-forward layer moves for `tokens` tokens: of the experts those that any token reaches,
 * `u·E·(m_in + m_out)·M(d, f, B/s, T_ff)` with `u = 1-(1-1/s)^B`, and what every token passes beside them (A4).
 * @param tensor ranks that share what runs beside the experts
 * @param ranks tensor-parallel ranks of one expert
 */
export function feedForwardBytesPerLayer(
  dModel: number,
  precision: Precision,
  group: FeedForwardGroup,
  tokens: number,
  tensor: number,
  ranks: number,
): number {
  const { weightBytes, activationBytes } = precision
  const sparse = sparsity(group)
  const reached = sparse === 1 ? 1 : 1 - (1 - 1 / sparse) ** tokens
  let bytes =
    reached *
    group.experts *
    matrixTrafficBytes(dModel, group.dFf, tokens / sparse, ranks, weightBytes, activationBytes)
  if (group.dFfShared > 0)
    bytes += matrixTrafficBytes(dModel, group.dFfShared, tokens, tensor, weightBytes, activationBytes)
  return (group.matricesIn + group.matricesOut) * bytes
}

/**
 * Bytes one attention layer's projections move for `tokens` tokens: `M(D, d) + M(d, h·dh)`, with MLA
 * `M(c_kv + c_q, d) + M(D, c_kv + c_q) + M(d, h·dh)` (A4); an output gate widens what is projected from `d`. The KV cache is
 * not among them.
 */
export function attentionBytesPerLayer(
  dModel: number,
  precision: Precision,
  group: AttentionGroup,
  tokens: number,
  ranks: number,
): number {
  const { weightBytes, activationBytes } = precision
  const width = projectionWidth(group)
  const gate = group.outputGateWidth
  const output = matrixTrafficBytes(dModel, attentionOutputWidth(group), tokens, ranks, weightBytes, activationBytes)
  if (group.mla === null)
    return matrixTrafficBytes(width + gate, dModel, tokens, ranks, weightBytes, activationBytes) + output
  const rank = group.mla.kvRank + group.mla.queryRank
  return (
    matrixTrafficBytes(rank + gate, dModel, tokens, ranks, weightBytes, activationBytes) +
    matrixTrafficBytes(width, rank, tokens, ranks, weightBytes, activationBytes) +
    output
  )
}
