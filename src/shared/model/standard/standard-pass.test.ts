import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardSetup } from '../../../../test/standard-pass.ts'
import type { Chip } from './chip.ts'
import { STANDARD_TERMS, standardLatencySeconds, standardPass } from './standard-pass.ts'
import type { StandardSetup } from './standard-setup.ts'

const LAYOUTS = [
  { tensor: 8, data: 1, expert: 1, pipeline: 1 },
  { tensor: 8, data: 1, expert: 8, pipeline: 1 },
  { tensor: 1, data: 8, expert: 8, pipeline: 1 },
  { tensor: 2, data: 4, expert: 4, pipeline: 1 },
] as const
const layouts = fc.constantFrom(...LAYOUTS)
const batches = fc.double({ min: 1, max: 2000, noNaN: true })
const contexts = fc.integer({ min: 0, max: 100_000 })

const latency = (setup: StandardSetup, layout: (typeof LAYOUTS)[number], batch: number): number =>
  standardLatencySeconds(standardPass(setup, layout, batch))

describe('a decode pass under the standard rules', () => {
  it('is the sum of its terms, none of them below zero', () => {
    const { memory, arithmetic, kernels, allReduce, allToAll, host, prefill } = standardPass(
      standardSetup('deepseek-r1', 'h200-sxm', {
        contextTokens: 4000,
        prefill: { mode: 'colocated', inputTokens: 1000, outputTokens: 1000 },
      }),
      LAYOUTS[3],
      64,
    )
    const terms = [memory, arithmetic, kernels, allReduce, allToAll, host, prefill]
    expect(terms.every((seconds) => seconds > 0)).toBe(true)
    expect(latency(standardSetup('deepseek-r1', 'h200-sxm'), LAYOUTS[0], 1)).toBeGreaterThan(0)
  })

  it.each(STANDARD_TERMS.map(({ id }) => id))('without %s takes the time of the others, each as before', (id) => {
    const setup = standardSetup('deepseek-r1', 'h200-sxm', {
      contextTokens: 4000,
      prefill: { mode: 'colocated', inputTokens: 1000, outputTokens: 1000 },
    })
    const layout = { ...LAYOUTS[3], pipeline: 61 }
    const all = standardPass(setup, layout, 640)
    const left = standardPass({ ...setup, rules: { ...setup.rules, without: [id] } }, layout, 640)
    expect(all[id]).toBeGreaterThan(0)
    expect(left).toEqual({ ...all, [id]: 0 })
  })

  it('has no network term on one GPU', () => {
    expect(
      standardPass(standardSetup('llama-3.1-8b', 'h100-sxm'), { tensor: 1, data: 1, expert: 1, pipeline: 1 }, 32),
    ).toMatchObject({
      allReduce: 0,
      allToAll: 0,
    })
  })

  it.each(['hbmBytesPerSecond', 'scaleUpBytesPerSecond', 'scaleOutBytesPerSecond'] as const)(
    'is never slower with more %s',
    (field: keyof Chip) => {
      fc.assert(
        fc.property(layouts, batches, contexts, (layout, batch, contextTokens) => {
          const setup = standardSetup('deepseek-r1', 'h200-sxm', { contextTokens })
          const faster = { ...setup, chip: { ...setup.chip, [field]: 2 * Number(setup.chip[field]) } }
          expect(latency(faster, layout, batch)).toBeLessThanOrEqual(latency(setup, layout, batch) * (1 + 1e-12))
        }),
      )
    },
  )

  it('is never slower with fewer weight bits where the format is native', () => {
    fc.assert(
      fc.property(layouts, batches, (layout, batch) => {
        const at = (format: 'bf16' | 'fp8' | 'nvfp4') =>
          latency(standardSetup('llama-3.3-70b', 'b200-sxm', { format }), { ...layout, expert: 1 } as never, batch)
        expect(at('fp8')).toBeLessThanOrEqual(at('bf16'))
        expect(at('nvfp4')).toBeLessThanOrEqual(at('fp8'))
      }),
    )
  })
})
