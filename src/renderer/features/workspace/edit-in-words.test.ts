import { expect, it } from 'vitest'
import { NO_RANGES } from '../../../shared/scenario/ranges.ts'
import { NEW_SERIES } from '../../../shared/scenario/scenario.ts'
import { editInWords } from './edit-in-words.ts'

const series = { ...NEW_SERIES, name: '70B' }
const speculative = { draft: 'llama-3.1-8b', acceptance: 0.8, maxDraftTokens: 5 }

it.each([
  [{ contextTokens: 2000 }, '70B: Context 2,000 tokens'],
  [{ usdPerGpuHour: 1.3 }, '70B: Price $1.30 per GPU-hour'],
  [{ usdPerGpuHour: null }, 'Edit 70B'],
  [{ limits: { ...series.limits, maxGpus: 8 } }, '70B: Most GPUs 8 GPUs'],
  [{ rules: 'paper' }, '70B: Rule set paper'],
  [{ speculative }, '70B: Speculative decoding on'],
  [{ ranges: { ...NO_RANGES, kernelTime: { low: 0.8, high: 1.1 } } }, '70B: Range of kernel time 0.800–1.10 x'],
  [{ ranges: { ...NO_RANGES, usdPerGpuHour: { low: 2, high: 3.5 } } }, '70B: Range of price $2.00–3.50 per GPU-hour'],
  [{ ranges: { ...NO_RANGES, acceptance: { low: 0.7, high: 0.9 }, modelError: true } }, '70B: Ranges'],
  [{ name: '71B' }, 'Rename 70B to 71B'],
  [{ notes: 'as quoted' }, '70B: Notes'],
  [{ colour: 'gold' }, '70B: Colour'],
] as const)('%j is "%s"', (patch, words) => {
  expect(editInWords({ ...series, usdPerGpuHour: null }, patch)).toBe(words)
})

it('names the part of speculative decoding that changes', () => {
  const drafting = { ...series, speculative }
  expect(editInWords(drafting, { speculative: { ...speculative, acceptance: 0.7 } })).toBe('70B: Acceptance 0.700')
})
