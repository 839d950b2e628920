import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { REGIME_ERRORS } from '../validation/regime-errors.ts'
import { NO_RANGES, type Ranges } from './ranges.ts'
import { seriesOf } from './scenario.ts'
import { uncertaintyOf, UNMEASURED_ERROR } from './uncertainty-of.ts'
import { constantRanges, usualRanges } from './usual-ranges.ts'

type Fields = Partial<Parameters<typeof seriesOf>[0]>

const series = (fields: Fields = {}) =>
  seriesOf({ name: 'one', model: 'llama-3.3-70b', accelerator: 'h100-sxm', rules: 'standard', ...fields })
const uncertain = (ranges: Partial<Ranges>, fields: Fields = {}) =>
  uncertaintyOf(series({ ...fields, ranges: { ...NO_RANGES, ...ranges } }), BUILT_IN_CATALOG)

it('is nothing where all is known', () => {
  expect(uncertaintyOf(series(), BUILT_IN_CATALOG)).toBeNull()
  expect(uncertain({})).toBeNull()
})

it('leaves out an acceptance without drafts and a skew without experts', () => {
  const acceptance = { low: 0.6, high: 0.9 }
  const routingSkew = { low: 1, high: 3 }
  const speculative = { draft: 'llama-3.1-8b', acceptance: 0.8 }
  expect(uncertain({ acceptance })).toBeNull()
  expect(uncertain({ routingSkew })).toBeNull()
  expect(uncertain({ acceptance }, { speculative })?.inputs).toEqual([{ id: 'acceptance', ...acceptance }])
  expect(uncertain({ routingSkew }, { model: 'deepseek-r1' })?.inputs).toEqual([{ id: 'routingSkew', ...routingSkew }])
})

describe('the error of the rules', () => {
  const measured = REGIME_ERRORS.calibrated['dense, tensor parallel, decode-heavy']!.meanAbsoluteError

  it('is that of the measured rows of the regime', () => {
    const errors = uncertain({ modelError: true })!.errors!
    expect(errors['tensor parallel']).toBe(measured)
    expect(errors.unmeasured).toBe(UNMEASURED_ERROR)
    expect(measured).toBeLessThan(UNMEASURED_ERROR)
  })

  it.each<[string, Fields]>([
    ['a model without a row of its own', { model: 'qwen3-32b' }],
    ['terms left out', { without: ['prefill'] }],
    ['an accelerator of a kind that was not measured', { accelerator: 'v100-sxm-32gb', weightFormat: 'bf16' }],
  ])('is at least that of a new model with %s', (_, fields) => {
    const errors = uncertain({ modelError: true }, fields)!.errors!
    for (const share of Object.values(errors)) expect(share).toBeGreaterThanOrEqual(UNMEASURED_ERROR)
  })
})

it('is one error for all under the paper’s rules, which read everything but a skew', () => {
  const paper: Fields = { rules: 'paper', speculative: { draft: 'llama-3.1-8b', acceptance: 0.8 } }
  const kernelTime = { low: 1, high: 2 }
  const found = uncertain({ kernelTime, modelError: true, acceptance: { low: 0.6, high: 0.9 } }, paper)!
  expect(found.inputs.map(({ id }) => id)).toEqual(['kernelTime', 'acceptance'])
  expect(new Set(Object.values(found.errors!))).toEqual(new Set([0.4]))
})

describe('usual ranges', () => {
  it('are valid, and hold the price', () => {
    const one = series({ speculative: { draft: 'llama-3.1-8b', acceptance: 0.95 } })
    for (const ranges of [usualRanges(one, BUILT_IN_CATALOG), constantRanges(one, BUILT_IN_CATALOG)]) {
      const valid = seriesOf({ ...one, ranges })
      expect(valid.ranges).toEqual(ranges)
      expect(ranges.usdPerGpuHour!.low).toBeLessThan(ranges.usdPerGpuHour!.high)
      expect(ranges.acceptance!.high).toBeLessThan(1)
    }
  })

  it.each([
    ['h100-sxm', { memoryBandwidth: { low: 0.947, high: 1.15 }, kernelTime: { low: 1.1, high: 1.48 } }],
    ['paper/H100', { memoryBandwidth: { low: 0.947, high: 1.15 }, kernelTime: { low: 1.1, high: 1.48 } }],
    ['tpu-v5p', { memoryBandwidth: { low: 0.71, high: 0.86 } }],
  ])('are around what the paper takes for %s', (accelerator, expected) => {
    const one = series({ rules: 'paper', accelerator })
    expect(constantRanges(one, BUILT_IN_CATALOG)).toMatchObject(expected)
    expect(seriesOf({ ...one, ranges: constantRanges(one, BUILT_IN_CATALOG) }).ranges).not.toBeNull()
  })

  it('count the constants or the error they are in, never both', () => {
    const one = series()
    expect(usualRanges(one, BUILT_IN_CATALOG)).toMatchObject({ modelError: true, kernelTime: null })
    expect(constantRanges(one, BUILT_IN_CATALOG)).toMatchObject({ modelError: false, kernelTime: { high: 1.11 } })
  })
})
