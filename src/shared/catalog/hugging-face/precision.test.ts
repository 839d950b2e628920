import { describe, expect, it } from 'vitest'
import { readConfig } from './read-config.ts'

const draftOf = (config: object) => readConfig({ model_type: 'llama', ...config }).draft

describe('the precision of released weights', () => {
  it.each([
    ['bfloat16', { torch_dtype: 'bfloat16' }, 16, undefined],
    ['the newer key', { dtype: 'float16' }, 16, undefined],
    ['a prefix', { torch_dtype: 'torch.float32' }, 32, undefined],
    ['fp8', { torch_dtype: 'bfloat16', quantization_config: { quant_method: 'fp8' } }, 8, undefined],
    ['mxfp4', { quantization_config: { quant_method: 'mxfp4' } }, 4, 'mxfp4'],
    ['gptq', { quantization_config: { quant_method: 'gptq', bits: 4 } }, 4, 'int4'],
    ['gptq of 8 bits', { quantization_config: { quant_method: 'gptq', bits: 8 } }, 8, 'int8'],
    ['awq', { quantization_config: { quant_method: 'awq', bits: 4 } }, 4, 'int4'],
    ['bitsandbytes', { quantization_config: { quant_method: 'bitsandbytes', load_in_8bit: true } }, 8, 'int8'],
    ['modelopt', { quantization_config: { quant_method: 'modelopt', quant_algo: 'NVFP4' } }, 4, 'nvfp4'],
    [
      'compressed integers',
      {
        quantization_config: {
          quant_method: 'compressed-tensors',
          config_groups: { a: { weights: { num_bits: 4, type: 'int' } } },
        },
      },
      4,
      'int4',
    ],
    [
      'compressed floats',
      {
        quantization_config: {
          quant_method: 'compressed-tensors',
          config_groups: { a: { weights: { num_bits: 8, type: 'float' } } },
        },
      },
      8,
      undefined,
    ],
  ])('%s', (_, config, bits, format) => {
    const { nativePrecisionBits, nativeFormat } = draftOf(config)
    expect([nativePrecisionBits, nativeFormat]).toEqual([bits, format])
  })

  it.each([
    ['a method that is not known', { quant_method: 'hqq' }, /is "hqq"; expected one of fp8, /],
    [
      'a width that is not known',
      { quant_method: 'gptq', bits: 3 },
      /and the file does not say a width of 4 or 8 bits/,
    ],
    ['no method', {}, /is undefined; expected one of/],
    ['the name of an inherited property', { quant_method: 'constructor' }, /is "constructor"; expected one of/],
  ])('%s is asked for', (_, quantization_config, message) => {
    const { draft, problems } = readConfig({ model_type: 'llama', torch_dtype: 'bfloat16', quantization_config })
    expect(draft.nativePrecisionBits).toBeUndefined()
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)])
  })
})
