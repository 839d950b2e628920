import { attentionBiases, attentionHeads, qkNormSwitch } from './attention-heads.ts'
import type { ConfigReading } from './config-reading.ts'
import { experts } from './experts.ts'
import type { Reader } from './families.ts'
import { deepSeekSparse, latentAttention } from './latent-attention.ts'
import { gatedDeltaNet } from './linear-mixers.ts'
import { slidingWindow } from './sliding-window.ts'

const KNOWN_KINDS = new Set(['full_attention', 'sliding_attention', 'linear_attention'])

const has = (reading: ConfigReading, key: string): boolean => reading.find(key) !== undefined

function attention(reading: ConfigReading): void {
  if (has(reading, 'kv_lora_rank')) latentAttention(reading)
  else {
    attentionHeads(reading)
    attentionBiases('qkv')(reading)
  }
  if (has(reading, 'index_topk')) deepSeekSparse(reading)
  if (has(reading, 'linear_num_key_heads')) gatedDeltaNet(reading)
  qkNormSwitch(reading)
}

/** A window counts where the file lists the layers that have it, or says that none has. */
function window(reading: ConfigReading): void {
  const kinds = reading.find('layer_types')?.value
  const stray = Array.isArray(kinds) ? kinds.find((kind) => !KNOWN_KINDS.has(kind as string)) : undefined
  if (stray !== undefined)
    reading.problem(
      'attention.slidingWindow',
      'layer_types',
      `has ${JSON.stringify(stray)}; expected ${[...KNOWN_KINDS].join(', ')}`,
    )
  const isOn = reading.flagKey('attention.slidingWindow', 'use_sliding_window')
  const size = reading.find('sliding_window')
  if (size !== undefined && isOn?.value !== false && kinds === undefined)
    reading.ask('attention.slidingWindow', 'the file sets a window and does not list the layers that have it')
  else slidingWindow(isOn === undefined ? {} : { switchedBy: 'use_sliding_window' })(reading)
}

/** Readers for a type that is not known: what keys of one meaning in every family say. The rest is asked for. */
export const UNKNOWN_READERS: readonly Reader[] = [
  attention,
  window,
  experts({ width: ['moe_intermediate_size', 'expert_intermediate_size'], shared: 'number' }),
  (reading) => void reading.ask('gatedFfn', 'no key says it in a way that all families share'),
]
