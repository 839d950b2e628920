import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { mergeCatalogs } from '../catalog/merge-catalogs.ts'
import { seriesOf } from '../scenario/scenario.ts'
import { planSweep, type SweepPlan } from './sweep-plan.ts'
import { parseSweep } from './sweep.ts'

const whole = {
  format: 'paretoscope/sweep',
  version: 1,
  name: 'Small',
  series: { model: 'llama-3.3-70b', accelerator: 'h100-sxm', rules: 'standard' },
  over: { contextTokens: [1000, 2000] },
}

function planOf(fields: object): SweepPlan {
  const sweep = parseSweep(JSON.stringify({ ...whole, ...fields }))
  return planSweep(sweep, mergeCatalogs(BUILT_IN_CATALOG, sweep))
}

const over = (fields: object, series: object = whole.series) => ({ over: fields, series })

const combinationsOf = (plan: SweepPlan) => Array.from({ length: plan.combinations }, (_, i) => plan.valuesOf(i + 1))

describe('what is wrong is said at once, with its place', () => {
  it.each([
    [{ format: 'paretoscope/scenario' }, /^format: is not "paretoscope\/sweep"; this is not a sweep file/],
    [{ version: 2 }, /this file has version 2; this app reads versions up to 1/],
    [{ version: 'one' }, /^version: is "one"; expected 1/],
    [{ extra: 1 }, /^extra: is not a known field; remove it/],
    [{ over: [] }, /^over: is \[\]; expected an object|^over: has 0 fields/],
    [over({}), /^over: has 0 fields; expected 1 to 16/],
    [over({ contextTokens: 8 }), /^over\.contextTokens: is 8; expected an object/],
    [over({ contextTokens: [] }), /^over\.contextTokens: is \[\]; expected a list of 1 to 100000 values/],
    [over({ contextTokens: [1, 'many'] }), /^over\.contextTokens\[1\]: is "many"; expected a number of tokens/],
    [over({ contextTokens: [1, -1] }), /^over\.contextTokens\[1\]: is -1; expected a number of tokens/],
    [over({ contextTokens: [1, 2, 1] }), /^over\.contextTokens\[2\]: is the same as \[0\]; remove one of them/],
    [over({ contextTokens: { from: 1, to: 2 } }), /^over\.contextTokens\.steps: is missing; add it/],
    [
      over({ contextTokens: { from: 1, to: 2, steps: 1 } }),
      /^over\.contextTokens\.steps: is 1; expected a whole number/,
    ],
    [over({ contextTokens: { from: 1, to: 1, steps: 2 } }), /^over\.contextTokens\.to: is 1, as is "from"/],
    [over({ contextTokens: { from: 0, to: 9, steps: 3, scale: 'log' } }), /^over\.contextTokens\.from: is not above 0/],
    [
      over({ contextTokens: { from: 1, to: 9, steps: 3, scale: 'ln' } }),
      /\.scale: is "ln"; expected "linear" or "log"/,
    ],
    [over({ contextTokens: { from: -1e308, to: 1e308, steps: 3 } }), /^over\.contextTokens: is too wide a range/],
    [
      over({ 'limits.maxGpus': { from: 1, to: 2, steps: 3 } }),
      /^over\.limits\.maxGpus: is 1\.5; expected a whole number/,
    ],
    [over({ contextToken: [1] }), /^over\.contextToken: is not a known field; remove it/],
    [over({ 'limits.maxGpu': [1] }), /^over\.limits\.maxGpu: is not a known field; remove it/],
    [over({ 'contextTokens.from': [1] }), /^over\.contextTokens\.from: is \{"from":1\}; expected a number of tokens/],
    [over({ name: ['a'] }), /^over\.name: is no input of a frontier/],
    [over({ toString: [1] }), /^over\.toString: is not a known field; remove it/],
    [over({ 'limits.valueOf': [1] }), /^over\.limits\.valueOf: is not a known field; remove it/],
    [over({ 'limits.__proto__': [{}] }), /^over\.limits\.__proto__: is not a known field; remove it/],
    [over({ constructor: [1] }), /^over\.constructor: is a forbidden field name; remove it/],
    [over({ '': [1] }), /^over: has ""; expected a field of a series/],
    [over({ 'limits..maxGpus': [1] }), /^over: has "limits\.\.maxGpus"; expected a field of a series/],
    [over({ '=1+1': [1] }), /^over: has "=1\+1"; expected a field of a series/],
    [
      over({ limits: [{}], 'limits.maxGpus': [1] }),
      /^over\.limits\.maxGpus: is a part of "limits", which is swept as well/,
    ],
    [over({ model: ['llama-3.3-70b', 'llama-3.3-70'] }), /^over\.model\[1\]: is "llama-3\.3-70", which is no model/],
    [
      over({ 'speculative.draft': ['x'], 'speculative.acceptance': [1] }),
      /^over\.speculative\.draft\[0\]: is "x", which/,
    ],
    [over({ 'prefill.inputTokens': [1] }), /^series\.prefill\.mode: is missing; add it/],
    [over({ contextTokens: [1] }, {}), /^series\.model: is missing; add it/],
    [over({ contextTokens: [1] }, { ...whole.series, model: 'none' }), /^series\.model: is "none", which is no model/],
    [over({ contextTokens: [1] }, { ...whole.series, limit: {} }), /^series\.limit: is not a known field; remove it/],
    [over({ contextTokens: [1] }, { ...whole.series, pipeline: 1 }), /^series\.pipeline: is 1; expected true or false/],
    [{ speeds: [0] }, /^speeds\[0\]: is 0; expected a number above 0/],
    [{ speeds: [5, 5] }, /^speeds\[1\]: is the same as \[0\]/],
    [
      over({
        contextTokens: { from: 0, to: 1e5, steps: 1e5 },
        'limits.maxGpus': { from: 1, to: 200, steps: 200 },
      }),
      /^over: gives 20000000 combinations; expected at most 10000000/,
    ],
  ])('%j', (fields, words) => {
    expect(() => planOf(fields)).toThrow(words)
  })

  it('finds a wrong value behind any number of right ones', () => {
    const fields = {
      model: ['llama-3.3-70b'],
      contextTokens: { from: 1, to: 5e4, steps: 5e4 },
      weightFormat: ['bf16', 'fp9'],
    }
    expect(() => planOf(over(fields))).toThrow(/^over\.weightFormat\[1\]: is "fp9"; expected "bf16"/)
  })

  it.each(['[]', 'null', '"sweep"', '{'])('refuses %s', (text) => {
    expect(() => parseSweep(text)).toThrow(/is not/)
  })
})

describe('values of a range', () => {
  const values = (range: object) => planOf(over({ contextTokens: range })).axes[0]!.values
  it.each([
    [{ from: 0, to: 10, steps: 5 }, [0, 2.5, 5, 7.5, 10]],
    [{ from: 1, to: 0, steps: 2 }, [1, 0]],
    [{ from: 1000, to: 128_000, steps: 8, scale: 'log' }, [1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000]],
    [{ from: 0.1, to: 0.3, steps: 3 }, [0.1, 0.2, 0.3]],
    [{ from: 1, to: 10, steps: 4, scale: 'log', whole: true }, [1, 2, 5, 10]],
    [{ from: 1, to: 3, steps: 9, whole: true }, [1, 2, 3]],
  ])('%j', (range, expected) => {
    expect(values(range)).toEqual(expected)
  })
})

describe('combinations', () => {
  it('come in the order of the fields, the last one changing first', () => {
    const plan = planOf(over({ 'limits.maxGpus': [8, 16], contextTokens: [1, 2, 3] }))
    expect(combinationsOf(plan)).toEqual([
      [8, 1],
      [8, 2],
      [8, 3],
      [16, 1],
      [16, 2],
      [16, 3],
    ])
  })

  it('have the base series’ fields beside the swept ones, inside the same object too', () => {
    const series = { ...whole.series, limits: { minTokensPerSecond: 20 } }
    const plan = planOf(over({ 'limits.maxGpus': [8], 'prefill.mode': ['none'] }, series))
    expect(plan.seriesOf(1)).toEqual(
      seriesOf({
        ...whole.series,
        rules: 'standard',
        name: 'Small',
        limits: { minTokensPerSecond: 20, maxGpus: 8 },
        prefill: { mode: 'none' },
      }),
    )
  })

  it('may have whole objects and null as values', () => {
    const plan = planOf(over({ prefill: [null, { mode: 'colocated', inputTokens: 10, outputTokens: 5 }] }))
    expect(plan.seriesOf(1).prefill).toBeNull()
    expect(plan.seriesOf(2).prefill).toMatchObject({ mode: 'colocated', inputTokens: 10 })
  })
})

it.each(readdirSync('examples').filter((name) => name.endsWith('.sweep.json')))('examples/%s is valid', (name) => {
  const sweep = parseSweep(readFileSync(`examples/${name}`, 'utf8'))
  expect(planSweep(sweep, BUILT_IN_CATALOG).combinations).toBe(48)
})
