import { describe, expect, it } from 'vitest'
import { runOn } from '../../../test/fake-host.ts'
import type { SeriesJson } from './frontier-json.ts'
import type { Breakdown, PointJson } from './point-json.ts'

const series = { name: '70B', model: 'paper/Llama_3_70B', accelerator: 'paper/H100', grid: { gpus: 40, batches: 40 } }
const speculative = { draft: 'paper/Llama_3_8B', acceptance: 0.8 }
const scenario = {
  format: 'paretoscope/scenario',
  version: 1,
  name: 'Small',
  series: [
    series,
    { ...series, name: 'drafting', speculative, pipeline: false },
    { ...series, name: 'capped', demandCapTokensPerSecond: 1e-6 },
  ],
}
const run = (argv: readonly string[]) => runOn({ 's.json': JSON.stringify(scenario) }, ['frontier', 's.json', ...argv])

const seconds = (breakdown: Breakdown): number =>
  breakdown.kernelLaunchSeconds +
  breakdown.networkLatencySeconds +
  breakdown.networkBandwidthSeconds +
  Math.max(breakdown.memorySeconds, breakdown.arithmeticSeconds)

const latency = ({ breakdown, speculative: drafting }: PointJson): number =>
  drafting === undefined
    ? seconds(breakdown as Breakdown)
    : (seconds(breakdown as Breakdown) + drafting.drafts * seconds(drafting.draftBreakdown as Breakdown)) /
      drafting.expectedTokens

describe('frontier --json', async () => {
  const { out, exitCode } = await run(['--json'])
  const answer = JSON.parse(out) as { scenario: string; series: SeriesJson[] }
  const [plain, drafting, capped] = answer.series as [SeriesJson, SeriesJson, SeriesJson]

  it('has the documented fields, and no others', () => {
    expect(exitCode).toBe(0)
    expect(Object.keys(answer)).toEqual(['scenario', 'series'])
    expect(answer.scenario).toBe('Small')
    expect(answer.series.map(({ name }) => name)).toEqual(['70B', 'drafting', 'capped'])
    const fields = ['name', 'elapsedMs', 'gridPoints', 'evaluated', 'frontier', 'preferred', 'fastest', 'cheapest']
    expect(Object.keys(plain)).toEqual(fields)
    expect(plain.gridPoints).toBe(1600)
    const point = [
      'tokensPerSecond',
      'usdPerMillionTokens',
      'gpus',
      'batch',
      'mfu',
      'latencySeconds',
      'layout',
      'breakdown',
    ]
    for (const found of plain.frontier) expect(Object.keys(found)).toEqual(point)
    expect(Object.keys(plain.fastest!.layout).toSorted()).toEqual([
      'attentionScaleDown',
      'attentionTensorParallel',
      'expertParallel',
      'feedForwardTensorParallel',
      'pipelineStages',
      'tensorParallel',
      'tensorSplit',
    ])
    expect(Object.keys(plain.fastest!.breakdown)).toEqual([
      'kernelLaunchSeconds',
      'networkLatencySeconds',
      'networkBandwidthSeconds',
      'memorySeconds',
      'arithmeticSeconds',
    ])
  })

  it('lists the fastest first, the cheapest last, the preferred between', () => {
    expect(plain.fastest).toEqual(plain.frontier[0])
    expect(plain.cheapest).toEqual(plain.frontier.at(-1))
    const merit = (point: PointJson) => point.tokensPerSecond ** 3 / point.usdPerMillionTokens
    expect(merit(plain.preferred!)).toBe(Math.max(...plain.frontier.map(merit)))
  })

  it('has breakdowns that add up to the latency, drafts included', () => {
    expect(drafting.frontier.some((point) => point.speculative !== undefined)).toBe(true)
    for (const point of [...plain.frontier, ...drafting.frontier]) {
      expect(latency(point) / point.latencySeconds).toBeCloseTo(1, 12)
      expect(point.tokensPerSecond * point.latencySeconds).toBeCloseTo(1, 12)
      expect(
        point.usdPerMillionTokens / ((1e6 * 2.1 * point.gpus * point.latencySeconds) / (3600 * point.batch)),
      ).toBeCloseTo(1, 12)
    }
  })

  it('is empty, with the reason, where nothing fits', () => {
    expect(capped).toMatchObject({ frontier: [], preferred: null, fastest: null, cheapest: null })
    expect(capped.reason).toContain('Raise the demand cap to')
  })
})

describe('frontier', async () => {
  const { out } = await run([])
  const [plain, drafting, capped] = out.split(/\n(?=70B|drafting|capped)/).slice(1) as [string, string, string]

  it('says what was assumed', () => {
    expect(out.startsWith('Small\n')).toBe(true)
    expect(plain).toContain(
      'LLaMa 3 70B on H100 · $2.10 per GPU-hour · paper rules · context 0 tokens · weights 16 bits, activations 16\n',
    )
    expect(drafting).toContain('no pipelining · drafts by LLaMa 3 8B, acceptance 80.0 %')
    expect(capped).toContain('No setup fits. Every setup that fits makes more than the demand cap')
  })

  it('has a dozen rows at most, fastest first, with the three readings marked', () => {
    const rows = plain.split('\n').filter((line) => /^ +\d/.test(line))
    expect(rows.length).toBeGreaterThan(6)
    expect(rows.length).toBeLessThanOrEqual(12)
    const speeds = rows.map((row) => Number(row.trim().split(/ +/)[0]))
    expect(speeds).toEqual(speeds.toSorted((a, b) => b - a))
    expect(rows[0]).toMatch(/fastest/)
    expect(rows.at(-1)).toMatch(/cheapest$/)
    expect(rows.filter((row) => row.includes('preferred'))).toHaveLength(1)
  })

  it('lines its columns up under headers with units', () => {
    const lines = plain.split('\n')
    const header = lines.find((line) => line.includes('tokens/s '))!
    expect(header.trim().split(/ {2,}/)).toEqual([
      'tokens/s',
      '$/M tokens',
      'GPUs',
      'batch',
      'layout',
      'MFU %',
      'what binds',
    ])
    for (const row of lines.filter((line) => /^ +\d/.test(line)))
      expect(row.slice(header.indexOf('layout'))).toMatch(/^[12]D TP /)
  })
})

it('says of a deployment its formats, kernels and prompts, and how sure the preferred point is', async () => {
  const deployed = {
    name: 'H100',
    model: 'llama-3.3-70b',
    accelerator: 'h100-sxm',
    rules: 'standard',
    weightFormat: 'fp8',
    pipeline: false,
    without: ['host'],
    prefill: { mode: 'colocated', inputTokens: 1000, outputTokens: 500 },
  }
  const text = JSON.stringify({ ...scenario, series: [deployed] })
  const { out } = await runOn({ 'd.json': text }, ['frontier', 'd.json'])
  expect(out).toContain(
    'standard rules · context 0 tokens · weights fp8 · vLLM all-reduce · calibrated constants · prompts 1,000 tokens in, 500 out, on the same GPUs',
  )
  expect(out).toContain('terms left out: host')
  expect(out).toContain('Preferred point: not validated, terms are left out')
})
