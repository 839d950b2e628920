import { describe, expect, it } from 'vitest'
import { runOn } from '../../../test/fake-host.ts'
import { GOLDEN, relativeError } from '../../../test/golden/golden-files.ts'
import type { Evaluation } from './evaluate-points.ts'

const point = {
  model: 'paper/Llama_3_70B',
  accelerator: 'paper/H100',
  rules: 'paper',
  gpus: 16,
  batch: 8,
  contextTokens: 100,
}
const run = (file: unknown) => runOn({ 'p.json': JSON.stringify(file) }, ['evaluate', 'p.json', '--json'])
const evaluate = async (...points: unknown[]): Promise<Evaluation[]> =>
  (JSON.parse((await run({ points })).out) as { points: Evaluation[] }).points

/** The fields of a golden row that every question has. */
const asked = (row: (typeof GOLDEN.latency)[number]) => ({
  model: `paper/${row.model}`,
  accelerator: `paper/${row.gpu}`,
  rules: 'paper',
  gpus: row.n_gpu,
  batch: row.batch,
  contextTokens: row.input_len,
  pipeline: row.use_pp,
})

describe('evaluate', () => {
  it('answers golden points in the order they are asked, the infeasible ones with a reason', async () => {
    const golden = GOLDEN.latency.slice(0, 40)
    const answers = await evaluate(
      ...golden.map((row) => ({
        ...asked(row),
        tokensPerPass: row.seq_len,
        attentionScaleDown: row.allow_attn_scaledown,
      })),
    )
    expect(golden.some(({ latency }) => latency === null)).toBe(true)
    for (const [i, { latency }] of golden.entries()) {
      const found = answers[i]!
      if (latency === null) {
        expect(found).toMatchObject({ latencySeconds: null, layout: null, breakdown: null })
        expect(found.reason).toMatch(/GPU/)
      } else {
        expect(found.reason).toBeNull()
        expect(relativeError(found.latencySeconds!, latency)).toBeLessThan(1e-9)
      }
    }
  })

  it('answers golden speculative points', async () => {
    const golden = GOLDEN.latency
      .filter((row) => row.spec_dec !== undefined && row.spec_dec.latency !== null)
      .slice(0, 20)
    const answers = await evaluate(
      ...golden.map((row) => ({
        ...asked(row),
        speculative: {
          draft: `paper/${row.spec_dec!.draft}`,
          acceptance: row.spec_dec!.acceptance,
          maxDraftTokens: row.spec_dec!.gamma_max,
        },
      })),
    )
    expect(answers).toHaveLength(20)
    for (const [i, row] of golden.entries())
      expect(relativeError(answers[i]!.latencySeconds!, row.spec_dec!.latency!)).toBeLessThan(1e-9)
    expect(answers.some((answer) => answer.speculative !== undefined)).toBe(true)
  })

  it('has the documented fields', async () => {
    const [plain, drafting] = await evaluate(point, {
      ...point,
      speculative: { draft: 'paper/Llama_3_8B', acceptance: 0.8 },
    })
    expect(Object.keys(plain!)).toEqual(['latencySeconds', 'reason', 'layout', 'breakdown'])
    expect(Object.keys(drafting!.speculative!)).toEqual(['drafts', 'expectedTokens', 'draftBreakdown'])
    expect(plain!.layout!.tensorParallel * plain!.layout!.pipelineStages).toBeCloseTo(16, 9)
  })

  it('takes the defaults of a series: one token, pipelining and scale-down on, bits of the entry', async () => {
    const [short, long] = await evaluate(point, {
      ...point,
      tokensPerPass: 1,
      pipeline: true,
      attentionScaleDown: true,
      weightBits: 16,
      activationBits: null,
      speculative: null,
    })
    expect(short).toEqual(long)
  })

  it('knows the catalog’s entries', async () => {
    const [answer] = await evaluate({ ...point, model: 'llama-3-70b', accelerator: 'h100-sxm', weightBits: 8 })
    expect(answer!.latencySeconds).toBeGreaterThan(0)
  })

  it.each([
    [{ ...point, rules: 'standard' }, 'points[0].layout: is missing; add it'],
    [{ ...point, price: 2 }, 'points[0].price: is not a known field; remove it'],
    [{ ...point, gpus: 0 }, 'points[0].gpus: is 0; expected a number above 0'],
    [{ ...point, batch: '8' }, 'points[0].batch: is "8"; expected a number'],
    [{ ...point, contextTokens: undefined }, 'points[0].contextTokens: is missing; add it'],
    [{ ...point, rules: undefined }, 'points[0].rules: is missing; add it'],
    [{ ...point, tokensPerPass: 1.5 }, 'points[0].tokensPerPass: is 1.5; expected a whole number from 1 to 1000'],
    [
      { ...point, tokensPerPass: 2, speculative: { draft: 'paper/Llama_3_8B', acceptance: 0.8 } },
      'points[0].tokensPerPass: is 2; expected 1 where speculative decoding chooses the drafts',
    ],
    [
      { ...point, model: 'paper/Nobody' },
      'points[0].model: is "paper/Nobody", which is no model of the catalog or the file',
    ],
    [
      { ...point, weightBits: 32 },
      'points[0].weightBits: H100 has no arithmetic rate for 32-bit weights; it has 4, 8, 16 bits',
    ],
  ])('refuses %j', async (wrong, message) => {
    const { exitCode, error, out } = await run({ points: [wrong] })
    expect({ exitCode, error, out }).toEqual({ exitCode: 3, error: `p.json: ${message}\n`, out: '' })
  })

  it('refuses a file of another kind', async () => {
    expect((await run({ point: [] })).error).toBe('p.json: points: is missing; add it\n')
    expect((await run({ points: [], more: 1 })).error).toBe('p.json: more: is not a known field; remove it\n')
  })
})
