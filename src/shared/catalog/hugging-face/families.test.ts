import { describe, expect, it } from 'vitest'
import { FAMILIES } from './families.ts'
import { readConfig } from './read-config.ts'

const COMMON = {
  num_hidden_layers: 24,
  hidden_size: 2048,
  intermediate_size: 5632,
  num_attention_heads: 16,
  num_key_value_heads: 16,
  vocab_size: 1000,
  max_position_embeddings: 8192,
  torch_dtype: 'bfloat16',
}

const draftOf = (config: object) => readConfig({ ...COMMON, ...config }).draft

describe('the families of models', () => {
  it('name each type once', () => {
    const types = FAMILIES.flatMap(({ modelTypes }) => modelTypes)
    expect(new Set(types).size).toBe(types.length)
  })

  it.each(FAMILIES.flatMap(({ modelTypes }) => modelTypes))(
    '%s asks for every field that an empty file lacks',
    (model_type) => {
      const asked = readConfig({ model_type }).fields.filter(({ origin }) => origin.from === 'missing')
      expect(asked.map(({ path }) => path)).toEqual(
        expect.arrayContaining(['layers', 'dModel', 'attention.queryHeads', 'nativePrecisionBits']),
      )
    },
  )

  it.each([
    [
      'the shared expert and its gate of Qwen2 MoE',
      {
        model_type: 'qwen2_moe',
        num_experts: 60,
        num_experts_per_tok: 4,
        moe_intermediate_size: 1408,
        shared_expert_intermediate_size: 5632,
      },
      {
        dFf: null,
        attention: { qkvBias: true },
        moe: { nExperts: 60, nActive: 4, nShared: 1, dFfShared: 5632, sharedExpertGate: true },
        blocks: { moeFf: 24, denseFf: 0 },
      },
    ],
    [
      'dense layers between experts, by a step and by name',
      {
        model_type: 'qwen3_moe',
        num_experts: 8,
        num_experts_per_tok: 2,
        moe_intermediate_size: 100,
        decoder_sparse_step: 2,
        mlp_only_layers: [1, 3],
      },
      { dFf: 5632, moe: { denseLayerPattern: 'one layer in 2 has experts' }, blocks: { moeFf: 10, denseFf: 14 } },
    ],
    [
      'the windowed layers of Qwen',
      { model_type: 'qwen2', use_sliding_window: true, sliding_window: 4096, max_window_layers: 18 },
      { attention: { slidingWindow: { size: 4096, localLayers: 6, globalLayers: 18 } } },
    ],
    [
      'dense layers at the start by a list of 0 and 1',
      {
        model_type: 'deepseek_v3',
        n_routed_experts: 8,
        num_experts_per_tok: 2,
        moe_intermediate_size: 100,
        moe_layer_freq: Array.from({ length: 24 }, (_, layer) => (layer < 2 ? 0 : 1)),
      },
      { moe: { firstDenseLayers: 2 }, blocks: { moeFf: 22, denseFf: 2 } },
    ],
    [
      'queries that DeepSeek-V2-Lite does not compress',
      {
        model_type: 'deepseek_v2',
        q_lora_rank: null,
        kv_lora_rank: 512,
        qk_rope_head_dim: 64,
        qk_nope_head_dim: 128,
        v_head_dim: 128,
      },
      { attention: { kind: 'mla', dHead: 192, mla: { qLoraRank: null } }, moe: null },
    ],
    [
      'the one head for keys and values of Falcon 7B',
      {
        model_type: 'falcon',
        num_key_value_heads: undefined,
        intermediate_size: undefined,
        multi_query: true,
        parallel_attn: true,
        new_decoder_architecture: false,
        bias: false,
      },
      { dFf: 8192, parallelAttention: true, normsPerLayer: 1, attention: { kind: 'mqa', kvHeads: 1 } },
    ],
    [
      'Falcon RW, which has neither and has biases',
      {
        model_type: 'falcon',
        num_key_value_heads: undefined,
        multi_query: false,
        parallel_attn: false,
        alibi: true,
        bias: true,
      },
      { ffBias: true, attention: { kind: 'mha', kvHeads: 16, qkvBias: true, outBias: true } },
    ],
    [
      'Phi, whose every matrix has a bias',
      { model_type: 'phi' },
      { gatedFfn: false, lmHeadBias: true, ffBias: true, parallelAttention: true, dFf: 5632 },
    ],
    [
      'Phi MoE, whose window covers its context',
      {
        model_type: 'phimoe',
        num_local_experts: 16,
        num_experts_per_tok: 2,
        attention_bias: true,
        lm_head_bias: true,
        sliding_window: 8192,
      },
      { lmHeadBias: true, moe: { nExperts: 16, dFfExpert: 5632 }, attention: { slidingWindow: null, qkvBias: true } },
    ],
    [
      'the window of Mistral where its file is silent',
      { model_type: 'mistral', sliding_window: undefined },
      { attention: { slidingWindow: { size: 4096, localLayers: 24, globalLayers: 0, pattern: 'all layers' } } },
    ],
    [
      'no window where the file says null',
      { model_type: 'mistral', sliding_window: null },
      { attention: { slidingWindow: null } },
    ],
    [
      'the lightning attention of MiniMax-01',
      {
        model_type: 'minimax',
        num_local_experts: 32,
        num_experts_per_tok: 2,
        attn_type_list: Array.from({ length: 24 }, (_, i) => (i % 8 === 7 ? 1 : 0)),
      },
      {
        attention: { kind: 'hybrid-linear', linear: { kind: 'lightning', valueHeads: 16, dValue: 128 } },
        blocks: { softmaxAttention: 3, linearMixer: 21 },
      },
    ],
    [
      'the global layers of Llama 4 by their list',
      {
        model_type: 'llama4_text',
        attention_chunk_size: 1024,
        no_rope_layers: Array.from({ length: 24 }, (_, i) => (i % 3 === 2 ? 0 : 1)),
        num_local_experts: 16,
        num_experts_per_tok: 1,
      },
      { attention: { slidingWindow: { size: 1024, localLayers: 16, globalLayers: 8, style: 'chunked' } } },
    ],
  ])('%s', (_, config, expected) => {
    expect(draftOf(config)).toMatchObject(expected)
    expect(readConfig({ ...COMMON, ...config }).problems).toEqual([])
  })

  it('put no fact of experts into a dense model', () => {
    expect(draftOf({ model_type: 'qwen3_5_text', full_attention_interval: 4 })).toMatchObject({
      moe: null,
    })
  })
})
