import { linearMixerParamsPerLayer, stateFlopPerToken, type LinearMixerGroup } from './linear-mixer.ts'

/**
 * A transformer as the cost model sees it: groups of like layers, so that a mixture of dense and expert layers,
 * or of global and sliding-window attention, is summed group by group. Shapes: model-spec A1.
 */
export interface Architecture {
  readonly name: string
  /** Blocks; where each is a single mixer or a feed-forward (Nemotron-H), the layers of all groups add up to as many. */
  readonly layers: number
  readonly dModel: number
  readonly vocab: number
  /** One matrix serves as embedding and unembedding. */
  readonly tiedEmbeddings: boolean
  /** Attention and feed-forward run side by side; only the toy model (A7) makes use of it. */
  readonly parallelAttention: boolean
  /** Layers that attend over a cache. */
  readonly attention: readonly AttentionGroup[]
  /** Layers that keep a state in its place; the paper's rules have no equation for them. */
  readonly linear: readonly LinearMixerGroup[]
  readonly feedForward: readonly FeedForwardGroup[]
}

export interface AttentionGroup {
  readonly layers: number
  readonly queryHeads: number
  /** Pairs of key and value heads; a scaled paper model may have a fraction. */
  readonly kvHeads: number
  readonly dKey: number
  readonly dValue: number
  /** The keys serve as values too: one projection, one cached vector. */
  readonly valueIsKey: boolean
  /** Width of a gate on the result, projected from the layer's input; 0 = none. */
  readonly outputGateWidth: number
  readonly mla: MultiHeadLatentAttention | null
  /** Tokens a layer looks back on; null = all of the context. */
  readonly windowTokens: number | null
  /** Queries and keys are normalised, head by head or over the whole layer; the paper's rules take no notice. */
  readonly qkNorm: 'none' | 'per-head' | 'per-layer'
}

export interface MultiHeadLatentAttention {
  readonly kvRank: number
  /** 0 where queries are not compressed. */
  readonly queryRank: number
  /** Width of the key that carries the position, one for all heads; the paper's rules leave it out. */
  readonly rotaryWidth: number
}

export interface FeedForwardGroup {
  readonly layers: number
  readonly dFf: number
  readonly matricesIn: number
  readonly matricesOut: number
  readonly experts: number
  readonly activeExperts: number
  /** Total width of what runs beside the routed experts for every token (shared experts, a parallel dense block); 0 = none. */
  readonly dFfShared: number
}

/** Bytes per number; the KV cache has the activations' width. */
export interface Precision {
  readonly weightBytes: number
  readonly activationBytes: number
}

/** `s = floor(E/A)`: one expert in `s` works on a token (A1). */
export const sparsity = (group: FeedForwardGroup): number => Math.floor(group.experts / group.activeExperts)

/** Numbers cached per token by one layer, keys and values together: `n_kv·dh`, with MLA `c_kv` (A1). */
export const cachedNumbersPerLayer = (group: AttentionGroup): number =>
  group.mla === null ? keyValueWidth(group) : group.mla.kvRank

/** Width of the key and value projections, all heads: `n_kv·dh` (A1). */
export const keyValueWidth = (group: AttentionGroup): number =>
  group.kvHeads * (group.valueIsKey ? group.dKey : group.dKey + group.dValue)

/** `D = (h + n_kv)·dh`: width of queries, keys and values together (A1). */
export const projectionWidth = (group: AttentionGroup): number => group.queryHeads * group.dKey + keyValueWidth(group)

/** Width of the attention's result before its output projection: `h·dh` (A1). */
export const attentionOutputWidth = (group: AttentionGroup): number => group.queryHeads * group.dValue

/** Parameters of one attention layer (A1), with its output gate; queries that are not compressed have a full projection. */
export function attentionParamsPerLayer(architecture: Architecture, group: AttentionGroup): number {
  const d = architecture.dModel
  const output = (attentionOutputWidth(group) + group.outputGateWidth) * d
  if (group.mla === null) return projectionWidth(group) * d + output
  const { kvRank, queryRank } = group.mla
  const queries = group.queryHeads * group.dKey
  const queryParams = queryRank === 0 ? queries * d : queryRank * d + queries * queryRank
  return 2 * kvRank * d + keyValueWidth(group) * kvRank + queryParams + output
}

/** `P_ff = L·E·(m_in + m_out)·d·f`: routed parameters of a group (A1). */
export const routedParams = (architecture: Architecture, group: FeedForwardGroup): number =>
  group.layers * group.experts * (group.matricesIn + group.matricesOut) * architecture.dModel * group.dFf

/** Parameters of a group that every token passes beside the routed experts. */
export const sharedParams = (architecture: Architecture, group: FeedForwardGroup): number =>
  group.layers * (group.matricesIn + group.matricesOut) * architecture.dModel * group.dFfShared

/** `2·V·d`, or one matrix where the two are tied. */
export const embeddingParams = (architecture: Architecture): number =>
  (architecture.tiedEmbeddings ? 1 : 2) * architecture.vocab * architecture.dModel

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0)

const attentionParams = (architecture: Architecture): number =>
  sum(architecture.attention, (group) => group.layers * attentionParamsPerLayer(architecture, group))

const linearParams = (architecture: Architecture): number =>
  sum(architecture.linear, (group) => group.layers * linearMixerParamsPerLayer(architecture.dModel, group))

export const totalParams = (architecture: Architecture): number =>
  attentionParams(architecture) +
  linearParams(architecture) +
  sum(architecture.feedForward, (group) => routedParams(architecture, group) + sharedParams(architecture, group)) +
  embeddingParams(architecture)

/** Parameters that work on one token; the routed share is rounded down (A1). */
export const activeParams = (architecture: Architecture): number =>
  attentionParams(architecture) +
  linearParams(architecture) +
  sum(
    architecture.feedForward,
    (group) => Math.floor(routedParams(architecture, group) / sparsity(group)) + sharedParams(architecture, group),
  ) +
  embeddingParams(architecture)

/** KV cache bytes that one more token takes while every window is still filling (A1). */
export const kvCacheBytesPerToken = (architecture: Architecture, precision: Precision): number =>
  sum(architecture.attention, (group) => group.layers * cachedNumbersPerLayer(group)) * precision.activationBytes

/** Tokens of the context that a layer of the group reads. */
export const visibleTokens = (group: AttentionGroup, contextTokens: number): number =>
  group.windowTokens === null ? contextTokens : Math.min(contextTokens, group.windowTokens)

/** KV cache bytes of one sequence at a context: `KV·l`, a window counted as `min(context, window)`. */
export const kvCacheBytesPerSequence = (
  architecture: Architecture,
  precision: Precision,
  contextTokens: number,
): number =>
  sum(
    architecture.attention,
    (group) => group.layers * cachedNumbersPerLayer(group) * visibleTokens(group, contextTokens),
  ) * precision.activationBytes

/** FLOP for one token's attention over the cache: `4·k·h·L·l`, `k = dh`, with MLA `c_kv` (A1). */
export const cacheFlopPerToken = (architecture: Architecture, contextTokens: number): number =>
  sum(architecture.attention, (group) => {
    const width = group.mla === null ? group.dKey + group.dValue : 2 * group.mla.kvRank
    return 2 * width * group.queryHeads * group.layers * visibleTokens(group, contextTokens)
  })

/** FLOP for one token's routed and shared feed-forward: `2·P_ff/s`, not rounded (A1). */
export const feedForwardFlopPerToken = (architecture: Architecture): number =>
  sum(
    architecture.feedForward,
    (group) => 2 * (routedParams(architecture, group) / sparsity(group) + sharedParams(architecture, group)),
  )

/** FLOP for one token at a context: `2·Active + 4·k·h·L·l` (A1), and the states of linear mixers. */
export const flopPerToken = (architecture: Architecture, contextTokens: number): number =>
  2 * activeParams(architecture) +
  cacheFlopPerToken(architecture, contextTokens) +
  sum(architecture.linear, (group) => group.layers * stateFlopPerToken(group))

/** `wp·Total`. */
export const weightBytesTotal = (architecture: Architecture, precision: Precision): number =>
  precision.weightBytes * totalParams(architecture)
