/**
 * Mixers that keep a state of fixed size per sequence in place of a cache that grows: Gated DeltaNet (arXiv 2412.06464),
 * Kimi Delta Attention (KDA; Kimi Linear, arXiv 2510.26692) and Mamba-2 (arXiv 2405.21060). Per value head, `S` is `d_k x d_v`:
 *
 *     Gated DeltaNet  S = α·(I − β·k·kᵀ)·S + β·k·vᵀ        o = Sᵀ·q         α one number per head
 *     KDA             S = (I − β·k·kᵀ)·Diag(α)·S + β·k·vᵀ  o = Sᵀ·q         α one number per channel of the key
 *     Mamba-2         S = α·S + B·(Δ·x)ᵀ                   y = Sᵀ·C + D·x   α one number per head
 *
 * Mamba-2 in the words of the others (state space duality): B is the key, C the query, x the value; its groups are key heads,
 * its state size `d_k`. Queries, keys and values pass a causal convolution, the result a gate. Weights as in the released
 * configurations and their published code. `K = keyHeads·d_k`, `V = valueHeads·d_v`, `H = valueHeads`, `c = 2K + V` channels.
 */
export interface LinearMixerGroup {
  readonly kind: 'gated-deltanet' | 'kda' | 'mamba2'
  readonly layers: number
  /** Heads of queries and of keys; Mamba-2: groups. */
  readonly keyHeads: number
  /** Heads with a state of their own. */
  readonly valueHeads: number
  /** Width of a query and of a key; Mamba-2: state size. */
  readonly dKey: number
  readonly dValue: number
  /** Tokens the convolution sees, this one among them. */
  readonly convKernel: number
  /** Rank of the projection to the gate on the result; null = full. */
  readonly outputGateRank: number | null
}

/**
 * What one of `ranks` tensor-parallel ranks has of a group: its value heads and the key heads that go with them, which are
 * copied where there are more ranks than key heads.
 */
export const linearMixerOnRank = (group: LinearMixerGroup, ranks: number): LinearMixerGroup => ({
  ...group,
  keyHeads: Math.max(group.keyHeads / ranks, 1),
  valueHeads: group.valueHeads / ranks,
})

const keyWidth = (group: LinearMixerGroup): number => group.keyHeads * group.dKey
const valueWidth = (group: LinearMixerGroup): number => group.valueHeads * group.dValue
const convChannels = (group: LinearMixerGroup): number => 2 * keyWidth(group) + valueWidth(group)

const UPDATE_PARAMS: Record<LinearMixerGroup['kind'], (dModel: number, group: LinearMixerGroup) => number> = {
  'gated-deltanet': (dModel, { valueHeads, dValue }) => 2 * valueHeads * (dModel + 1) + dValue,
  kda: (dModel, group) =>
    group.valueHeads * (dModel + 1) + (dModel + keyWidth(group)) * group.dValue + keyWidth(group) + group.dValue,
  mamba2: (dModel, group) => group.valueHeads * (dModel + 3) + convChannels(group) + valueWidth(group),
}

/**
 * Parameters of one layer: queries, keys and values `c·d`, their convolution `kernel·c`, the gate `V·d` or `(d + V)·rank`, the
 * result `V·d`, and what decides how the state is updated:
 *
 *     Gated DeltaNet  α and β 2H·d, their bias and scale 2H, a norm d_v
 *     KDA             β H·d, α (d + K)·d_v, its bias and scale K + H, a norm d_v
 *     Mamba-2         Δ H·d, its bias, A and D 3H, the convolution's bias c, a norm V
 */
export function linearMixerParamsPerLayer(dModel: number, group: LinearMixerGroup): number {
  const channels = convChannels(group)
  const width = valueWidth(group)
  const { outputGateRank, convKernel } = group
  const gate = outputGateRank === null ? width * dModel : (dModel + width) * outputGateRank
  return channels * (dModel + convKernel) + gate + width * dModel + UPDATE_PARAMS[group.kind](dModel, group)
}

/** Numbers of the state `S` that one sequence keeps in one layer, `H·d_k·d_v`; each token reads and writes all of them. */
export const recurrentStateValues = (group: LinearMixerGroup): number => group.valueHeads * group.dKey * group.dValue

/** Numbers the convolution keeps for one sequence in one layer: its last inputs, `(kernel − 1)·c`. */
export const convStateValues = (group: LinearMixerGroup): number => (group.convKernel - 1) * convChannels(group)

/** FLOP per number of the state: decay 1, adding the outer product 2, reading 2; the delta rule also reads it with the key, 2. */
const STATE_FLOP = { 'gated-deltanet': 7, kda: 7, mamba2: 5 } as const

/** FLOP of updating and reading one layer's state for one token, whatever the context; the parameters' come on top. */
export const stateFlopPerToken = (group: LinearMixerGroup): number =>
  STATE_FLOP[group.kind] * recurrentStateValues(group)
