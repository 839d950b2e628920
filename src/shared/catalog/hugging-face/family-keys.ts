import type { ConfigReading, Found } from './config-reading.ts'
import { isBit, layerList } from './layer-list.ts'
import { slidingWindow } from './sliding-window.ts'

/** DeepSeek-V3 picks experts with a bias on each, unless its file names another way. */
export function deepSeekRouter(reading: ConfigReading): void {
  const method = reading.textKey('moe.routerBias', 'topk_method')
  if (reading.value('moe') === null || (method !== undefined && method.value !== 'noaux_tc')) return
  reading.put(
    'moe.routerBias',
    true,
    method?.origin ?? { from: 'family', reason: 'experts are picked with a bias on each (noaux_tc)' },
  )
}

/** Falcon: attention beside the feed-forward, and two norms per layer unless both read the same one. */
export function falconBlocks(reading: ConfigReading): void {
  const parallel = reading.flagKey('parallelAttention', 'parallel_attn')
  const isNew = reading.flagKey('parallelAttention', 'new_decoder_architecture')
  const bias = reading.flagKey('ffBias', 'bias')
  reading.ignore('num_ln_in_parallel_attn', 'alibi')
  const runsBeside = parallel?.value === true || isNew?.value === true
  if (runsBeside) reading.put('parallelAttention', true, (isNew?.value === true ? isNew : parallel)!.origin)
  if (runsBeside && isNew?.value !== true) reading.put('normsPerLayer', 1, parallel!.origin)
  if (bias?.value === true)
    for (const path of ['attention.qkvBias', 'attention.outBias', 'ffBias'] as const)
      reading.put(path, true, bias.origin)
}

/**
 * Llama 4 attends within chunks, but for every fourth layer, which has no rotary embedding. Its norm of queries and keys
 * has no weights and is in the layers with a rotary embedding only, which an entry has no field for.
 */
export function llama4Layers(reading: ConfigReading): void {
  if (reading.flagKey('attention.qkNorm', 'use_qk_norm')?.value === true)
    reading.notes.push('Queries and keys of the windowed layers are normalised without weights, which is not counted.')
  const rotary = noRope(reading)
  const local = rotary?.value.filter((has) => has === 1).length ?? 0
  slidingWindow({
    keys: ['attention_chunk_size'],
    periodKeys: ['no_rope_layer_interval'],
    local: rotary === undefined ? undefined : { value: local, origin: rotary.origin },
    style: 'chunked',
  })(reading)
}

/** An empty list stands for the interval. */
const noRope = (reading: ConfigReading): Found<number[]> | undefined =>
  (reading.find('no_rope_layers')?.value as { length?: number } | undefined)?.length === 0
    ? undefined
    : layerList(reading, 'attention.slidingWindow', 'no_rope_layers', isBit, 'the numbers 0 and 1')

/** Phi MoE names the bias of its output matrix; queries and keys follow `attention_bias`. */
export function phiMoeBias(reading: ConfigReading): void {
  reading.flagIfTrue('lmHeadBias', 'lm_head_bias')
}

/** Cohere: norms of queries and keys with a weight per head and dimension, counted as other parameters. */
export function cohereNorms(reading: ConfigReading): void {
  const uses = reading.flagKey('otherParams', 'use_qk_norm')
  if (uses?.value !== true) return
  const [layers, queryHeads, kvHeads, width] = (
    ['layers', 'attention.queryHeads', 'attention.kvHeads', 'attention.dHead'] as const
  ).map((path) => reading.number(path))
  const known = layers !== undefined && queryHeads !== undefined && kvHeads !== undefined && width !== undefined
  reading.derive(
    'otherParams',
    known ? layers * (queryHeads + kvHeads) * width : undefined,
    'norms of queries and keys, one weight per head and dimension',
  )
}

/**
 * Gemma 4: the plain keys describe the windowed layers; global ones have a width and heads of their own, and with
 * `attention_k_eq_v` their key serves as value. Experts run beside a dense feed-forward in every layer.
 */
export function gemma4Heads(reading: ConfigReading): void {
  const width = reading.wholeKey('attention.dHead', ['global_head_dim'])
  const heads = reading.wholeKey('attention.kvHeads', ['num_global_key_value_heads'])
  const valueIsKey = reading.flagKey('attention.valueIsKey', 'attention_k_eq_v')
  const own = {
    kvHeads: reading.number('attention.kvHeads'),
    dHead: reading.number('attention.dHead'),
    valueIsKey: false,
  }
  if (width !== undefined) reading.put('attention.dHead', width.value, width.origin)
  if (valueIsKey?.value === true) {
    reading.put('attention.valueIsKey', true, valueIsKey.origin)
    if (heads !== undefined) reading.put('attention.kvHeads', heads.value, heads.origin)
  }
  if (reading.value('attention.slidingWindow') !== null)
    reading.put('attention.slidingWindow.localOverrides', own, {
      from: 'derived',
      how: 'num_key_value_heads and head_dim describe the windowed layers',
    })
  const block = reading.flagKey('moe', 'enable_moe_block')
  const layers = reading.number('layers')
  if (block?.value !== true) {
    reading.ignore('num_experts', 'top_k_experts', 'moe_intermediate_size')
    reading.put('normsPerLayer', 4, { from: 'family', reason: 'Gemma 4 has 4 norms per layer' })
    return
  }
  reading.fields.delete('moe')
  reading.whole('moe.nExperts', 'num_experts')
  reading.whole('moe.nActive', 'top_k_experts', 'num_experts_per_tok')
  reading.whole('moe.dFfExpert', 'moe_intermediate_size', 'expert_intermediate_size')
  for (const [path, value] of Object.entries(WITHOUT_SHARED))
    reading.put(path as keyof typeof WITHOUT_SHARED, value, { from: 'family', reason: 'Gemma 4 has no shared expert' })
  reading.derive('blocks.moeFf', layers, 'every layer has experts beside its feed-forward')
  reading.put('parallelDenseFf', true, block.origin)
  reading.put('normsPerLayer', 7, { from: 'family', reason: 'Gemma 4 with experts has 7 norms per layer' })
}

const WITHOUT_SHARED = {
  'moe.nShared': 0,
  'moe.dFfShared': null,
  'moe.firstDenseLayers': 0,
  'moe.denseLayerPattern': null,
  'moe.latentDim': null,
} as const
