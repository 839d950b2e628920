import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ONE_GPU, standardSetup } from '../../../../test/standard-pass.ts'
import { Replica } from './replica.ts'
import { StandardPass } from './standard-pass.ts'
import { replicaPlan } from './standard-setup.ts'

const llama = standardSetup('llama-3.3-70b', 'h100-sxm', { format: 'fp8', contextTokens: 1000 })
const speculative = {
  draft: standardSetup('llama-3.1-8b', 'h100-sxm', { format: 'fp8', contextTokens: 1000 }),
  acceptance: 0.8,
  maxDraftTokens: 5,
}
const tp4 = { ...ONE_GPU, tensor: 4 }

describe('a replica', () => {
  it('without a draft model is a plain pass', () => {
    const replica = new Replica(llama, tp4, null)
    const pass = new StandardPass(replicaPlan(llama, tp4))
    expect(replica.tokenSeconds(16)).toBe(pass.seconds(16))
    expect([...replica.terms]).toEqual([...pass.terms])
    expect([replica.drafts, replica.keptTokens]).toEqual([0, 1])
  })

  it('checks drafted tokens in one pass: target and drafts over the tokens kept', () => {
    const replica = new Replica(llama, tp4, speculative)
    const seconds = replica.tokenSeconds(4)
    const sum = (terms: Float64Array) => terms.reduce((total, term) => total + term, 0)
    expect(replica.drafts).toBeGreaterThanOrEqual(2)
    expect(replica.keptTokens).toBeCloseTo((1 - 0.8 ** replica.drafts) / (1 - 0.8), 12)
    expect(seconds).toBeCloseTo(
      (sum(replica.terms) + replica.drafts * sum(replica.draftTerms)) / replica.keptTokens,
      12,
    )
    expect(seconds).toBeLessThan(new Replica(llama, tp4, null).tokenSeconds(4))
  })

  it('keeps the draft model in memory', () => {
    const plain = new Replica(llama, tp4, null)
    const drafting = new Replica(llama, tp4, speculative)
    expect(plain.memoryFill(8).draft).toBe(0)
    // 8 billion weights of one byte, the head and lookup table of two; 32 layers of 8 x 256 cached bytes per token.
    expect(drafting.memoryFill(8).draft * 4).toBeCloseTo(8.03e9 + 2 * 128256 * 4096 + 8 * 1000 * 32 * 8 * 256, -7)
    expect(drafting.mostSequences(80e9)).toBeLessThan(plain.mostSequences(80e9))
  })

  it('holds as many sequences as fit, and one more does not', () => {
    const replica = new Replica(llama, tp4, null)
    const most = replica.mostSequences(70e9)
    const filled = (batch: number) => replica.memoryFill(batch).weights + replica.memoryFill(batch).cache
    expect(filled(most)).toBeLessThanOrEqual(70e9)
    expect(filled(most + 1)).toBeGreaterThan(70e9)
    expect(new Replica(llama, ONE_GPU, null).mostSequences(70e9)).toBe(0)
  })

  it('splits weights and cache over pipeline stages', () => {
    const four = { ...tp4, pipeline: 4 }
    const [one, split] = [new Replica(llama, tp4, null).memoryFill(64), new Replica(llama, four, null).memoryFill(64)]
    expect(split.cache).toBe(one.cache / 4)
    expect(split.weights).toBeGreaterThan(one.weights / 4)
    expect(split.weights).toBeLessThan(0.27 * one.weights)
  })
})

describe('with a larger batch', () => {
  const models = fc.constantFrom(
    [llama, tp4, null] as const,
    [llama, { ...tp4, pipeline: 4 }, null] as const,
    [{ ...llama, prefill: { mode: 'colocated', inputTokens: 2000, outputTokens: 300 } }, tp4, speculative] as const,
    [
      standardSetup('deepseek-r1', 'h200-sxm', { contextTokens: 3000 }),
      { tensor: 1, data: 32, expert: 32, pipeline: 1 },
      null,
    ] as const,
    [standardSetup('qwen3-235b-a22b', 'b200-sxm'), { tensor: 2, data: 4, expert: 8, pipeline: 2 }, null] as const,
  )

  it('time per token never falls, and GPU time per token never rises', () => {
    fc.assert(
      fc.property(
        models,
        fc.integer({ min: 1, max: 30_000 }),
        fc.integer({ min: 1, max: 30_000 }),
        (model, batch, more) => {
          const [setup, layout, drafts] = model
          const replica = new Replica(setup, layout, drafts)
          const promptSeconds = replica.promptGpuSeconds / replica.plan.gpus / (setup.prefill?.outputTokens ?? 1)
          const [seconds, slower] = [replica.tokenSeconds(batch), replica.tokenSeconds(batch + more)]
          expect(slower).toBeGreaterThanOrEqual(seconds * (1 - 1e-12))
          expect((slower + promptSeconds) / (batch + more)).toBeLessThanOrEqual(
            ((seconds + promptSeconds) / batch) * (1 + 1e-12),
          )
        },
      ),
    )
  })
})
