import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { Decode, expectedTokens } from './decode.ts'
import { passSeconds } from './terms.ts'

const speculative = { draft: 'paper/Llama_3_8B', acceptance: 0.8, maxDraftTokens: 5 }
const gpus = fc.double({ min: 2, max: 5000, noNaN: true })
const batch = fc.double({ min: 1, max: 5000, noNaN: true })

describe('decoding', () => {
  it('takes as long as the terms of its layout add up to', () => {
    const decode = new Decode(paperSetup('Mixtral_8x22B', 'H100', { contextTokens: 1000 }))
    fc.assert(
      fc.property(gpus, batch, (n, b) => {
        const seconds = decode.latencySeconds(n, b)
        fc.pre(seconds < Infinity)
        expect(passSeconds(decode.terms)).toBe(seconds)
      }),
    )
  })

  it('spreads over the GPUs it has: tensor ranks x stages', () => {
    const decode = new Decode(paperSetup('DeepSeek_V3', 'H100', { contextTokens: 1000 }))
    fc.assert(
      fc.property(gpus, batch, (n, b) => {
        fc.pre(decode.latencySeconds(n, b) < Infinity)
        const layout = decode.layout(n, b)
        expect((layout.tensorParallel * layout.pipelineStages) / n).toBeCloseTo(1, 12)
        expect(layout.attentionTensorParallel).toBeGreaterThan(1 - 1e-9)
        expect(layout.feedForwardTensorParallel).toBeGreaterThanOrEqual(1)
        expect(layout.expertParallel).toBeLessThanOrEqual(256)
      }),
    )
  })

  it('with drafts is never slower than without, and the sum of its passes', () => {
    const plain = new Decode(paperSetup('Llama_3_70B', 'H100'))
    const drafting = new Decode(paperSetup('Llama_3_70B', 'H100', { speculative }))
    fc.assert(
      fc.property(gpus, batch, (n, b) => {
        const seconds = drafting.latencySeconds(n, b)
        fc.pre(seconds < Infinity)
        expect(seconds).toBeLessThanOrEqual(plain.latencySeconds(n, b))
        const reading = drafting.speculative
        if (reading === null) {
          expect(seconds).toBe(plain.latencySeconds(n, b))
          return
        }
        const passes = passSeconds(drafting.terms) + reading.drafts * passSeconds(reading.draftTerms)
        expect(passes / reading.expectedTokens / seconds).toBeCloseTo(1, 12)
      }),
    )
  })

  it('without acceptance decodes plainly', () => {
    const decode = new Decode(paperSetup('Llama_3_70B', 'H100', { speculative: { ...speculative, acceptance: 0 } }))
    expect(decode.latencySeconds(16, 8)).toBeLessThan(Infinity)
    expect(decode.speculative).toBeNull()
  })

  it('is faster with pipelining or scale-down allowed, or the same', () => {
    const free = new Decode(paperSetup('Llama_3_70B', 'H100'))
    const bound = ['pipeline', 'attentionScaleDown'].map(
      (choice) => new Decode(paperSetup('Llama_3_70B', 'H100', { [choice]: false })),
    )
    fc.assert(
      fc.property(gpus, batch, (n, b) => {
        for (const decode of bound) expect(free.latencySeconds(n, b)).toBeLessThanOrEqual(decode.latencySeconds(n, b))
      }),
    )
  })

  it('has an MFU of at most the share of the peak that is reached', () => {
    const decode = new Decode(paperSetup('Llama_3_70B', 'H100'))
    fc.assert(
      fc.property(gpus, batch, (n, b) => {
        const seconds = decode.latencySeconds(n, b)
        fc.pre(seconds < Infinity)
        expect(decode.mfu(n, b, seconds)).toBeLessThan(0.7)
      }),
    )
  })
})

it.each([
  [0.8, 1, 1],
  [0.8, 2, 1.8],
  [0.5, 3, 1.75],
  [0, 5, 1],
  [1, 5, 5],
])('acceptance %d and %d drafts yield %d tokens', (acceptance, drafts, tokens) => {
  expect(expectedTokens(acceptance, drafts)).toBeCloseTo(tokens, 12)
})
