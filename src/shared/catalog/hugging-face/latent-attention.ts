import type { ConfigReading } from './config-reading.ts'
import { isText, layerList } from './layer-list.ts'

/**
 * Multi-head latent attention of DeepSeek: ranks, and the two parts of a head. Every query head has a key and a value
 * of its own, so that `num_key_value_heads` says nothing more; `head_dim` means another width in each family.
 */
export function latentAttention(reading: ConfigReading): void {
  const heads = reading.whole('attention.queryHeads', 'num_attention_heads')
  reading.ignore('num_key_value_heads', 'head_dim', 'qk_head_dim')
  reading.derive('attention.kvHeads', heads, 'as many as query heads: each has its own key and value of the latent')
  reading.whole('attention.mla.kvLoraRank', 'kv_lora_rank')
  const queryRank = reading.wholeKey('attention.mla.qLoraRank', ['q_lora_rank'])
  if (queryRank === undefined)
    reading.put('attention.mla.qLoraRank', null, { from: 'derived', how: 'no q_lora_rank: queries are not compressed' })
  else reading.put('attention.mla.qLoraRank', queryRank.value, queryRank.origin)
  const rope = reading.whole('attention.mla.ropeHeadDim', 'qk_rope_head_dim')
  const nope = reading.whole('attention.mla.nopeHeadDim', 'qk_nope_head_dim')
  reading.whole('attention.mla.vHeadDim', 'v_head_dim')
  reading.derive(
    'attention.dHead',
    rope === undefined || nope === undefined ? undefined : rope + nope,
    'parts with and without position together',
  )
  reading.flagIfTrue('attention.qkvBias', 'attention_bias')
}

/** DeepSeek sparse attention: an indexer picks the tokens a query reads; layers marked "shared" reuse a choice. */
export function deepSeekSparse(reading: ConfigReading): void {
  const layers = reading.number('layers')
  const types = layerList(reading, 'attention.sparse', 'indexer_types', isText, 'texts')
  const topK = reading.wholeKey('attention.sparse', ['index_topk'])
  // Without the list, how often an index is taken stays unread and is shown as such.
  if (types !== undefined) reading.ignore('index_topk_freq', 'index_skip_topk_offset')
  const parts = {
    topK: topK?.value,
    indexHeads: reading.wholeKey('attention.sparse', ['index_n_heads'])?.value,
    indexDim: reading.wholeKey('attention.sparse', ['index_head_dim'])?.value,
    indexerLayers: types === undefined ? layers : types.value.filter((type) => type === 'full').length,
  }
  const lacking = Object.entries(parts).filter(([, value]) => value === undefined)
  if (lacking.length > 0)
    reading.ask('attention.sparse', `the file has no ${lacking.map(([part]) => INDEX_KEYS[part]).join(' or ')}`)
  else reading.put('attention.sparse', { kind: 'dsa', ...parts }, topK!.origin)
}

const INDEX_KEYS: Readonly<Record<string, string>> = {
  topK: 'index_topk',
  indexHeads: 'index_n_heads',
  indexDim: 'index_head_dim',
  indexerLayers: 'num_hidden_layers',
}
