import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { huggingFaceFixtures } from '../../../../test/fixtures/hugging-face-fixtures.ts'
import { readConfig, readHuggingFaceConfig } from './read-config.ts'

const LLAMA = {
  model_type: 'llama',
  num_hidden_layers: 32,
  hidden_size: 4096,
  intermediate_size: 14336,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  vocab_size: 128256,
  max_position_embeddings: 8192,
  tie_word_embeddings: false,
  torch_dtype: 'bfloat16',
}

const problemsOf = (change: object): string[] =>
  readConfig({ ...LLAMA, ...change }).problems.map(({ key, message }) => `${key}: ${message}`)

const missingOf = (change: object): string[] =>
  readConfig({ ...LLAMA, ...change }).fields.flatMap(({ path, origin }) => (origin.from === 'missing' ? [path] : []))

describe('the preview of a config.json', () => {
  it('says of each field where it is from', () => {
    const { tie_word_embeddings: _, ...config } = LLAMA
    const origins = new Map(readConfig(config).fields.map(({ path, origin }) => [path, origin]))
    expect(origins.get('layers')).toEqual({ from: 'config', key: 'num_hidden_layers', value: 32 })
    expect(origins.get('attention.dHead')).toEqual({ from: 'derived', how: 'width over query heads' })
    expect(origins.get('gatedFfn')).toEqual({ from: 'family', reason: 'Llama has a gated feed-forward' })
    expect(origins.get('tiedEmbeddings')).toEqual({
      from: 'default',
      key: 'tie_word_embeddings',
      reason: 'the file has no tie_word_embeddings; the code of this model type takes false',
    })
  })

  it('names the section of a nested key', () => {
    const preview = readConfig({
      model_type: 'mistral3',
      text_config: { ...LLAMA, model_type: 'mistral' },
      vision_config: {},
    })
    expect(preview.family).toBe('Mistral')
    expect(preview.fields[0]!.origin).toEqual({ from: 'config', key: 'text_config.num_hidden_layers', value: 32 })
    expect(preview.notes).toEqual(['Text part only.'])
  })

  it('finds what the section lacks at the top', () => {
    const { tie_word_embeddings: _, ...inner } = LLAMA
    const preview = readConfig({ model_type: 'wrapper', tie_word_embeddings: true, text_config: inner })
    expect(preview.draft.tiedEmbeddings).toBe(true)
  })

  it('fills in what common keys say of a type that is not known, and asks for the rest', () => {
    const preview = readConfig({ ...LLAMA, model_type: 'brand_new', tie_word_embeddings: undefined, moe_gizmo: 3 })
    expect(preview.family).toBeNull()
    expect(preview.draft).toMatchObject({ layers: 32, attention: { kind: 'gqa', kvHeads: 8 }, moe: null })
    expect(missingOf({ model_type: 'brand_new', tie_word_embeddings: undefined })).toEqual([
      'tiedEmbeddings',
      'gatedFfn',
    ])
    expect(preview.notUnderstood).toEqual([{ key: 'moe_gizmo', value: 3 }])
  })

  it('asks for a window that the file of an unknown type does not place', () => {
    expect(missingOf({ model_type: 'brand_new', sliding_window: 512 })).toContain('attention.slidingWindow')
    const layer_types = Array.from({ length: 32 }, (_, layer) =>
      layer % 4 === 3 ? 'full_attention' : 'sliding_attention',
    )
    const { draft } = readConfig({ ...LLAMA, model_type: 'brand_new', sliding_window: 512, layer_types })
    expect(draft.attention?.slidingWindow).toMatchObject({ size: 512, localLayers: 24, globalLayers: 8 })
  })

  it('does not know a kind of layer', () => {
    expect(problemsOf({ model_type: 'brand_new', layer_types: ['conv'] })).toEqual([
      'layer_types: has "conv"; expected full_attention, sliding_attention, linear_attention',
    ])
  })

  it('shows a key of attention or experts that it passed over, and no other', () => {
    const { notUnderstood } = readConfig({
      ...LLAMA,
      rope_theta: 1e4,
      bos_token_id: 1,
      cross_attention_every: 4,
      moe_off: false,
    })
    expect(notUnderstood).toEqual([{ key: 'cross_attention_every', value: 4 }])
  })
})

describe('a hostile config.json', () => {
  it.each([
    ['nothing', '', 'is not valid JSON'],
    ['a list', '[1]', 'is a list of 1; expected an object: the config.json of a model'],
    ['a text', '"llama"', 'is "llama"; expected an object: the config.json of a model'],
    ['null', 'null', 'is null; expected an object: the config.json of a model'],
    ['NaN', '{"hidden_size": NaN}', 'is not valid JSON'],
    [
      'a prototype key',
      '{"text_config":{"__proto__":{"hidden_size":1}}}',
      'text_config.__proto__: is a forbidden field name',
    ],
    ['deep nesting', '{"a":'.repeat(65) + '1' + '}'.repeat(65), 'is nested more than 64 levels deep'],
  ])('that is %s is refused', (_, text, message) => {
    expect(() => readHuggingFaceConfig(text)).toThrow(message)
  })

  it('may begin with a byte-order mark', () => {
    expect(readHuggingFaceConfig(`\uFEFF${JSON.stringify(LLAMA)}`).draft.layers).toBe(32)
  })

  it.each([
    [{ num_hidden_layers: '32' }, 'num_hidden_layers: is "32"; expected a whole number from 1 to 10,000'],
    [{ num_hidden_layers: 2.5 }, 'num_hidden_layers: is 2.5; expected a whole number from 1 to 10,000'],
    [{ num_hidden_layers: 1e9 }, 'num_hidden_layers: is 1000000000; expected a whole number from 1 to 10,000'],
    [{ hidden_size: -4096 }, 'hidden_size: is −4096; expected a whole number from 1 to 1,000,000,000'],
    [{ hidden_size: Number.NaN }, 'hidden_size: is NaN; expected a whole number from 1 to 1,000,000,000'],
    [{ hidden_size: 1e300 }, 'hidden_size: is 1e+300; expected a whole number from 1 to 1,000,000,000'],
    [{ vocab_size: [1, 2] }, 'vocab_size: is a list of 2; expected a whole number from 1 to 1,000,000,000'],
    [{ num_key_value_heads: {} }, 'num_key_value_heads: is an object; expected a whole number from 1 to 1,000,000,000'],
    [{ num_key_value_heads: 5 }, 'num_key_value_heads: is 5; expected a number that divides the 32 query heads'],
    [{ tie_word_embeddings: 'no' }, 'tie_word_embeddings: is "no"; expected true or false'],
    [{ torch_dtype: 7 }, 'torch_dtype: is 7; expected a text of at most 2000 characters'],
    [
      { torch_dtype: 'float3' },
      'torch_dtype: is "float3"; expected one of float32, float16, bfloat16, float8_e4m3fn, float8_e5m2',
    ],
    [{ quantization_config: 'fp8' }, 'quantization_config: is "fp8"; expected an object'],
    [
      { model_type: 'gemma2', sliding_window: 512, layer_types: ['full_attention'] },
      'layer_types: has 1 items; expected 32, one for each layer',
    ],
    [
      { model_type: 'nemotron_h', hybrid_override_pattern: 'M*' },
      'hybrid_override_pattern: has 2 letters; expected 32, one for each layer',
    ],
    [
      { model_type: 'minimax', attn_type_list: [0, 2] },
      'attn_type_list: is a list of 2; expected a list of the numbers 0 and 1',
    ],
    [
      { model_type: 'qwen3_5_text', layer_types: ['full_attention'] },
      'layer_types: has 1 items; expected 32, one for each layer',
    ],
    [
      { model_type: 'deepseek_v3', n_routed_experts: 8, moe_layer_freq: 'all' },
      'moe_layer_freq: is "all"; expected a whole number from 1 to 1,000,000,000',
    ],
    [
      { model_type: 'mixtral', num_local_experts: 8, num_experts_per_tok: 9 },
      'num_experts_per_tok: is 9; expected at most the 8 experts there are',
    ],
    [
      { model_type: 'nemotron_h', hybrid_override_pattern: 'MX' },
      'hybrid_override_pattern: has "X"; expected the letters M, *, - and E',
    ],
  ])('%o names the key and what would be right', (change, message) => {
    expect(problemsOf(change)).toContain(message)
  })

  it('asks for what a wrong key would have said, and takes no default in its place', () => {
    expect(missingOf({ num_key_value_heads: '8' })).toEqual(['attention.kvHeads', 'attention.kind'])
    expect(missingOf({ model_type: 'gemma2', sliding_window: 512, layer_types: ['full_attention'] })).toEqual([
      'attention.slidingWindow',
    ])
  })

  it('asks for all that hangs on a wrong key, and says so once', () => {
    const change = { model_type: 'nemotron_h', hybrid_override_pattern: 'M*' }
    expect(problemsOf(change)).toHaveLength(1)
    expect(missingOf(change)).toEqual(
      expect.arrayContaining(['blocks.linearMixer', 'blocks.softmaxAttention', 'blocks.denseFf', 'blocks.moeFf']),
    )
  })

  it('reads no inherited key', () => {
    const config = Object.assign(Object.create({ head_dim: 7 }) as object, LLAMA)
    expect(readConfig(config).draft.attention?.dHead).toBe(128)
    expect(readConfig({ ...LLAMA, model_type: 'toString' }).family).toBeNull()
  })

  it('may have a section that is no object', () => {
    expect(readConfig({ ...LLAMA, text_config: 'none' }).draft.layers).toBe(32)
  })

  it('of whatever values under the keys of real files makes a preview, and no number that a product could not have', () => {
    const keys = [...new Set(huggingFaceFixtures().flatMap(({ config }) => Object.keys(config)))]
    const types = huggingFaceFixtures().map(({ config }) => config['model_type'])
    const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.integer({ min: -2, max: 64 }), fc.double())
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), anything),
        fc.constantFrom(...types),
        (config, model_type) => {
          const numbers = readConfig({ ...config, model_type }).fields.flatMap(({ value }) =>
            typeof value === 'number' ? [value] : [],
          )
          expect(numbers.filter((number) => !Number.isSafeInteger(number) || number < 0)).toEqual([])
        },
      ),
    )
  })
})
