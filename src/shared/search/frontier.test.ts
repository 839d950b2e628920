import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findStaircase } from '../../../test/find-frontier.ts'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { Decode } from '../model/decode.ts'
import { passSeconds, TERMS } from '../model/terms.ts'
import { describeGrid } from './paper/describe.ts'
import { frontierOf } from './frontier.ts'
import { paperSpace, type PaperSearchSetup } from './paper/space.ts'

const anySetup = fc
  .record({
    model: fc.constantFrom('Llama_3_8B', 'Llama_3_70B', 'Mixtral_8x22B', 'DeepSeek_V3', 'PaLM_8B'),
    accelerator: fc.constantFrom('H100', 'A100', 'V100', 'H100_ZL', 'TPU_v4'),
    pipeline: fc.boolean(),
    attentionScaleDown: fc.boolean(),
    contextTokens: fc.constantFrom(0, 1, 5000, 100_000),
    speculative: fc.constantFrom(null, { draft: 'paper/Llama_3_8B', acceptance: 0.8, maxDraftTokens: 3 }),
    demandCapTokensPerSecond: fc.constantFrom(null, 1e4, 1e6),
    grid: fc.constant({ gpus: 14, batches: 14 }),
  })
  .map(({ model, accelerator, ...fields }) => paperSetup(model, accelerator, fields))

const frontier = (setup: PaperSearchSetup) =>
  describeGrid(setup, frontierOf(findStaircase(setup).staircase, setup.rules))

describe('a frontier', () => {
  it('rises in cost with speed', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const { tokensPerSecond, usdPerMillionTokens } = frontier(setup)
        for (let i = 1; i < tokensPerSecond.length; i++) {
          expect(tokensPerSecond[i]!).toBeLessThan(tokensPerSecond[i - 1]!)
          expect(usdPerMillionTokens[i]!).toBeLessThan(usdPerMillionTokens[i - 1]!)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is beaten by no point of the grid', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const points = frontier(setup)
        const { gpus, batches } = paperSpace(setup)
        const decode = new Decode(setup)
        for (const batch of batches)
          for (const n of gpus) {
            const latency = decode.latencySeconds(n, batch)
            if (latency === Infinity || batch / latency > (setup.demandCapTokensPerSecond ?? Infinity)) continue
            const usd = (1e6 * n * latency * setup.usdPerGpuHour) / (batch * 3600)
            for (let i = 0; i < points.tokensPerSecond.length; i++) {
              const noSlower = latency <= points.latencySeconds[i]!
              const cheaper = usd < points.usdPerMillionTokens[i]! * (1 - 1e-12)
              expect(noSlower && cheaper).toBe(false)
            }
          }
      }),
      { numRuns: 25 },
    )
  })

  it('has points whose parts add up to their latency', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const points = frontier(setup)
        for (let i = 0; i < points.latencySeconds.length; i++) {
          const target = passSeconds(Float64Array.from(TERMS, ({ id }) => points.terms[id][i]!))
          const draft = passSeconds(Float64Array.from(TERMS, ({ id }) => points.draftTerms[id][i]!))
          const sum = (target + points.drafts[i]! * draft) / points.expectedTokens[i]!
          expect(sum / points.latencySeconds[i]!).toBeCloseTo(1, 12)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('ends at a hundred times the least latency', () => {
    const points = {
      latencySeconds: Float64Array.of(1, 2, 99, 101, 500),
      cost: Float64Array.of(9, 8, 7, 6, 5),
      position: Uint32Array.of(0, 1, 2, 3, 4),
    }
    const { rules } = paperSetup('Llama_3_8B', 'H100')
    expect(Array.from(frontierOf(points, rules).latencySeconds)).toEqual([1, 2, 99])
  })

  it('leaves out what no latency limit tells apart', () => {
    const rules = { ...paperSetup('Llama_3_8B', 'H100').rules, latencyLimits: 3, latencySpan: 100 }
    const points = {
      latencySeconds: Float64Array.of(1, 2, 3, 30),
      cost: Float64Array.of(9, 8, 7, 6),
      position: Uint32Array.of(0, 1, 2, 3),
    }
    // Limits 1, 10 and 100.
    expect(Array.from(frontierOf(points, rules).latencySeconds)).toEqual([1, 3, 30])
  })
})
