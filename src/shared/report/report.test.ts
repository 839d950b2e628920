import { describe, expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { newScenario, seriesOf } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import { buildReport } from './report.ts'

const grid = { gpus: 40, batches: 40 }

function report(...fields: Parameters<typeof seriesOf>[0][]) {
  const scenario = newScenario(
    'Test',
    fields.map((one) => seriesOf({ ...one, grid })),
  )
  const results = scenario.series.map((series) => findFrontier(searchSetup(series, BUILT_IN_CATALOG)))
  return { made: buildReport(scenario, results, BUILT_IN_CATALOG), results }
}

const wide = { name: '16-bit', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' }
const narrow = { name: '8-bit', model: 'paper/Llama_3_70B_8_bit', accelerator: 'paper/H100' }

describe('buildReport', () => {
  it('says which series is cheapest at a common speed, how far below the baseline, and which is fastest', () => {
    const { made } = report(wide, narrow)
    expect(made.summary[0]).toMatch(
      /^At \d+ tokens per second .* 8-bit is the cheapest at \$[\d.]+ .*\d+ % below 16-bit\.$/,
    )
    expect(made.summary[1]).toMatch(/^How sure: ±40 %, on average, by the paper’s rules. Next: 16-bit \+\d+ %\.$/)
    expect(made.summary[2]).toMatch(/^8-bit is the fastest: \d+ tokens per second/)
  })

  it('does not compare a baseline that is itself the cheapest', () => {
    expect(report(narrow, wide).made.summary[0]).toMatch(
      /8-bit is the cheapest at \$[\d.]+ per million tokens on [\d.]+ GPUs \([^)]*\)\.$/,
    )
  })

  it('lists every input of a series, with its price and where that is from', () => {
    const facts = Object.fromEntries(report({ ...wide, usdPerGpuHour: 3.5, weightBits: 4 }).made.series[0]!.facts)
    expect(facts).toMatchObject({
      Model: 'LLaMa 3 70B (paper/Llama_3_70B)',
      Price: '$3.50 per GPU-hour (own price)',
      Weights: '4 bits',
      'Activations and KV cache': '16 bits, as the entry has it',
      'Search grid': '40 GPU counts x 40 batches, every layout of each',
    })
  })

  it('says why a series has no point, and still reports the others', () => {
    const { made, results } = report({ ...wide, name: 'capped', demandCapTokensPerSecond: 1e-6 }, narrow)
    expect(results[0]!.nothingFits).toMatch(/more than the demand cap/)
    expect(made.readings.rows[0]).toBeNull()
    expect(made.headlines[0]!.says).toBe('fastest, 8-bit')
  })
})

describe('buildReport of deployments', () => {
  const deployed = {
    name: 'H100',
    model: 'llama-3.3-70b',
    accelerator: 'h100-sxm',
    rules: 'standard',
    contextTokens: 1500,
    pipeline: false,
    weightFormat: 'fp8',
    usdPerGpuHour: 1.3,
  } as const

  it('says how sure the cheapest is, and what comes next', () => {
    const { made } = report(deployed, { ...deployed, name: 'H200', accelerator: 'h200-sxm', usdPerGpuHour: 1.6 })
    expect(made.summary[0]).toMatch(/H200 is the cheapest at \$[\d.]+ per million tokens on 4 GPUs \(TP 4, batch \d+\)/)
    expect(made.summary[1]).toMatch(
      /^How sure: ±\d+ %, dense, tensor parallel, decode-heavy, \d+ measured rows\. Next: H100 /,
    )
    expect(made.readings.rows[0]!.preferred.error.short).toMatch(/^±/)
  })

  it('lists the inputs of the standard rules, those of detail only where they are changed', () => {
    const facts = Object.fromEntries(report(deployed).made.series[0]!.facts)
    expect(facts).toMatchObject({
      Price: '$1.30 per GPU-hour (3-year rental contract, 2026-04)',
      'Rule set': 'standard',
      Weights: 'fp8',
      Prompts: 'left out of account',
      'All-reduce kernels': 'vLLM',
      Limits: 'at most 4 scale-up domains',
      'Kept for the engine': '8.50 GB per GPU',
    })
    expect(facts).not.toHaveProperty('Terms left out')
    const changed = report({
      ...deployed,
      without: ['host'],
      routingSkew: 2,
      tensorAcrossDomains: true,
      engine: 'sglang',
    })
    expect(Object.fromEntries(changed.made.series[0]!.facts)).toMatchObject({
      'Terms left out': 'Host',
      'Routing skew': '2.00',
      'Tensor parallel': 'also across scale-up domains',
      'All-reduce kernels': 'SGLang',
    })
    expect(changed.made.series[0]!.preferred?.termsLeftOut).toEqual(['Host'])
  })

  it('has prices and limits where prompts are accounted for', () => {
    const [section] = report({
      ...deployed,
      prefill: { mode: 'colocated', inputTokens: 2000, outputTokens: 1000 },
      limits: { maxGpus: 8, maxTtftSeconds: 2 },
    }).made.series
    expect(Object.fromEntries(section!.facts)).toMatchObject({
      Prompts: '2,000 tokens in, 1,000 out, on the same GPUs; 2 input tokens per output token are paid for',
      Limits: 'at most 8 GPUs, first token within 2.00 s',
    })
    expect(section!.preferred!.prices).toHaveLength(3)
  })

  it('explains the rule sets that are used, and no others', () => {
    const about = (rules: string, { made }: ReturnType<typeof report>) =>
      made.assumptions.some((text) => text.startsWith(`Rule set: ${rules}`))
    const one = report(deployed)
    expect([about('standard', one), about('paper', one), one.made.rules]).toEqual([true, false, 'standard'])
    const both = report(deployed, narrow)
    expect([about('standard', both), about('paper', both), both.made.rules]).toEqual([true, true, 'standard and paper'])
  })
})
