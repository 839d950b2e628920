import { describe, expect, it } from 'vitest'
import { errorClass, type ErrorQuery } from './error-class.ts'

const dense: ErrorQuery = {
  constants: 'calibrated',
  modelId: 'llama-3.3-70b',
  routedExperts: false,
  linearMixer: false,
  acceleratorId: 'h200-sxm',
  generation: 'hopper',
  tensor: 4,
  data: 1,
  expert: 1,
  pipeline: 1,
  tensorAcrossDomains: false,
  speculative: false,
  promptTokensPerToken: 0,
  sequencesPerRank: 16,
}
const moe: ErrorQuery = { ...dense, modelId: 'deepseek-r1', routedExperts: true, tensor: 8 }

describe('the error to expect', () => {
  it.each<[string, ErrorQuery, RegExp]>([
    ['tensor parallel', dense, /^dense, tensor parallel, decode-heavy: ±10 % on 81 rows$/],
    ['physics', { ...dense, constants: 'physics' }, /±11 % on 81 rows/],
    ['half a prompt token per token', { ...dense, promptTokensPerToken: 0.5 }, /decode-heavy: ±/],
    ['one GPU', { ...dense, tensor: 1 }, /^dense, one GPU, decode-heavy: ±10 % on 18 rows$/],
    ['experts in tensor ranks', moe, /^mixture of experts, tensor parallel, decode-heavy: ±7 % on 32 rows$/],
    ['experts in groups', { ...moe, expert: 8 }, /^mixture of experts, tensor and expert parallel, .*: ±7 % on 43/],
    [
      'attention in data-parallel ranks',
      { ...moe, tensor: 1, data: 8, expert: 8 },
      /^mixture of experts, data-parallel attention, .*: ±11 % on 16/,
    ],
  ])('is that of the regime: %s', (_what, query, text) => {
    const found = errorClass(query)
    expect(found.text).toMatch(text)
    expect(found).toMatchObject({ validated: true, notes: [] })
  })

  it('comes with its figures', () => {
    expect(errorClass(dense)).toMatchObject({ validated: true, rows: 81, meanAbsoluteError: 0.1044 })
  })
})

it.each<[string, Partial<ErrorQuery>, RegExp]>([
  ['speculative decoding', { speculative: true }, /^not validated: speculative decoding has no measured row$/],
  ['a linear mixer', { linearMixer: true }, /linear mixers/],
  ['a pipeline', { pipeline: 2 }, /pipeline parallelism/],
  ['tensor parallelism across domains', { tensorAcrossDomains: true }, /across scale-up domains/],
  ['another kind of chip', { generation: null, acceleratorId: 'tpu-v5p' }, /this kind of accelerator/],
  ['a regime without rows', { data: 2 }, /dense, data-parallel attention, decode-heavy has no measured row$/],
  [
    'a regime with hardly a row',
    { promptTokensPerToken: 4 },
    /dense, tensor parallel, prefill-heavy has only 1 measured row, too few to tell$/,
  ],
])('%s is not validated', (_what, fields, text) => {
  const found = errorClass({ ...dense, ...fields })
  expect(found.validated).toBe(false)
  expect(found.text).toMatch(text)
})

it.each<[string, Partial<ErrorQuery>, readonly RegExp[]]>([
  ['an accelerator without a row', { acceleratorId: 'gh200-96gb' }, [/no measured row on this accelerator/]],
  ['a model without a row', { modelId: 'qwen3-32b' }, [/no measured row of this model: expect 13–15 %/]],
  ['many sequences', { sequencesPerRank: 257 }, [/above 256 sequences/]],
  ['much prefill', { promptTokensPerToken: 1 }, [/about 20 %/]],
  [
    'DeepSeek on MI300X',
    { ...moe, acceleratorId: 'mi300x', generation: 'cdna' },
    [/1\.7–2\.3 times as long in 2025 software/],
  ],
  [
    'a sparse mixture on Blackwell',
    { ...moe, modelId: 'gpt-oss-120b', acceleratorId: 'b200-sxm', generation: 'blackwell' },
    [/of this model/, /20–40 % high on Blackwell/],
  ],
])('%s has a note', (_what, fields, notes) => {
  const found = errorClass({ ...dense, ...fields }).notes
  expect(found).toHaveLength(notes.length)
  notes.forEach((note, i) => expect(found[i]).toMatch(note))
})
