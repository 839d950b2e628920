import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { seriesOf } from './scenario.ts'
import { searchSetup } from './search-setup.ts'
import { withRules } from './with-rules.ts'

const paper = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
const standard = seriesOf({ name: 'a', model: 'llama-3.3-70b', accelerator: 'h200-sxm', rules: 'standard' })
const toStandard = (fields: Partial<typeof paper>) => withRules({ ...paper, ...fields }, 'standard', BUILT_IN_CATALOG)
const toPaper = (fields: Partial<typeof standard>) => withRules({ ...standard, ...fields }, 'paper', BUILT_IN_CATALOG)

describe('withRules', () => {
  it('keeps what both rule sets read', () => {
    const shared = {
      contextTokens: 1500,
      pipeline: false,
      usdPerGpuHour: 2.5,
      demandCapTokensPerSecond: 1e5,
      speculative: { draft: 'paper/Llama_3_8B', acceptance: 0.7, maxDraftTokens: 4 },
    }
    expect(toStandard(shared)).toMatchObject({ ...shared, model: 'paper/Llama_3_70B', rules: 'standard' })
    expect(toPaper(shared)).toMatchObject({ ...shared, model: 'llama-3.3-70b', rules: 'paper' })
  })

  it.each([
    ['paper/H100', 'h100-sxm'],
    ['paper/H200', 'h200-sxm'],
    ['paper/A100', 'a100-sxm-80gb'],
    ['paper/V100', 'v100-sxm-32gb'],
    ['mi300x', 'mi300x'],
    ['paper/TPU_v4', 'h100-sxm'],
    ['tpu-v5e', 'h100-sxm'],
    ['my-own', 'h100-sxm'],
  ])('takes %s to %s', (accelerator, expected) => {
    expect(toStandard({ accelerator }).accelerator).toBe(expected)
  })

  it('takes a chip back to the notebook where it has it', () => {
    expect(toPaper({}).accelerator).toBe('paper/H200')
    expect(toPaper({ accelerator: 'mi300x' }).accelerator).toBe('mi300x')
  })

  it.each([
    [16, 'paper/H100', 'bf16'],
    [8, 'paper/H100', 'fp8'],
    [4, 'paper/H100', 'nvfp4'],
    [4, 'mi300x', 'mxfp4'],
    [6, 'paper/H100', null],
    [null, 'paper/H100', null],
  ] as const)('takes %s bits on %s to %s', (weightBits, accelerator, weightFormat) => {
    expect(toStandard({ weightBits, accelerator })).toMatchObject({ weightFormat, weightBits: null })
  })

  it.each([
    ['bf16', 16],
    ['fp8-block', 8],
    ['int8', 8],
    ['mxfp4', 4],
    [null, null],
  ] as const)('takes %s back to %s bits', (weightFormat, weightBits) => {
    expect(toPaper({ weightFormat })).toMatchObject({ weightFormat: null, weightBits })
  })

  it('carries the width of the cache over', () => {
    expect(toStandard({ activationBits: 8 })).toMatchObject({ kvFormat: 'fp8', activationBits: null })
    expect(toPaper({ kvFormat: 'bf16' })).toMatchObject({ kvFormat: null, activationBits: 16 })
  })

  it('makes series that the search takes, whatever was set before', () => {
    const all = {
      weightBits: 8,
      activationBits: 8,
      attentionScaleDown: false,
      grid: { gpus: 10, batches: 10 },
    }
    const deployed = {
      weightFormat: 'fp8' as const,
      prefill: { mode: 'colocated' as const, inputTokens: 1000, outputTokens: 500, inputPerOutput: null },
      engine: 'sglang' as const,
      constants: 'physics' as const,
      allReduceFit: 'generation' as const,
      routingSkew: 2,
      without: ['host' as const],
      limits: { maxGpus: 8, minTokensPerSecond: 5, maxTtftSeconds: 2 },
      tensorAcrossDomains: true,
      reserveBytesPerGpu: 5e9,
    }
    expect(() => searchSetup(toStandard(all), BUILT_IN_CATALOG)).not.toThrow()
    expect(() => searchSetup(toPaper(deployed), BUILT_IN_CATALOG)).not.toThrow()
  })

  it('leaves a series alone that has these rules', () => {
    expect(withRules(paper, 'paper', BUILT_IN_CATALOG)).toBe(paper)
  })
})
