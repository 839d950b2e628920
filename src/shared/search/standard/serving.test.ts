import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallSearches } from '../../../../test/small-setups.ts'
import { standardSearchSetupOf } from '../../../../test/standard-search-setup.ts'
import { Serving } from './serving.ts'
import { replicaRows, type StandardSearchSetup } from './space.ts'

const prompts = { inputTokens: 3000, outputTokens: 600 }
const colocated = { mode: 'colocated', ...prompts } as const
const disaggregated = { mode: 'disaggregated', ...prompts } as const
const setupWith = (fields: object = {}): StandardSearchSetup =>
  standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', { contextTokens: 3300, weightFormat: 'fp8', ...fields })
const servingOf = (setup: StandardSearchSetup, tensor = 4, pipeline = 1): Serving =>
  new Serving(setup, { layout: { tensor, data: 1, expert: 1, pipeline }, drafting: false })

/** GPU-seconds of a prompt by hand: 2·parameters·n, and n²·heads·(key + value width) in each of 80 layers. */
const PARAMS = 80 * (2 * 8192 * 8192 + 2 * 1024 * 8192 + 3 * 8192 * 28672)
const PROMPT = (2 * PARAMS * 3000 + 80 * 3000 ** 2 * 64 * 256) / (1979e12 * 0.42)

describe('GPU time of an output token', () => {
  it('is that of the pass where prompts are left out of account', () => {
    expect(servingOf(setupWith()).gpuSecondsPerToken(20, 0.02)).toBeCloseTo((4 * 0.02) / 20, 15)
    expect(servingOf(setupWith(), 4, 2).gpuSecondsPerToken(20, 0.02)).toBeCloseTo((8 * 0.02) / 20, 15)
  })

  it('has a request’s share of the GPUs from its prompt on, where prompts share them', () => {
    // A request occupies one of 20 places for its own prompt and 600 tokens of 20 ms.
    const request = (4 * (PROMPT / 4 + 600 * 0.02)) / 20
    expect(servingOf(setupWith({ prefill: colocated })).gpuSecondsPerToken(20, 0.02)).toBeCloseTo(request / 600, 12)
  })

  it('has the prompt’s own besides, where prompts have GPUs of their own', () => {
    const serving = servingOf(setupWith({ prefill: disaggregated }))
    expect(serving.gpuSecondsPerToken(20, 0.02)).toBeCloseTo((4 * 0.02) / 20 + PROMPT / 600, 12)
    // 20 requests bring a prompt each in 600 tokens' time.
    expect(serving.prefillGpus(20, 0.02)).toBeCloseTo((20 * PROMPT) / (600 * 0.02), 9)
    expect(servingOf(setupWith({ prefill: colocated })).prefillGpus(20, 0.02)).toBe(0)
  })

  it('costs a prompt what it takes whichever GPUs it shares: the same prices but for the time of a pass', () => {
    const [shared, apart] = [colocated, disaggregated].map((prefill) => servingOf(setupWith({ prefill })))
    const plain = servingOf(setupWith())
    const batch = 20
    const cost = (serving: Serving) => serving.gpuSecondsPerToken(batch, serving.replica.tokenSeconds(batch))
    // Others' prompts lengthen a pass by 19/20 of what a request's own adds: G·t_pre for each, to the last second.
    expect(cost(shared!)).toBeCloseTo(cost(apart!), 12)
    expect(cost(apart!) - cost(plain)).toBeCloseTo(PROMPT / 600, 12)
  })

  it('is not less where the term of prompts is left out: they only delay nothing', () => {
    const serving = servingOf(setupWith({ prefill: colocated, without: ['prefill'] }))
    expect(serving.gpuSecondsPerToken(20, 0.02)).toBeCloseTo((4 * 0.02) / 20 + PROMPT / 600, 12)
  })
})

it('prices input by the prompts alone, in USD per million', () => {
  expect(servingOf(setupWith({ prefill: colocated })).usdPerMillionInput()).toBeCloseTo(
    (((PROMPT / 3000) * 2) / 3600) * 1e6,
    9,
  )
  expect(servingOf(setupWith()).usdPerMillionInput()).toBe(0)
  expect(servingOf(setupWith()).usdPerMillion(3600)).toBe(2e6)
})

it('gives the first token after the prompt on one stage’s GPUs and a pass', () => {
  expect(servingOf(setupWith({ prefill: colocated })).ttftSeconds(0.02)).toBeCloseTo(PROMPT / 4 + 0.02, 12)
  expect(servingOf(setupWith({ prefill: disaggregated }), 4, 2).ttftSeconds(0.02)).toBeCloseTo(PROMPT / 4 + 0.02, 12)
  expect(servingOf(setupWith()).ttftSeconds(0.02)).toBe(0)
})

describe('the largest batch', () => {
  const largest = (fields: object) => servingOf(setupWith(fields)).largestBatch()
  const limits = { maxGpus: 32, minTokensPerSecond: null, maxTtftSeconds: null }

  it('is what memory holds, and what each limit leaves of it', () => {
    const serving = servingOf(setupWith())
    expect(serving.largestBatch()).toBe(serving.mostSequences)
    const speed = (batch: number) => 1 / serving.replica.tokenSeconds(batch)
    const fast = largest({ limits: { ...limits, minTokensPerSecond: 50 } })
    expect([speed(fast) >= 50, speed(fast + 1) >= 50]).toEqual([true, false])
    const capped = largest({ demandCapTokensPerSecond: 1000 })
    expect([capped * speed(capped) <= 1000, (capped + 1) * speed(capped + 1) <= 1000]).toEqual([true, false])
    expect(largest({ prefill: colocated, limits: { ...limits, maxTtftSeconds: 0.1 } })).toBe(0)
    expect(largest({ prefill: disaggregated, limits: { ...limits, maxGpus: 4 } })).toBe(0)
  })

  it('under a cap counts the time of prompts, whose requests make no tokens meanwhile', () => {
    // One request's prompt takes longer than all its tokens: more requests make more tokens, though each slower.
    const long = { mode: 'colocated', inputTokens: 50_000, outputTokens: 20 } as const
    const serving = servingOf(setupWith({ prefill: long, contextTokens: 50_000 }))
    const throughput = (batch: number) => serving.throughput(batch, serving.replica.tokenSeconds(batch))
    const wait = serving.ttftSeconds(0) / 20
    expect(throughput(1)).toBeCloseTo(1 / (serving.replica.tokenSeconds(1) + wait), 12)
    expect(throughput(2)).toBeGreaterThan(throughput(1))
  })
})

describe('with a larger batch', () => {
  it('no token is faster, none dearer, and all users together have no fewer', () => {
    fc.assert(
      fc.property(
        smallSearches,
        fc.nat(),
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 1, max: 50 }),
        (setup, pick, batch, more) => {
          const rows = replicaRows(setup)
          const serving = new Serving(setup, rows[pick % rows.length]!)
          const at = (sequences: number) => {
            const seconds = serving.replica.tokenSeconds(sequences)
            return {
              seconds,
              cost: serving.gpuSecondsPerToken(sequences, seconds),
              throughput: serving.throughput(sequences, seconds),
              prefillGpus: serving.prefillGpus(sequences, seconds),
            }
          }
          const [small, large] = [at(batch), at(batch + more)]
          expect(large.seconds).toBeGreaterThanOrEqual(small.seconds * (1 - 1e-12))
          expect(large.cost).toBeLessThanOrEqual(small.cost * (1 + 1e-12))
          expect(large.throughput).toBeGreaterThanOrEqual(small.throughput * (1 - 1e-12))
          expect(large.prefillGpus).toBeGreaterThanOrEqual(small.prefillGpus * (1 - 1e-12))
        },
      ),
      { numRuns: 500 },
    )
  })
})
