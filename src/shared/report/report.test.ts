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
    expect(made.summary[1]).toMatch(/^8-bit is the fastest: \d+ tokens per second/)
  })

  it('does not compare a baseline that is itself the cheapest', () => {
    expect(report(narrow, wide).made.summary[0]).toMatch(/8-bit is the cheapest at \$[\d.]+ per million tokens\.$/)
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
    expect(results[0]!.nothingFits).toMatch(/raise the cap/)
    expect(made.readings.rows[0]).toBeNull()
    expect(made.headlines[0]!.says).toBe('fastest, 8-bit')
  })
})
