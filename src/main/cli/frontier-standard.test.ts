import { describe, expect, it } from 'vitest'
import { runOn } from '../../../test/fake-host.ts'
import type { SeriesJson } from './frontier-json.ts'

const series = {
  name: '70B',
  model: 'llama-3.3-70b',
  accelerator: 'h100-sxm',
  rules: 'standard',
  weightFormat: 'fp8',
  contextTokens: 2000,
}
const scenario = {
  format: 'paretoscope/scenario',
  version: 1,
  name: 'Standard',
  series: [
    series,
    { ...series, name: 'drafting', speculative: { draft: 'llama-3.1-8b', acceptance: 0.8 } },
    { ...series, name: 'prompts', prefill: { mode: 'colocated', inputTokens: 1500, outputTokens: 500 } },
    { ...series, name: 'experts', model: 'deepseek-r1', accelerator: 'h200-sxm', weightFormat: null },
    { ...series, name: 'none', limits: { minTokensPerSecond: 5000 } },
  ],
}
const run = async (workers: number) => {
  const argv = ['frontier', 's.json', '--json', '--workers', `${workers}`]
  const { out, exitCode } = await runOn({ 's.json': JSON.stringify(scenario) }, argv)
  expect(exitCode).toBe(0)
  return (JSON.parse(out) as { series: SeriesJson[] }).series.map((found) => ({
    ...found,
    elapsedMs: 0,
    // How much need not be computed depends on what each worker knows of the others' points.
    evaluated: 0,
  }))
}

describe('frontier --json under the standard rules', async () => {
  const found = await run(1)

  it('is the same with one worker and with two', async () => {
    expect(await run(2)).toEqual(found)
  })

  it('has a band where inputs are uncertain, and nothing more where they are not', async () => {
    const ranges = { kernelTime: { low: 0.8, high: 1.2 }, usdPerGpuHour: { low: 2, high: 3 } }
    const two = { ...scenario, series: [series, { ...series, name: 'uncertain', ranges }] }
    const { out } = await runOn({ 's.json': JSON.stringify(two) }, ['frontier', 's.json', '--json', '--workers', '1'])
    const [known, uncertain] = (JSON.parse(out) as { series: SeriesJson[] }).series
    expect(known).not.toHaveProperty('band')
    expect(uncertain!.frontier).toEqual(known!.frontier)
    const { atSpeed, atCost, ...about } = uncertain!.band!
    expect(about).toMatchObject({ samples: 1024, checked: { samples: 2 } })
    const reached = atSpeed.find(({ high }) => high !== null)!
    expect(reached.low).toBeLessThan(reached.median!)
    expect(reached.median).toBeLessThan(reached.high!)
    expect(Object.keys(reached.shares)).toEqual(['kernelTime', 'usdPerGpuHour'])
    expect(atSpeed[0]).toMatchObject({ high: null })
    expect(atCost.length).toBeGreaterThan(50)
  })

  it('shows a person ranges beside costs, what they come from, and how far it is', async () => {
    const ranges = { kernelTime: { low: 0.8, high: 1.2 }, usdPerGpuHour: { low: 2, high: 3 } }
    const one = { ...scenario, series: [{ ...series, ranges }] }
    const argv = ['frontier', 's.json', '--workers', '1']
    const { out, error } = await runOn({ 's.json': JSON.stringify(one) }, argv, { errorIsTerminal: true })
    expect(out).toMatch(/^tokens\/s +\$\/M tokens +90 % range +GPUs/m)
    expect(out).toMatch(/ +from \$[\d.]+ .* fastest$/m)
    expect(out).toMatch(/ +\$[\d.]+–[\d.]+ .* cheapest$/m)
    expect(out).toMatch(/^Its range comes from: (price|kernel time) [\d.]+ %, /m)
    expect(error).toContain(`${series.name}, ranges  100 %`)
    const known = await runOn({ 's.json': JSON.stringify({ ...scenario, series: [series] }) }, argv)
    expect(known.out).not.toContain('range')
  })

  it('names degrees of the layout, and parts of every term that add up', () => {
    for (const { frontier } of found.slice(0, 4)) {
      expect(frontier.length).toBeGreaterThan(50)
      for (const { layout, gpus, breakdown, speculative, latencySeconds } of frontier) {
        const { tensor, data, pipeline } = layout as { tensor: number; data: number; expert: number; pipeline: number }
        expect(gpus).toBe(tensor * data * pipeline)
        const sum = (parts: object) => Object.values(parts).reduce((total: number, part: number) => total + part, 0)
        const drafted = speculative === undefined ? 0 : speculative.drafts * sum(speculative.draftBreakdown)
        expect((sum(breakdown) + drafted) / (speculative?.expectedTokens ?? 1) / latencySeconds).toBeCloseTo(1, 12)
      }
    }
  })

  it('has drafts, prompts and a reason where there are some', () => {
    const [plain, drafting, prompts, , none] = found
    expect(plain!.frontier.some((point) => 'speculative' in point || 'prefill' in point)).toBe(false)
    expect(drafting!.frontier.some((point) => 'speculative' in point)).toBe(true)
    expect(Object.keys(prompts!.frontier[0]!.prefill!)).toEqual([
      'ttftSeconds',
      'prefillGpus',
      'usdPerMillionInput',
      'usdPerMillionOutput',
      'usdPerMillionBlended',
    ])
    expect(none).toMatchObject({ frontier: [], fastest: null })
    expect(none!.reason).toContain('less than the least speed of 5,000')
  })
})
