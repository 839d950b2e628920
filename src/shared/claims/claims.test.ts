import { describe, expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { parseScenario } from '../scenario/scenario-file.ts'
import { InputError, parseInput } from '../scenario/input-error.ts'
import { claimTools } from './claim-tools.ts'
import { claimResultSchema, type ClaimResult } from './claim-result.ts'
import { CLAIMS, claimOf } from './claims.ts'

const searched = new Map<string, ReturnType<typeof findFrontier>>()
const tools = claimTools(BUILT_IN_CATALOG, async (setup) => {
  const key = JSON.stringify(setup)
  const result = searched.get(key) ?? findFrontier(setup)
  searched.set(key, result)
  return result
})

const found = (id: string, inputs: unknown = {}): Promise<ClaimResult> => claimOf(id).compute(inputs, tools)

function figureOf({ figures }: ClaimResult, label: RegExp): number {
  const figure = figures.find((one) => label.test(one.label))
  if (figure?.value == null) throw new Error(`there is no figure ${label}`)
  return figure.value
}

const within = (least: number, most: number) => (value: number) => value >= least && value <= most

describe('the figures of model-spec section C', () => {
  it('1: latency and bandwidth of an all-reduce on 8 H100 are equal near 8 MB; 31.5 µs there, 15.2 µs at least', async () => {
    const result = await found('network-latency')
    expect(figureOf(result, /the two are equal/)).toSatisfy(within(7.2e6, 8.8e6))
    expect(figureOf(result, /^Latency of that message/)).toBeCloseTo(31.5e-6, 12)
    expect(figureOf(result, /empty message/)).toBeCloseTo(15.2e-6, 12)
    expect(figureOf(result, /share of the network/)).toSatisfy(within(0.5, 1))
    expect(result.verdict.kind).toBe('holds')
  })

  it('2: without latencies speed goes as cost², fitted slope 1.9 to 2.0', async () => {
    const result = await found('without-latency')
    expect(figureOf(result, /without latencies$/)).toSatisfy(within(1.9, 2))
    expect(figureOf(result, /r²/)).toSatisfy(within(0.99, 1))
  })

  it('3: speed goes as params^-1/2 (full model -0.40 to -0.55)', async () => {
    const result = await found('parameter-count')
    expect(figureOf(result, /full model/)).toSatisfy(within(-0.55, -0.4))
    expect(figureOf(result, /toy model/)).toSatisfy(within(-0.55, -0.45))
  })

  it('3: and as HBM bandwidth^1/3 (full model 0.23 to 0.28, the toy 1/3)', async () => {
    const result = await found('hbm-bandwidth')
    expect(figureOf(result, /full model/)).toSatisfy(within(0.23, 0.28))
    expect(figureOf(result, /only the latency that grows/)).toBeCloseTo(1 / 3, 3)
    expect(result.verdict.kind).toBe('holds-within')
  })

  it('4: pipeline stages save about 7 % of a 70B model’s cost at 10 tokens/s and nothing from 30 on', async () => {
    const result = await found('pipelining')
    expect(figureOf(result, /10\.0 tokens/)).toSatisfy(within(0.06, 0.08))
    expect(figureOf(result, /from 30\.0 tokens/)).toSatisfy(within(0, 0.01))
  })

  it('4: an H100’s HBM is read in 24.24 ms, 41.25 tokens per second', async () => {
    const result = await found('drain-time')
    expect(figureOf(result, /Time to read/)).toBeCloseTo(24.24e-3, 5)
    expect(figureOf(result, /As a speed/)).toBeCloseTo(41.25, 9)
  })

  it('5: drafts make 405B about twice as fast at equal cost, 70B 1.36 to 1.41 times', async () => {
    const result = await found('speculative-decoding')
    expect(figureOf(result, /405B/)).toSatisfy(within(1.9, 2.1))
    expect(figureOf(result, /70B/)).toSatisfy(within(1.36, 1.41))
  })
})

describe.each(CLAIMS)('$id', (claim) => {
  it.each(claim.variants)('is found from %j', async (inputs) => {
    const result = await claim.compute(inputs, tools)
    expect(parseInput(claimResultSchema, result)).toEqual(result)
    expect(result.inputs).toEqual(inputs)
    for (const { value } of result.figures) expect(value).not.toBeNaN()
    expect(result.figures.every(({ value, verdict }) => value !== null || verdict?.kind === 'not-measured')).toBe(true)
    expect(result.chart.lines.every(({ x }) => x.length > 0)).toBe(true)
  })

  it('opens as a comparison that a file takes back', async () => {
    for (const inputs of claim.variants) {
      const { comparison } = await claim.compute(inputs, tools)
      expect(parseScenario(JSON.stringify(comparison))).toEqual(comparison)
    }
  })
})

describe('changed inputs', () => {
  it('the exponents move with them', async () => {
    const exponent = async (inputs: object) => figureOf(await found('hbm-bandwidth', inputs), /full model/)
    const usual = await exponent({})
    expect(await exponent({ model: 'paper/Llama_3_8B' })).toBeGreaterThan(usual)
    expect(await exponent({ model: 'paper/Llama_3_405B' })).toBeLessThan(usual)
    expect(await exponent({ read: 'preferred' })).not.toBe(usual)
  })

  it('more GPUs make the least latency longer, and no figure of the paper is held against it', async () => {
    const result = await found('network-latency', { gpus: 16 })
    expect(figureOf(result, /empty message/)).toBeGreaterThan(15.2e-6)
    expect(result.figures.find(({ label }) => label.includes('empty message'))!.claimed).toBeNull()
  })

  it('a context makes stages worth more at slow speeds', async () => {
    const saved = figureOf(await found('pipelining', { contextTokens: 1000 }), /10\.0 tokens/)
    expect(saved).toBeGreaterThan(figureOf(await found('pipelining'), /10\.0 tokens/))
  })

  it('more is gained from drafts that are accepted more often', async () => {
    const { chart } = await found('speculative-decoding')
    for (const { y } of chart.lines) expect([...y]).toEqual([...y].toSorted((a, b) => a - b))
  })

  it('what nothing fits at is left out of the fit, and said', async () => {
    const { assumptions, chart } = await found('parameter-count', claimOf('parameter-count').variants[1])
    expect(chart.lines[0]!.x.length).toBeLessThan(9)
    expect(assumptions.join(' ')).toContain('Left out, as nothing fits')
  })

  it('there is no other claim', () => {
    expect(() => claimOf('mine')).toThrow('claim: is "mine"; expected one of network-latency, ')
  })

  it.each<[string, object, string]>([
    ['parameter-count', { model: 'paper/DeepSeek_V3' }, 'cannot be scaled'],
    ['parameter-count', { model: 'none' }, 'model: is "none", which is no model'],
    ['drain-time', { accelerator: 'none' }, 'accelerator: is "none", which is no accelerator'],
    ['network-latency', { rules: 'standard', accelerator: 'h100-sxm', gpus: 16 }, 'within a scale-up domain'],
    ['hbm-bandwidth', { rules: 'standard' }, 'the standard rules need an accelerator of the catalog'],
    [
      'gpu-generations',
      { rules: 'standard', model: 'deepseek-v3', newest: 'h100-sxm', older: 'h100-sxm', oldest: 'l4' },
      'L4',
    ],
  ])('%s of %j is refused: %s', async (id, inputs, message) => {
    await expect(found(id, inputs)).rejects.toThrow(InputError)
    await expect(found(id, inputs)).rejects.toThrow(message)
  })

  it('progress counts the frontiers', async () => {
    const told: string[] = []
    await claimOf('precision').compute(
      {},
      claimTools(
        BUILT_IN_CATALOG,
        async (setup) => findFrontier(setup),
        (done, total) => told.push(`${done}/${total}`),
      ),
    )
    expect(told).toEqual(['1/3', '2/3', '3/3'])
  })
})
