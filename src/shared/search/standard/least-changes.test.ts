import { describe, expect, it } from 'vitest'
import { findFrontier } from '../../../../test/find-frontier.ts'
import { standardSearchSetupOf } from '../../../../test/standard-search-setup.ts'
import { BUILT_IN_CATALOG } from '../../catalog/builtin.ts'
import { leastChangePatch } from '../../scenario/least-change-patch.ts'
import { seriesOf } from '../../scenario/scenario.ts'
import { searchSetup } from '../../scenario/search-setup.ts'

const noLimits = { maxGpus: 8, minTokensPerSecond: null, maxTtftSeconds: null }
const given = (fields: object) => ({
  name: 'a series',
  model: 'llama-3.3-70b',
  accelerator: 'h100-sxm',
  rules: 'standard' as const,
  pipeline: false,
  contextTokens: 4000,
  weightFormat: 'bf16' as const,
  limits: noLimits,
  ...fields,
})
const prompts = { inputTokens: 4000, outputTokens: 400 }

const cases: [string, object, object[]][] = [
  [
    'memory: 141 GB of weights on GPUs of 80',
    { limits: { ...noLimits, maxGpus: 1 } },
    [
      { kind: 'most-gpus', gpus: 2 },
      { kind: 'weight-format', format: 'int4', gpus: 1 },
    ],
  ],
  [
    'memory of GPUs without scale-up links, where stages help',
    { accelerator: 'gh200-96gb', limits: { ...noLimits, maxGpus: 4 } },
    [
      { kind: 'pipeline', gpus: 2 },
      { kind: 'weight-format', format: 'fp8', gpus: 1 },
    ],
  ],
  ['a speed that nothing reaches', { limits: { ...noLimits, minTokensPerSecond: 1000 } }, [{ kind: 'least-speed' }]],
  [
    'a speed that more GPUs reach',
    { limits: { ...noLimits, maxGpus: 2, minTokensPerSecond: 50 } },
    [{ kind: 'least-speed' }, { kind: 'most-gpus', gpus: 4 }, { kind: 'weight-format', format: 'fp8' }],
  ],
  [
    'time to the first token',
    { prefill: { mode: 'colocated', ...prompts }, limits: { ...noLimits, maxTtftSeconds: 0.01 } },
    [{ kind: 'first-token' }],
  ],
  ['a demand cap', { demandCapTokensPerSecond: 0.5 }, [{ kind: 'demand-cap' }]],
]

describe.each(cases)('%s', (_, fields, expected) => {
  const series = seriesOf({ usdPerGpuHour: 2, ...given(fields) })
  const { nothingFits, leastChanges } = findFrontier(searchSetup(series, BUILT_IN_CATALOG))

  it('is changed by as little as would do', () => {
    expect(nothingFits).not.toBeNull()
    for (const change of expected) expect(leastChanges).toContainEqual(expect.objectContaining(change))
    expect(new Set(leastChanges.map(({ kind }) => kind)).size).toBe(leastChanges.length)
  })

  it('fits after each of the changes', () => {
    for (const change of leastChanges) {
      const changed = searchSetup({ ...series, ...leastChangePatch(series, change) }, BUILT_IN_CATALOG)
      const { points } = findFrontier(changed)
      expect(points.gpus).not.toHaveLength(0)
      if ('gpus' in change) expect(Math.min(...points.gpus)).toBeLessThanOrEqual(change.gpus)
    }
  })
})

it('has nothing to change where something fits', () => {
  expect(findFrontier(standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', given({}))).leastChanges).toEqual([])
})
