import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runOn } from '../../../test/fake-host.ts'
import type { StandardEvaluation } from './evaluate-standard.ts'

const point = {
  model: 'llama-3.3-70b',
  accelerator: 'h200-sxm',
  rules: 'standard',
  batch: 16,
  contextTokens: 4096,
  weightFormat: 'fp8',
  layout: { tensor: 4, data: 1, expert: 1, pipeline: 1 },
}
const run = (...points: unknown[]) => runOn({ 'p.json': JSON.stringify({ points }) }, ['evaluate', 'p.json', '--json'])
const evaluate = async (...points: unknown[]): Promise<StandardEvaluation[]> =>
  (JSON.parse((await run(...points)).out) as { points: StandardEvaluation[] }).points
const latency = async (fields: object): Promise<number> => (await evaluate({ ...point, ...fields }))[0]!.latencySeconds!

it('answers every point of the example', async () => {
  const { points } = JSON.parse(readFileSync('examples/points.json', 'utf8')) as { points: unknown[] }
  const answers = await evaluate(...points)
  expect(answers.map(({ reason }) => reason)).toEqual(points.map(() => null))
})

describe('evaluate under the standard rules', () => {
  it('gives a part for every term, which add up to the latency', async () => {
    const [answer] = await evaluate({ ...point, prefill: { mode: 'colocated', inputTokens: 1000, outputTokens: 1000 } })
    expect(Object.keys(answer!.breakdown!)).toEqual([
      'memorySeconds',
      'arithmeticSeconds',
      'kernelsSeconds',
      'allReduceSeconds',
      'allToAllSeconds',
      'pipelineSeconds',
      'hostSeconds',
      'prefillSeconds',
    ])
    const sum = Object.values(answer!.breakdown!).reduce((total, seconds) => total + seconds, 0)
    expect(sum).toBeCloseTo(answer!.latencySeconds!, 15)
    expect(answer).toMatchObject({ reason: null, gpus: 4, layout: point.layout })
  })

  it('stands beside points under the paper’s rules', async () => {
    const paper = {
      model: 'paper/Llama_3_70B',
      accelerator: 'paper/H100',
      rules: 'paper',
      gpus: 8,
      batch: 8,
      contextTokens: 0,
    }
    const [first, second] = await evaluate(paper, point)
    expect([first!.latencySeconds, second!.latencySeconds].every((seconds) => seconds! > 0)).toBe(true)
  })

  it('takes the released format, vLLM and calibrated constants where nothing is said', async () => {
    const { weightFormat: _, ...bare } = point
    const [plain, said] = await evaluate(
      { ...bare, layout: { tensor: 8 } },
      {
        ...point,
        layout: { tensor: 8 },
        weightFormat: 'bf16',
        kvFormat: null,
        engine: 'vllm',
        constants: 'calibrated',
      },
    )
    expect(plain).toEqual(said)
  })

  it('is faster with narrower weights, SGLang’s all-reduce and prompts elsewhere', async () => {
    const own = await latency({})
    expect(await latency({ weightFormat: 'bf16' })).toBeGreaterThan(own)
    expect(await latency({ kvFormat: 'bf16' })).toBeGreaterThan(own)
    expect(await latency({ engine: 'sglang' })).toBeLessThan(own)
    expect(await latency({ constants: 'physics' })).toBeLessThan(own)
    const prefill = { inputTokens: 1000, outputTokens: 1000 }
    expect(await latency({ prefill: { mode: 'colocated', ...prefill } })).toBeGreaterThan(own)
    expect(await latency({ prefill: { mode: 'disaggregated', ...prefill } })).toBe(own)
    expect(await latency({ prefill: { mode: 'none' } })).toBe(own)
  })

  it('says why a replica does not fit', async () => {
    const [answer] = await evaluate({ ...point, weightFormat: 'bf16', layout: { tensor: 1 } })
    expect(answer).toEqual({
      latencySeconds: null,
      reason: expect.stringMatching(/^Each GPU would hold \d+\.\d GB of weights/),
      layout: null,
      gpus: null,
      breakdown: null,
    })
  })

  it.each([
    [{ layout: { tensor: 3 } }, 'Tensor degree 3 does not divide the 64 query heads.'],
    [{ layout: { tensor: 4, expert: 4 } }, 'Expert degree 4 needs routed experts; Llama 3.3 70B has none.'],
    [{ layout: { tensor: 4, pipeline: 3 } }, '3 pipeline stages do not divide the 80 layers.'],
  ])('answers a layout that cannot be, %o, with the reason', async (fields, reason) => {
    const [answer] = await evaluate({ ...point, ...fields })
    expect(answer).toMatchObject({ latencySeconds: null, reason, breakdown: null })
  })

  it('drafts tokens where that is faster', async () => {
    const draft = (acceptance: number) => ({ speculative: { draft: 'llama-3.1-8b', acceptance, maxDraftTokens: 4 } })
    const [plain, never, often] = await evaluate(point, { ...point, ...draft(0) }, { ...point, ...draft(0.9) })
    expect(never).toEqual(plain)
    expect(often!.latencySeconds).toBeLessThan(plain!.latencySeconds!)
    const sum = (breakdown: object) => Object.values(breakdown).reduce((total: number, part: number) => total + part, 0)
    const { drafts, expectedTokens, draftBreakdown } = often!.speculative!
    expect(often!.latencySeconds).toBeCloseTo(
      (sum(often!.breakdown!) + drafts * sum(draftBreakdown)) / expectedTokens,
      12,
    )
  })

  it('leaves a term out when told to', async () => {
    const [answer] = await evaluate({ ...point, without: ['allReduce', 'host'] })
    expect(answer!.breakdown).toMatchObject({ allReduceSeconds: 0, hostSeconds: 0 })
    expect(await latency({ without: ['allReduce', 'host'] })).toBeLessThan(await latency({}))
  })

  it('takes the number of GPUs from the layout, whatever the point says', async () => {
    const [answer] = await evaluate({ ...point, gpus: 80 })
    expect(answer).toMatchObject({ gpus: 4, reason: null })
  })

  it.each([
    [{ layout: undefined }, 'points[0].layout: is missing; add it'],
    [{ layout: { tensor: 4, pipeline: 0 } }, 'points[0].layout.pipeline: is 0; expected at least 1'],
    [{ gpus: 0 }, 'points[0].gpus: is 0; expected a number above 0'],
    [{ batch: 0.5 }, 'points[0].batch: is 0.5; expected'],
    [{ weightFormat: 'fp5' }, 'points[0].weightFormat: is "fp5"; expected "bf16"'],
    [{ weightBits: 8 }, 'points[0].weightBits: is 8; expected null (under the standard rules give weightFormat)'],
    [{ prefill: { mode: 'sometimes' } }, 'points[0].prefill.mode: is "sometimes"; expected "none"'],
    [{ prefill: { mode: 'colocated', inputTokens: 5 } }, 'points[0].prefill.outputTokens: is missing; add it'],
    [{ accelerator: 'paper/H100' }, 'points[0].accelerator: is "paper/H100", which has the paper’s constants only'],
    [{ speculative: { draft: 'llama-9', acceptance: 0.5 } }, 'points[0].speculative.draft: is "llama-9"'],
    [
      { speculative: { draft: 'deepseek-v3.2', acceptance: 0.5 } },
      'points[0].speculative.draft: DeepSeek-V3.2 has sparse attention',
    ],
    [
      { layout: { tensor: 4, pipeline: 2 }, speculative: { draft: 'llama-3.1-8b', acceptance: 0.5 } },
      'points[0].speculative: needs a layout of one stage',
    ],
    [{ without: ['sleep'] }, 'points[0].without[0]: is "sleep"; expected "memory"'],
    [{ extra: 1 }, 'points[0].extra: is not a known field; remove it'],
    [{ rules: 'own' }, 'points[0].rules: is "own"; expected "paper" or "standard"'],
  ])('names what is wrong with %o', async (fields, words) => {
    const { exitCode, error } = await run({ ...point, ...fields })
    expect(exitCode).toBe(3)
    expect(error).toContain(words)
  })
})
