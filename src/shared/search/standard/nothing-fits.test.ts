import { expect, it } from 'vitest'
import { findFrontier } from '../../../../test/find-frontier.ts'
import { standardSearchSetupOf } from '../../../../test/standard-search-setup.ts'

const noLimits = { maxGpus: 8, minTokensPerSecond: null, maxTtftSeconds: null }
const prompts = { inputTokens: 4000, outputTokens: 400 }
const why = (fields: object, model = 'llama-3.3-70b') =>
  findFrontier(standardSearchSetupOf(model, 'h100-sxm', { contextTokens: 4000, limits: noLimits, ...fields }))
    .nothingFits

it('says nothing where something fits', () => {
  expect(why({})).toBeNull()
})

it.each([
  [
    'memory',
    { limits: { ...noLimits, maxGpus: 1 } },
    'Each GPU would hold 141 GB of weights and 1.31 GB of KV cache for one sequence, beside 8.5 GB kept for the engine; ' +
      'NVIDIA H100 SXM 80 GB has 80 GB. That is the only layout on at most 1 GPU.',
  ],
  [
    'speed',
    { limits: { ...noLimits, minTokensPerSecond: 1000 } },
    /^The fastest setup on at most 8 x NVIDIA H100 SXM 80 GB makes \d+(\.\d)? tokens\/s for one user, less than the least speed of 1,000\./,
  ],
  [
    'time to the first token',
    { prefill: { mode: 'colocated', ...prompts }, limits: { ...noLimits, maxTtftSeconds: 0.01 } },
    /^The first token takes 0\.\d+ s at least on at most 8 x NVIDIA H100 SXM 80 GB, more than the limit of 0\.01 s\./,
  ],
  [
    'the demand cap',
    { demandCapTokensPerSecond: 0.5 },
    'Every setup that fits makes more than the demand cap of 0.5 tokens per second.',
  ],
  [
    'GPUs for prompts',
    { weightFormat: 'bf16', prefill: { mode: 'disaggregated', ...prompts }, limits: { ...noLimits, maxGpus: 2 } },
    /^With the GPUs that work on its prompts the smallest setup takes 2\.\d+ GPUs; the limit is 2 x NVIDIA H100 SXM 80 GB\./,
  ],
  [
    'two limits that only exclude each other',
    // Fast enough on 8 GPUs only, few enough tokens on 4 only.
    { limits: { ...noLimits, minTokensPerSecond: 80 }, demandCapTokensPerSecond: 60 },
    'No setup on at most 8 x NVIDIA H100 SXM 80 GB keeps all limits at once (at least 80 tokens/s, at most 60 tokens/s in all, ' +
      'at most 8 GPUs), though each by itself can be kept.',
  ],
])('names %s', (_, fields, words) => {
  expect(why(fields)).toMatch(words)
})

it('names a model that cannot be divided over so few GPUs', () => {
  const setup = standardSearchSetupOf('llama-3.3-70b', 'h100-sxm')
  const none = { ...setup, limits: { ...setup.limits, maxGpus: 0 } }
  expect(findFrontier(none).nothingFits).toBe('Llama 3.3 70B cannot be divided over up to 0 GPUs.')
})
