import { describe, expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { NEW_SERIES, type Series } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import { preferredIndex } from '../search/readings.ts'
import { errorClassAt, errorInWords } from './error-class-at.ts'

/** The error class of the preferred point of a series found under `searched`, shown as `shown`. */
function errorOf(searched: Partial<Series>, shown: Partial<Series> = searched) {
  const { points } = findFrontier(searchSetup({ ...NEW_SERIES, ...searched }, BUILT_IN_CATALOG))
  return errorClassAt(points, preferredIndex(points), { ...NEW_SERIES, ...shown }, BUILT_IN_CATALOG)
}

describe('errorClassAt', () => {
  it('names the regime and its rows', () => {
    const found = errorOf({})
    expect(found.short).toMatch(/^±\d+ %$/)
    expect(found.share).toBeGreaterThan(0.03)
    expect(found.because).toMatch(/^dense, tensor parallel, decode-heavy, \d+ measured rows$/)
    expect(errorInWords(found)).toBe(`${found.short} (${found.because})`)
  })

  it.each<[what: string, fields: Partial<Series>, because: RegExp]>([
    ['terms left out', { without: ['host'] }, /^terms are left out$/],
    ['skewed routing', { routingSkew: 2 }, /^routing has a skew/],
    ['a chip without measurements', { accelerator: 'v100-sxm-32gb', weightFormat: 'bf16' }, /no measured row$/],
    [
      'a mix with long prompts',
      { prefill: { mode: 'colocated', inputTokens: 4000, outputTokens: 500, inputPerOutput: null } },
      /prefill-heavy/,
    ],
  ])('does not vouch for %s', (_, fields, because) => {
    const found = errorOf(fields)
    expect(found).toMatchObject({ short: 'not validated', share: null })
    expect(found.because).toMatch(because)
  })

  it('has a mean for the paper’s rules', () => {
    const paper = { rules: 'paper', model: 'paper/Llama_3_70B', accelerator: 'paper/H100', weightFormat: null } as const
    expect(errorOf({ ...paper, grid: { gpus: 20, batches: 20 } })).toMatchObject({ short: '±40 %', share: 0.4 })
  })

  it('vouches for nothing while old points stand under new inputs', () => {
    expect(errorOf({}, { accelerator: 'tpu-v5e' }).short).toBe('not validated')
    expect(errorOf({}, { model: 'gone' }).short).toBe('not validated')
  })
})
