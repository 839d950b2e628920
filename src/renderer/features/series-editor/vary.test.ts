import { expect, it } from 'vitest'
import { SERIES_INPUTS } from '../../../shared/report/series-inputs.ts'
import { NEW_SERIES } from '../../../shared/scenario/scenario.ts'
import { familyOf, rangeOf, triedNumbers, variableInputs } from './vary.ts'

const input = (path: string) => SERIES_INPUTS.find((candidate) => candidate.path === path)!
const series = { ...NEW_SERIES, name: '70B' }

it('makes ranges in equal steps and in equal ratios', () => {
  expect(rangeOf(0, 100, 5, false, false)).toEqual([0, 25, 50, 75, 100])
  expect(rangeOf(100, 100_000, 4, true, true)).toEqual([100, 1000, 10_000, 100_000])
  expect(rangeOf(1, 3, 6, false, true)).toEqual([1, 2, 3])
})

it('names each series after its value and marks the one that is there', () => {
  const family = familyOf(series, input('contextTokens'), triedNumbers(input('contextTokens'), [0, 1500, 10_000]))
  expect(family.map(({ name, same }) => [name, same])).toEqual([
    ['70B, context 0', false],
    ['70B, context 1,500', true],
    ['70B, context 10K', false],
  ])
  expect(family[2]!.series?.contextTokens).toBe(10_000)
})

it('puts a value inside its group and leaves the rest of it', () => {
  const limited = { ...series, limits: { ...series.limits, minTokensPerSecond: 20 } }
  const [member] = familyOf(limited, input('limits.maxGpus'), triedNumbers(input('limits.maxGpus'), [8]))
  expect(member!.series?.limits).toEqual({ maxGpus: 8, minTokensPerSecond: 20, maxTtftSeconds: null })
  const [reserve] = familyOf(series, input('reserveBytesPerGpu'), triedNumbers(input('reserveBytesPerGpu'), [10]))
  expect([reserve!.series?.reserveBytesPerGpu, reserve!.name]).toEqual([1e10, '70B, memory kept for the engine 10'])
})

it('says why a value will not do', () => {
  const [member] = familyOf(series, input('limits.maxGpus'), triedNumbers(input('limits.maxGpus'), [2.5]))
  expect(member!.series).toBeNull()
  expect(member!.problem).toContain('a whole number of GPUs')
})

it('offers what the series reads as it is', () => {
  const paths = variableInputs(series).map(({ path }) => path)
  expect(paths).toContain('weightFormat')
  expect(paths).not.toContain('weightBits')
  expect(paths).not.toContain('prefill.inputTokens')
  expect(paths).not.toContain('speculative.acceptance')
})
