import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { NEW_SERIES, type Series } from '../scenario/scenario.ts'
import { automaticKvFormat, cacheInWords, formatSupport, weightsInWords } from './format-support.ts'

const series = (fields: Partial<Series>): Series => ({ ...NEW_SERIES, ...fields })

it.each([
  ['h100-sxm', 'fp8', 'native'],
  ['h100-sxm', 'nvfp4', 'emulated'],
  ['h100-sxm', 'int8', '16-bit arithmetic'],
  ['b200-sxm', 'nvfp4', 'native'],
  ['b200-sxm', 'int4', 'emulated'],
  ['a100-sxm-80gb', 'fp8', '16-bit arithmetic'],
  ['paper/H100', 'fp8', null],
] as const)('on %s %s is %s', (accelerator, weightFormat, support) => {
  expect(formatSupport(series({ accelerator, weightFormat }), BUILT_IN_CATALOG)).toBe(support)
})

describe('the cache', () => {
  it('follows the weights unless told otherwise', () => {
    expect(automaticKvFormat(series({ weightFormat: 'fp8' }), BUILT_IN_CATALOG)).toBe('fp8')
    expect(automaticKvFormat(series({ weightFormat: 'int4' }), BUILT_IN_CATALOG)).toBe('bf16')
    expect(automaticKvFormat(series({ model: 'gone' }), BUILT_IN_CATALOG)).toBeNull()
    expect(cacheInWords(series({ weightFormat: null }), BUILT_IN_CATALOG)).toBe('bf16, following the weights')
    expect(cacheInWords(series({ kvFormat: 'fp8' }), BUILT_IN_CATALOG)).toBe('fp8')
  })
})

it('says that weights are as released', () => {
  expect(weightsInWords(series({ model: 'deepseek-v3', weightFormat: null }), BUILT_IN_CATALOG)).toBe(
    'fp8, as released',
  )
  expect(weightsInWords(series({ weightFormat: 'nvfp4' }), BUILT_IN_CATALOG)).toBe('nvfp4')
})
