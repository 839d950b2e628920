import { expect, it } from 'vitest'
import { seriesOf } from '../../../shared/scenario/scenario.ts'
import { typedField } from './create-document.ts'

const series = seriesOf({
  name: 'a',
  model: 'llama-3.3-70b',
  accelerator: 'h100-sxm',
  rules: 'standard',
  prefill: { mode: 'colocated', inputTokens: 1000, outputTokens: 500 },
})

it.each([
  [{ contextTokens: 5 }, 'contextTokens'],
  [{ usdPerGpuHour: 2 }, 'usdPerGpuHour'],
  [{ name: 'b' }, 'name'],
  [{ prefill: { ...series.prefill!, inputTokens: 7 } }, 'prefill.inputTokens'],
  [{ limits: { ...series.limits, maxGpus: 8 } }, 'limits.maxGpus'],
  [{ pipeline: false }, null],
  [{ model: 'llama-3.1-8b' }, null],
  [{ contextTokens: 5, usdPerGpuHour: 2 }, null],
  [{ prefill: null }, null],
  [{ prefill: { ...series.prefill!, mode: 'disaggregated' } }, null],
])('of %j the one typed field is %s', (patch, field) => {
  expect(typedField(series, patch)).toBe(field)
})
