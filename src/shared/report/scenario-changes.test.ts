import { expect, test } from 'vitest'
import { NO_RANGES } from '../scenario/ranges.ts'
import { newScenario, seriesOf, type Scenario, type Series } from '../scenario/scenario.ts'
import { scenarioChanges } from './scenario-changes.ts'

const base = seriesOf({ name: 'A', model: 'llama-3.3-70b', accelerator: 'h100-sxm', rules: 'standard' })
const b = { ...base, name: 'B', contextTokens: 1 }
const scenario = newScenario('Study', [base, b])
const withA = (patch: Partial<Series>): Partial<Scenario> => ({ series: [{ ...base, ...patch }, b] })
const speculative = { draft: 'llama-3.1-8b', acceptance: 0.8, maxDraftTokens: 5 }

test.each<[string[], Partial<Scenario>]>([
  [[], {}],
  [['Renamed from “Study” to “Final”'], { name: 'Final' }],
  [['Notes'], { notes: 'x' }],
  [['A: Context 0 tokens → 2,000 tokens'], withA({ contextTokens: 2000 })],
  [['A: Price list price → $1.30 per GPU-hour'], withA({ usdPerGpuHour: 1.3 })],
  [
    ['A: Accelerator h100-sxm → h200-sxm', 'A: Weights as released → fp8'],
    withA({ accelerator: 'h200-sxm', weightFormat: 'fp8' }),
  ],
  [['A: Speculative decoding off → on'], withA({ speculative })],
  [
    ['A: Range of kernel time known → 0.800–1.10 x', 'A: Range by the error of the rules off → on'],
    withA({ ranges: { ...NO_RANGES, kernelTime: { low: 0.8, high: 1.1 }, modelError: true } }),
  ],
  [['A renamed to Z', 'Z: notes'], withA({ name: 'Z', notes: 'n' })],
  [['A hidden'], withA({ hidden: true })],
  [['A: line'], withA({ colour: 'gold' })],
  [['A: Rule set standard → paper'], withA({ rules: 'paper' })],
  [['B removed'], { series: [base] }],
  [['C added'], { series: [base, b, { ...b, name: 'C', contextTokens: 9 }] }],
  [['Order of the series', 'Baseline B'], { series: [b, base] }],
  [['Order of the series'], { series: [b, base], baseline: 1 }],
  [['Baseline B'], { baseline: 1 }],
  [['Readings of the table'], { readings: { ...scenario.readings, speeds: [50] } }],
])('%j', (words, patch) => {
  expect(scenarioChanges(scenario, { ...scenario, ...patch })).toEqual(words)
})

test('what drafts is named in its parts while both draft', () => {
  const before = { ...scenario, ...withA({ speculative }) }
  const after = { ...scenario, ...withA({ speculative: { ...speculative, acceptance: 0.7 } }) }
  expect(scenarioChanges(before, after)).toEqual(['A: Acceptance 0.800 → 0.700'])
})
