import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { modelFacts, type FactsOf } from './model-facts.ts'
import { isPaperModel, type PaperModel } from './model-entry.ts'

const { models } = BUILT_IN_CATALOG
const SIXTEEN = { weightBytes: 2, activationBytes: 2 }
const factsOf = (id: string, of: Partial<FactsOf> = {}) =>
  modelFacts(models[id]!, { rules: 'standard', precision: SIXTEEN, contextTokens: 0, ...of })
const paper = Object.entries(models).filter((row): row is [string, PaperModel] => isPaperModel(row[1]))

describe('the facts of a model', () => {
  it.each(paper)('%s has the figures of the paper’s notebook', (_, entry) => {
    const precision = { weightBytes: entry.weightBytes, activationBytes: entry.activationBytes }
    const facts = modelFacts(entry, { rules: 'paper', precision, contextTokens: 0 })
    const { totalParams, activeParams, kvCacheBytesPerToken } = entry.derived!
    expect(facts.totalParams.derived! / totalParams!).toBeCloseTo(1, 9)
    expect(facts.activeParams.derived! / activeParams!).toBeCloseTo(1, 9)
    expect(facts.kvBytesPerToken! / kvCacheBytesPerToken!).toBeCloseTo(1, 9)
    expect(facts.totalParams).toMatchObject({ published: null, difference: null })
  })

  it('stand beside the published ones, with their difference', () => {
    const { totalParams, activeParams } = factsOf('gpt-oss-120b')
    expect(totalParams.published).toBe(116829156672)
    expect(totalParams.difference).toBe(totalParams.derived! / 116829156672 - 1)
    expect(activeParams.published).toBe(5.13e9)
    expect(factsOf('llama-3-8b').activeParams).toEqual({ derived: 8029995008, published: null, difference: null })
  })

  it('know the cache per token of Llama 3 8B and the latent of DeepSeek-V3 with its rotary part', () => {
    expect(factsOf('llama-3-8b').kvBytesPerToken).toBe(32 * 8 * (128 + 128) * 2)
    expect(factsOf('deepseek-v3').kvBytesPerToken).toBe(61 * (512 + 64) * 2)
    expect(factsOf('deepseek-v3', { rules: 'paper' }).kvBytesPerToken).toBe(61 * 512 * 2)
    expect(factsOf('llama-3-8b', { precision: { weightBytes: 1, activationBytes: 1 } }).kvBytesPerToken).toBe(65536)
  })

  it.each(['paper', 'standard'] as const)('count no more than a window in its layers under the %s rules', (rules) => {
    const perLayer = 8 * (64 + 64) * 2
    const at = (contextTokens: number) => factsOf('gpt-oss-20b', { rules, contextTokens }).kvBytesPerToken
    expect(at(0)).toBe(24 * perLayer)
    expect(at(128)).toBe(24 * perLayer)
    expect(at(1280)).toBe((12 + 12 / 10) * perLayer)
  })

  it('grow with the context only in FLOP of attention', () => {
    const at = (contextTokens: number) => factsOf('llama-3-8b', { contextTokens })
    expect(at(0).flopPerToken).toBe(2 * 8029995008)
    expect(at(1000).flopPerToken! - at(0).flopPerToken!).toBe(4 * 128 * 32 * 32 * 1000)
    expect(at(1000).kvBytesPerToken).toBe(at(0).kvBytesPerToken)
  })

  it('have the states of linear mixers apart', () => {
    expect(factsOf('qwen3-next-80b-a3b').stateBytesPerSequence).toBe(36 * (32 * 128 * 128 + 3 * 8192) * 2)
    expect(factsOf('llama-3-8b').stateBytesPerSequence).toBe(0)
  })

  it('of a model with a part that has no equation give the reason and what is published', () => {
    expect(factsOf('deepseek-v3.2')).toEqual({
      unsupported: 'sparse attention (dsa)',
      totalParams: { derived: null, published: 671e9, difference: null },
      activeParams: { derived: null, published: 37e9, difference: null },
      kvBytesPerToken: null,
      stateBytesPerSequence: null,
      flopPerToken: null,
      contextTokens: 0,
    })
    expect(factsOf('qwen3-next-80b-a3b', { rules: 'paper' }).unsupported).toBe('a linear mixer (gated-deltanet)')
  })
})
