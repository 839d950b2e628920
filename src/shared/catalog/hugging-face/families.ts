import { attentionBiases, attentionHeads, falconHeads, qkNormSwitch } from './attention-heads.ts'
import type { Config, ConfigReading } from './config-reading.ts'
import { dense, experts, fourTimesWide } from './experts.ts'
import {
  EXPERT_BIAS,
  FF_BIAS,
  GATED,
  LAYER_NORM,
  LM_HEAD_BIAS,
  norms,
  NOT_GATED,
  ONE_MIXER,
  OUT_BIAS,
  OUTPUT_GATE,
  PARALLEL,
  QK_NORM,
  QKV_BIAS,
  ROUTER_BIAS,
  SHARED_GATE,
  SINKS,
  type Fact,
} from './facts.ts'
import { cohereNorms, deepSeekRouter, falconBlocks, gemma4Heads, llama4Layers, phiMoeBias } from './family-keys.ts'
import { deepSeekSparse, latentAttention } from './latent-attention.ts'
import { gatedDeltaNet, lightningAttention, mambaHybrid } from './linear-mixers.ts'
import { noWindow, qwenWindow, slidingWindow } from './sliding-window.ts'

export type Reader = (reading: ConfigReading) => void

/** How the `config.json` of a family is read: what its code takes where a key is missing, what it always has, its readers. */
export interface Family {
  readonly name: string
  readonly modelTypes: readonly string[]
  readonly defaults: Config
  readonly facts: readonly ((family: string) => Fact)[]
  /** In this order, after depth, width and vocabulary; later ones see what earlier ones read. */
  readonly readers: readonly Reader[]
}

const OWN_OUTPUT = { tie_word_embeddings: false }
const TIED = { tie_word_embeddings: true }
const qwenExperts = experts({ width: ['moe_intermediate_size'], shared: 'width' })
const deepSeekExperts = experts({ width: ['moe_intermediate_size'], shared: 'number' })
const expertsOfFullWidth = experts({ width: ['intermediate_size'] })
const biasOnAll = attentionBiases('all')
const everyOther = slidingWindow({ period: 2 })

/** Every type of model that is read by name. */
export const FAMILIES: readonly Family[] = [
  {
    name: 'Llama',
    modelTypes: ['llama'],
    defaults: OWN_OUTPUT,
    facts: [GATED],
    readers: [attentionHeads, biasOnAll, noWindow, dense],
  },
  {
    name: 'Llama 4',
    modelTypes: ['llama4', 'llama4_text'],
    defaults: { ...OWN_OUTPUT, interleave_moe_layer_step: 1, no_rope_layer_interval: 4, attention_chunk_size: 8192 },
    facts: [GATED],
    readers: [
      attentionHeads,
      biasOnAll,
      llama4Layers,
      experts({ width: ['intermediate_size'], shared: 'always one', denseWidth: 'intermediate_size_mlp' }),
    ],
  },
  {
    name: 'Mistral',
    modelTypes: ['mistral', 'ministral'],
    defaults: { ...OWN_OUTPUT, sliding_window: 4096 },
    facts: [GATED],
    readers: [attentionHeads, slidingWindow(), dense],
  },
  {
    name: 'Mixtral',
    modelTypes: ['mixtral'],
    defaults: OWN_OUTPUT,
    facts: [GATED],
    readers: [attentionHeads, slidingWindow(), expertsOfFullWidth],
  },
  {
    name: 'Qwen2',
    modelTypes: ['qwen2', 'qwen2_vl', 'qwen2_5_vl'],
    defaults: OWN_OUTPUT,
    facts: [GATED, QKV_BIAS],
    readers: [attentionHeads, qwenWindow, dense],
  },
  {
    name: 'Qwen2 MoE',
    modelTypes: ['qwen2_moe'],
    defaults: OWN_OUTPUT,
    facts: [GATED, QKV_BIAS, SHARED_GATE],
    readers: [attentionHeads, qwenWindow, qwenExperts],
  },
  {
    name: 'Qwen3',
    modelTypes: ['qwen3', 'qwen3_vl', 'qwen3_vl_text'],
    defaults: OWN_OUTPUT,
    facts: [GATED, QK_NORM],
    readers: [attentionHeads, biasOnAll, qwenWindow, dense],
  },
  {
    name: 'Qwen3 MoE',
    modelTypes: ['qwen3_moe', 'qwen3_vl_moe', 'qwen3_vl_moe_text'],
    defaults: OWN_OUTPUT,
    facts: [GATED, QK_NORM],
    readers: [attentionHeads, biasOnAll, qwenWindow, experts({ width: ['moe_intermediate_size'] })],
  },
  {
    name: 'Qwen3-Next',
    modelTypes: ['qwen3_next', 'qwen3_5', 'qwen3_5_text', 'qwen3_5_moe', 'qwen3_5_moe_text'],
    defaults: OWN_OUTPUT,
    facts: [GATED, QK_NORM, OUTPUT_GATE, SHARED_GATE],
    readers: [attentionHeads, biasOnAll, gatedDeltaNet, noWindow, qwenExperts],
  },
  {
    name: 'DeepSeek-V2',
    modelTypes: ['deepseek_v2'],
    defaults: OWN_OUTPUT,
    facts: [GATED],
    readers: [latentAttention, noWindow, deepSeekExperts],
  },
  {
    name: 'DeepSeek-V3',
    modelTypes: ['deepseek_v3', 'kimi_k2', 'kimi_k25'],
    defaults: OWN_OUTPUT,
    facts: [GATED],
    readers: [latentAttention, noWindow, deepSeekExperts, deepSeekRouter],
  },
  {
    name: 'DeepSeek-V3.2',
    modelTypes: ['deepseek_v32', 'glm_moe_dsa'],
    defaults: OWN_OUTPUT,
    facts: [GATED],
    readers: [latentAttention, deepSeekSparse, noWindow, deepSeekExperts, deepSeekRouter],
  },
  {
    name: 'Gemma 2',
    modelTypes: ['gemma2'],
    defaults: TIED,
    facts: [GATED, norms(4)],
    readers: [attentionHeads, biasOnAll, everyOther, dense],
  },
  {
    name: 'Gemma 3',
    modelTypes: ['gemma3', 'gemma3_text'],
    defaults: {
      ...TIED,
      vocab_size: 262_208,
      head_dim: 256,
      max_position_embeddings: 131_072,
      sliding_window: 4096,
      sliding_window_pattern: 6,
    },
    facts: [GATED, QK_NORM, norms(4)],
    readers: [
      attentionHeads,
      biasOnAll,
      slidingWindow({ periodKeys: ['sliding_window_pattern', '_sliding_window_pattern'] }),
      dense,
    ],
  },
  {
    name: 'Gemma 4',
    modelTypes: ['gemma4', 'gemma4_text', 'gemma4_unified', 'gemma4_unified_text'],
    defaults: { ...TIED, sliding_window_pattern: 6 },
    facts: [GATED, QK_NORM],
    readers: [
      attentionHeads,
      biasOnAll,
      slidingWindow({ periodKeys: ['sliding_window_pattern', '_sliding_window_pattern'] }),
      dense,
      gemma4Heads,
    ],
  },
  {
    name: 'gpt-oss',
    modelTypes: ['gpt_oss'],
    defaults: { ...OWN_OUTPUT, attention_bias: true },
    facts: [GATED, SINKS, ROUTER_BIAS, EXPERT_BIAS],
    readers: [attentionHeads, biasOnAll, everyOther, expertsOfFullWidth],
  },
  {
    name: 'Phi',
    modelTypes: ['phi'],
    defaults: OWN_OUTPUT,
    facts: [NOT_GATED, QKV_BIAS, OUT_BIAS, FF_BIAS, LAYER_NORM, PARALLEL, LM_HEAD_BIAS, norms(1)],
    readers: [attentionHeads, qkNormSwitch, noWindow, fourTimesWide],
  },
  {
    name: 'Phi-3',
    modelTypes: ['phi3', 'phi4mm'],
    defaults: OWN_OUTPUT,
    facts: [GATED],
    readers: [attentionHeads, slidingWindow(), dense],
  },
  {
    name: 'Phi MoE',
    modelTypes: ['phimoe'],
    defaults: OWN_OUTPUT,
    facts: [GATED, LAYER_NORM],
    readers: [attentionHeads, biasOnAll, slidingWindow(), expertsOfFullWidth, phiMoeBias],
  },
  {
    name: 'Falcon',
    modelTypes: ['falcon', 'RefinedWeb', 'RefinedWebModel'],
    defaults: { ...OWN_OUTPUT, max_position_embeddings: 2048, multi_query: true, parallel_attn: true },
    facts: [NOT_GATED, LAYER_NORM],
    readers: [falconHeads, noWindow, fourTimesWide, falconBlocks],
  },
  {
    name: 'GLM-4 MoE',
    modelTypes: ['glm4_moe'],
    defaults: OWN_OUTPUT,
    facts: [GATED, ROUTER_BIAS],
    readers: [attentionHeads, attentionBiases('qkv'), qkNormSwitch, noWindow, deepSeekExperts],
  },
  {
    name: 'MiniMax-M2',
    modelTypes: ['minimax_m2'],
    defaults: { ...OWN_OUTPUT, use_qk_norm: true, qk_norm_type: 'per_layer', use_routing_bias: true },
    facts: [GATED],
    readers: [
      attentionHeads,
      qkNormSwitch,
      noWindow,
      expertsOfFullWidth,
      (reading) => reading.flagIfTrue('moe.routerBias', 'use_routing_bias'),
    ],
  },
  {
    name: 'MiniMax-01',
    modelTypes: ['minimax', 'minimax_text_01', 'minimax_m1'],
    defaults: OWN_OUTPUT,
    facts: [GATED],
    readers: [attentionHeads, lightningAttention, noWindow, expertsOfFullWidth],
  },
  {
    name: 'Nemotron-H',
    modelTypes: ['nemotron_h'],
    defaults: OWN_OUTPUT,
    facts: [NOT_GATED, ONE_MIXER, norms(1), ROUTER_BIAS],
    readers: [
      attentionHeads,
      biasOnAll,
      mambaHybrid,
      noWindow,
      experts({ width: ['moe_intermediate_size'], shared: 'number and width' }),
    ],
  },
  {
    name: 'Nemotron',
    modelTypes: ['nemotron'],
    defaults: OWN_OUTPUT,
    facts: [NOT_GATED, LAYER_NORM],
    readers: [attentionHeads, biasOnAll, noWindow, dense],
  },
  {
    name: 'Cohere',
    modelTypes: ['cohere'],
    defaults: TIED,
    facts: [GATED, PARALLEL, norms(1)],
    readers: [attentionHeads, biasOnAll, noWindow, dense, cohereNorms],
  },
  {
    name: 'GPT-2',
    modelTypes: ['gpt2'],
    defaults: TIED,
    facts: [NOT_GATED, QKV_BIAS, OUT_BIAS, FF_BIAS, LAYER_NORM],
    readers: [
      attentionHeads,
      noWindow,
      fourTimesWide,
      (reading) => void reading.derive('learnedPositions', reading.number('contextLength'), 'one per position'),
    ],
  },
  {
    name: 'GPT-J',
    modelTypes: ['gptj'],
    defaults: OWN_OUTPUT,
    facts: [NOT_GATED, FF_BIAS, LAYER_NORM, PARALLEL, LM_HEAD_BIAS, norms(1)],
    readers: [attentionHeads, noWindow, fourTimesWide],
  },
]

const BY_TYPE = new Map(FAMILIES.flatMap((family) => family.modelTypes.map((type) => [type, family] as const)))

export const familyOf = (modelType: string): Family | undefined => BY_TYPE.get(modelType)
