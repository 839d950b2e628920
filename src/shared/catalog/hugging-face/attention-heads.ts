import type { ConfigReading } from './config-reading.ts'

const QUERY_HEADS = ['num_attention_heads', 'n_head', 'num_heads', 'n_heads']
const KV_HEADS = ['num_key_value_heads', 'num_kv_heads', 'n_head_kv', 'num_query_groups']

/** Width of a head: its key, or the model's width over the query heads, which must divide it. */
function headWidth(reading: ConfigReading): void {
  const own = reading.wholeKey('attention.dHead', ['head_dim', 'attention_head_dim', 'kv_channels'])
  if (own !== undefined) {
    reading.put('attention.dHead', own.value, own.origin)
    return
  }
  const width = reading.number('dModel')
  const heads = reading.number('attention.queryHeads')
  if (width !== undefined && heads !== undefined && width % heads !== 0)
    reading.ask('attention.dHead', `the file has no head_dim, and width ${width} over ${heads} heads is not whole`)
  else
    reading.derive(
      'attention.dHead',
      width === undefined || heads === undefined ? undefined : width / heads,
      'width over query heads',
    )
}

/** Heads of usual attention; as many for keys and values as for queries where the file has no number of them. */
export function attentionHeads(reading: ConfigReading): void {
  const heads = reading.whole('attention.queryHeads', ...QUERY_HEADS)
  const kv = reading.wholeKey('attention.kvHeads', KV_HEADS)
  if (kv === undefined) reading.derive('attention.kvHeads', heads, 'as many as query heads')
  else reading.put('attention.kvHeads', kv.value, kv.origin)
  headWidth(reading)
}

/** Falcon: one head for keys and values with `multi_query`, a number of them in the new decoder, else as many as queries. */
export function falconHeads(reading: ConfigReading): void {
  const heads = reading.whole('attention.queryHeads', ...QUERY_HEADS)
  const isNew = reading.flagKey('attention.kvHeads', 'new_decoder_architecture')
  const multiQuery = reading.flagKey('attention.kvHeads', 'multi_query')
  if (isNew?.value === true) reading.whole('attention.kvHeads', ...KV_HEADS)
  else if (multiQuery?.value === true) {
    reading.ignore(...KV_HEADS)
    reading.put('attention.kvHeads', 1, multiQuery.origin)
  } else reading.derive('attention.kvHeads', heads, 'as many as query heads')
  headWidth(reading)
}

/** Biases of the projections, from one key that means all four in some families and the first three in others. */
export const attentionBiases =
  (reach: 'all' | 'qkv') =>
  (reading: ConfigReading): void => {
    reading.flagIfTrue('attention.qkvBias', 'attention_bias', 'qkv_bias')
    if (reach === 'all') reading.flagIfTrue('attention.outBias', 'attention_bias')
  }

/** The norm of queries and keys, where a key switches it. */
export function qkNormSwitch(reading: ConfigReading): void {
  const uses = reading.flagKey('attention.qkNorm', 'use_qk_norm', 'qk_layernorm')
  const kind = reading.textKey('attention.qkNorm', 'qk_norm_type')
  if (uses?.value === true)
    reading.put('attention.qkNorm', kind?.value === 'per_layer' ? 'per-layer' : 'per-head', (kind ?? uses).origin)
}
