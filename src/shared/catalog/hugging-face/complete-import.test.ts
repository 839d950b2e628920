import { describe, expect, it } from 'vitest'
import { completeImport, type ImportIdentity } from './complete-import.ts'
import { readConfig } from './read-config.ts'

const CONFIG = {
  model_type: 'brand_new',
  num_hidden_layers: 32,
  hidden_size: 4096,
  intermediate_size: 14336,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  vocab_size: 128256,
  max_position_embeddings: 8192,
  torch_dtype: 'bfloat16',
}
const IDENTITY: ImportIdentity = {
  id: 'own/new',
  name: 'New',
  org: 'Us',
  released: '2026-01-02',
  source: 'config.json',
  totalParams: null,
  activeParams: null,
}
const ANSWERS = { gatedFfn: true, tiedEmbeddings: false }

const complete = (config: object, answers: object, identity: Partial<ImportIdentity> = {}) =>
  completeImport(readConfig({ ...CONFIG, ...config }), { ...answers }, { ...IDENTITY, ...identity })

describe('completing an import', () => {
  it('makes an entry of the file and the answers, with its parameters and its source', () => {
    const completed = complete({}, ANSWERS)
    expect(completed).toMatchObject({
      entry: {
        id: 'own/new',
        layers: 32,
        gatedFfn: true,
        totalParams: 8029995008,
        totalParamsKind: 'derived from the configuration',
        activeParams: null,
        confidence: {},
        sources: { architecture: 'config.json' },
      },
    })
  })

  it('keeps the published figure and a person’s confidence, and marks defaults', () => {
    const identity = { totalParams: 8.03e9, confidence: { released: 'low' } }
    expect(complete({ model_type: 'llama' }, {}, identity)).toMatchObject({
      entry: {
        totalParams: 8.03e9,
        totalParamsKind: 'published',
        confidence: { tiedEmbeddings: 'medium', released: 'low' },
      },
    })
  })

  it('lists what is missing, the identity too', () => {
    expect(complete({}, { gatedFfn: true }, { org: ' ' })).toEqual({
      missing: [
        {
          path: 'tiedEmbeddings',
          label: 'One matrix for embedding and output',
          reason: 'the file has no tie_word_embeddings',
        },
        { path: 'org', label: 'Organisation', reason: 'no config.json says it' },
      ],
      problems: [],
    })
  })

  it('takes an answer in place of a wrong key, and what follows from it', () => {
    expect(complete({ num_hidden_layers: '48' }, ANSWERS)).toMatchObject({
      missing: expect.arrayContaining([expect.objectContaining({ path: 'layers' })]),
      problems: [{ path: 'layers', key: 'num_hidden_layers' }],
    })
    expect(complete({ num_hidden_layers: '48' }, { ...ANSWERS, layers: 48 })).toMatchObject({
      entry: { layers: 48, blocks: { softmaxAttention: 48, denseFf: 48 } },
    })
  })

  it('takes an answer against the file', () => {
    expect(complete({}, { ...ANSWERS, 'attention.kvHeads': 32 })).toMatchObject({
      entry: { attention: { kind: 'mha', kvHeads: 32 } },
    })
  })

  it('takes a part that the file has no key for', () => {
    const window = { size: 512, pattern: 'all layers', localLayers: 32, globalLayers: 0 }
    expect(complete({ sliding_window: 512 }, { ...ANSWERS, 'attention.slidingWindow': window })).toMatchObject({
      entry: { attention: { slidingWindow: window } },
    })
    expect(complete({ sliding_window: 512 }, { ...ANSWERS, 'attention.slidingWindow': null })).toMatchObject({
      entry: { attention: { slidingWindow: null } },
    })
  })

  it('takes experts field by field where the file names none', () => {
    const experts = {
      'moe.nExperts': 8,
      'moe.nActive': 2,
      'moe.nShared': 0,
      'moe.dFfExpert': 100,
      'moe.dFfShared': null,
      'moe.firstDenseLayers': 0,
      'moe.denseLayerPattern': null,
      'moe.latentDim': null,
      'blocks.moeFf': 32,
      'blocks.denseFf': 0,
    }
    expect(complete({}, { ...ANSWERS, ...experts })).toMatchObject({ entry: { moe: { nExperts: 8, nActive: 2 } } })
  })

  it.each([
    [
      { layers: 2.5 },
      { path: 'layers', key: 'layers', message: 'is 2.5; expected a whole number from 1 to 1,000,000,000' },
    ],
    [{ gatedFfn: 'yes' }, { path: 'gatedFfn', key: 'gatedFfn', message: 'is "yes"; expected true or false' }],
    [
      { 'attention.qkNorm': 'all' },
      { path: 'attention.qkNorm', key: 'attention.qkNorm', message: 'is "all"; expected one of per-head, per-layer' },
    ],
    [{ wings: 2 }, { path: null, key: 'wings', message: 'is not a field of a model' }],
  ])('refuses the answer %o', (answer, problem) => {
    expect(complete({}, { ...ANSWERS, ...answer })).toMatchObject({ problems: [problem] })
  })

  it('asks for the parameters of a model that the rules cannot count', () => {
    const index = { index_topk: 2048, index_n_heads: 64, index_head_dim: 128 }
    expect(complete(index, ANSWERS)).toEqual({
      missing: [
        {
          path: 'totalParams',
          label: 'Parameters',
          reason: 'cannot be derived for a model with sparse attention (dsa)',
        },
      ],
      problems: [],
    })
    expect(complete(index, ANSWERS, { totalParams: 8e9 })).toMatchObject({ entry: { totalParams: 8e9 } })
  })

  it('refuses what breaks a rule of the catalog’s form, with the field', () => {
    expect(() => complete({ sliding_window: 512 }, { ...ANSWERS, 'attention.slidingWindow': { size: 512 } })).toThrow(
      'attention.slidingWindow.pattern: is missing; add it',
    )
  })
})
