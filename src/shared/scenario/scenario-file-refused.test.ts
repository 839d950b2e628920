import { describe, expect, it } from 'vitest'
import { complaint, scenario, series, withSeries } from '../../../test/scenario-complaint.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'

const standard = { model: 'llama-3.3-70b', accelerator: 'h100-sxm', rules: 'standard' }

const tooMany = Array.from({ length: 101 }, () => series)

const refused: readonly (readonly [what: string, file: unknown, message: string | RegExp])[] = [
  ['a list', [], 'is not a scenario; expected a JSON object'],
  ['null', null, 'is not a scenario; expected a JSON object'],
  ['no format', { version: 1 }, 'format: is not "paretoscope/scenario"; this is not a scenario file'],
  [
    'a newer version',
    { ...scenario, version: 2 },
    'this file has version 2; this app reads versions up to 1. A newer Paretoscope can open it',
  ],
  [
    'a newer version with fields not known yet',
    { ...scenario, version: 99, more: true },
    'this file has version 99; this app reads versions up to 1. A newer Paretoscope can open it',
  ],
  ['a version that is a text', { ...scenario, version: '1' }, 'version: is "1"; expected 1'],
  ['version 0', { ...scenario, version: 0 }, 'version: is 0; expected 1'],
  ['no name', { ...scenario, name: undefined }, 'name: is missing; add it'],
  ['an empty name', { ...scenario, name: '' }, 'name: is ""; expected a name of at least 1 character'],
  ['an unknown field', { ...scenario, colour: 'red' }, 'colour: is not a known field; remove it'],
  ['no series', { ...scenario, series: [] }, 'series: is []; expected at least one series'],
  ['series that are no list', { ...scenario, series: {} }, 'series: is {}; expected a list of series'],
  ['a series that is a number', { ...scenario, series: [7] }, 'series[0]: is 7; expected an object'],
  [
    '101 series',
    { ...scenario, series: tooMany },
    `series: is ${JSON.stringify(tooMany).slice(0, 57)}...; expected at most 100 series`,
  ],
  ['nothing but hidden series', withSeries({ hidden: true }), /at least one series that is not hidden$/],
  [
    'a baseline that is not there',
    { ...scenario, baseline: 1 },
    'baseline: is 1; expected the place of a series, from 0',
  ],
  [
    'a colour of its own',
    withSeries({ colour: 'red' }),
    /^series\[0\]\.colour: is "red"; expected "blue", .* or null$/,
  ],
  [
    'a speed of 0 in the table',
    { ...scenario, readings: { speeds: [0] } },
    'readings.speeds[0]: is 0; expected a number above 0',
  ],
  [
    'a range of the routing skew under the paper’s rules',
    withSeries({ ranges: { routingSkew: { low: 1, high: 3 } } }),
    'series[0].ranges.routingSkew: is {"low":1,"high":3}; only the standard rules read it: set "rules" to "standard", or leave it out',
  ],
  ...(
    [
      [{ kernelTime: { low: 2, high: 1 } }, 'kernelTime.low', 'a "low" of at most "high"'],
      [{ kernelTime: { low: 0, high: 1 } }, 'kernelTime.low', 'a number above 0'],
      [{ kernelTime: { low: 1, high: 101 } }, 'kernelTime.high', 'a factor from 0.01 to 100'],
      [{ networkLatency: { low: 1, high: 'wide' } }, 'networkLatency.high', 'a number'],
      [{ acceptance: { low: 0, high: 0.9 } }, 'acceptance.low', 'a share above 0 and below 1'],
      [{ acceptance: { low: 0.5, high: 1 } }, 'acceptance.high', 'a share above 0 and below 1'],
      [{ routingSkew: { low: 0.05, high: 3 } }, 'routingSkew.low', 'a number from 0.1 to 100'],
      [{ usdPerGpuHour: { low: -2, high: 3 } }, 'usdPerGpuHour.low', 'a number above 0'],
      [{ modelError: 1 }, 'modelError', 'true or false'],
    ] as const
  ).map(([ranges, path, expected]): readonly [string, unknown, RegExp] => [
    `a range of ${JSON.stringify(ranges)}`,
    withSeries({ ...standard, ranges }),
    new RegExp(`^series\\[0\\]\\.ranges\\.${path.replace('.', '\\.')}: is .*; expected ${expected}$`),
  ]),
  [
    'half a range',
    withSeries({ ...standard, ranges: { kernelTime: { low: 1 } } }),
    'series[0].ranges.kernelTime.high: is missing; add it',
  ],
  [
    'a range of what has none',
    withSeries({ ...standard, ranges: { context: { low: 1, high: 2 } } }),
    'series[0].ranges.context: is not a known field; remove it',
  ],
  ['an unknown field of a series', withSeries({ gpu: 'H100' }), 'series[0].gpu: is not a known field; remove it'],
  ['no model', withSeries({ model: undefined }), 'series[0].model: is missing; add it'],
  ['a model that is a number', withSeries({ model: 7 }), 'series[0].model: is 7; expected an id'],
  [
    'a model nobody knows',
    withSeries({ model: 'Llama_3_70B' }),
    'series[0].model: is "Llama_3_70B", which is no model of the catalog or the file; did you mean paper/Llama_3_8B, paper/Llama_3_8B_MQA, paper/Llama_3_8B_8_bit, paper/Llama_3_70B?',
  ],
  [
    'a model named like a part of every object',
    withSeries({ model: 'constructor' }),
    'series[0].model: is "constructor", which is no model of the catalog or the file',
  ],
  [
    'an accelerator nobody knows',
    withSeries({ accelerator: 'abacus' }),
    'series[0].accelerator: is "abacus", which is no accelerator of the catalog or the file',
  ],
  [
    'an accelerator that only the paper knows, under the standard rules',
    withSeries({ rules: 'standard' }),
    'series[0].accelerator: is "paper/H100", which has the paper’s constants only; the standard rules need an accelerator of the catalog, such as h100-sxm',
  ],
  [
    'an accelerator whose links the standard rules do not know',
    withSeries({ ...standard, accelerator: 'tpu-v5p' }),
    'series[0].accelerator: is "tpu-v5p", whose links (ICI) the standard rules have no constants for; use the paper’s rules',
  ],
  [
    'a format under the paper’s rules',
    withSeries({ weightFormat: 'fp8' }),
    'series[0].weightFormat: is "fp8"; only the standard rules read it: set "rules" to "standard", or leave it out',
  ],
  [
    'limits under the paper’s rules',
    withSeries({ limits: { maxGpus: 8 } }),
    'series[0].limits: is {"maxGpus":8,"minTokensPerSecond":null,"maxTtftSeconds":null}; only the standard rules read it: set "rules" to "standard", or leave it out',
  ],
  [
    'bits under the standard rules',
    withSeries({ ...standard, weightBits: 8 }),
    'series[0].weightBits: is 8; under the standard rules give weightFormat',
  ],
  [
    'a limit on the first token without prompts',
    withSeries({ ...standard, limits: { maxTtftSeconds: 1 } }),
    'series[0].limits.maxTtftSeconds: is 1, but no prompts are accounted for; set prefill to "colocated" or "disaggregated"',
  ],
  [
    'a pass without anything that takes time',
    withSeries({ ...standard, without: ['host', 'kernels', 'arithmetic', 'memory'] }),
    'series[0].without: leaves out all that a pass on one GPU takes; leave in one of memory, arithmetic, kernels, host',
  ],
  [
    'part of a GPU as a limit',
    withSeries({ ...standard, limits: { maxGpus: 2.5 } }),
    'series[0].limits.maxGpus: is 2.5; expected a whole number of GPUs from 1 to 4096',
  ],
  [
    'prompts without a length',
    withSeries({ ...standard, prefill: { mode: 'colocated', outputTokens: 100 } }),
    'series[0].prefill.inputTokens: is missing; add it',
  ],
  [
    'rules of a later version',
    withSeries({ rules: 'future' }),
    'series[0].rules: is "future"; expected "paper" or "standard"',
  ],
  [
    'a context below 0',
    withSeries({ contextTokens: -1 }),
    'series[0].contextTokens: is -1; expected a number of tokens from 0 to 100 million',
  ],
  [
    'a context that is a text',
    withSeries({ contextTokens: '1K' }),
    'series[0].contextTokens: is "1K"; expected a number of tokens from 0 to 100 million',
  ],
  [
    'pipelining that is neither',
    withSeries({ pipeline: 'yes' }),
    'series[0].pipeline: is "yes"; expected true or false',
  ],
  ['no bits at all', withSeries({ weightBits: 0 }), 'series[0].weightBits: is 0; expected at least 1 bit'],
  [
    'bits that are a text',
    withSeries({ weightBits: 'fp8' }),
    'series[0].weightBits: is "fp8"; expected a number of bits from 1 to 32, or null',
  ],
  [
    'weights wider than the chip computes',
    withSeries({ weightBits: 32 }),
    'series[0].weightBits: H100 has no arithmetic rate for 32-bit weights; it has 4, 8, 16 bits',
  ],
  ['a price of 0', withSeries({ usdPerGpuHour: 0 }), 'series[0].usdPerGpuHour: is 0; expected a number above 0'],
  [
    'a demand cap below 0',
    withSeries({ demandCapTokensPerSecond: -5 }),
    'series[0].demandCapTokensPerSecond: is -5; expected a number above 0',
  ],
  [
    'a grid of one step',
    withSeries({ grid: { gpus: 1 } }),
    'series[0].grid.gpus: is 1; expected a whole number from 2 to 2000',
  ],
  [
    'a grid of half a step',
    withSeries({ grid: { batches: 2.5 } }),
    'series[0].grid.batches: is 2.5; expected a whole number from 2 to 2000',
  ],
  [
    'a grid that would take for ever',
    withSeries({ grid: { gpus: 1e9 } }),
    'series[0].grid.gpus: is 1000000000; expected a whole number from 2 to 2000',
  ],
  [
    'drafts without acceptance',
    withSeries({ speculative: { draft: 'paper/Llama_3_8B' } }),
    'series[0].speculative.acceptance: is missing; add it',
  ],
  [
    'an acceptance above 1',
    withSeries({ speculative: { draft: 'paper/Llama_3_8B', acceptance: 80 } }),
    'series[0].speculative.acceptance: is 80; expected a share from 0 to 1',
  ],
  [
    'a draft nobody knows',
    withSeries({ speculative: { draft: 'tiny', acceptance: 0.8 } }),
    'series[0].speculative.draft: is "tiny", which is no model of the catalog or the file',
  ],
  [
    'an entry without fields',
    { ...scenario, models: { mine: { groupSize: 1 } } },
    'models.mine.label: is missing; add it',
  ],
  [
    'an entry with a wrong type',
    { ...scenario, accelerators: { mine: { ...BUILT_IN_CATALOG.accelerators['paper/H100'], nodeSize: 'eight' } } },
    'accelerators.mine.nodeSize: is "eight"; expected a whole number',
  ],
  [
    'a flag that is a number',
    { ...scenario, models: { mine: { ...BUILT_IN_CATALOG.models['llama-3-70b'], ffBias: 1 } } },
    'models.mine.ffBias: is 1; expected boolean',
  ],
  ['a table of entries that is a text', { ...scenario, models: 'mine' }, 'models: is "mine"; expected an object'],
  [
    'an entry with a field too many',
    { ...scenario, accelerators: { mine: { ...BUILT_IN_CATALOG.accelerators['paper/H100'], speed: 1 } } },
    'accelerators.mine.speed: is not a known field; remove it',
  ],
]

describe('is refused, with the path of what is wrong', () => {
  it.each(refused)('%s', (_, file, message) => {
    expect(complaint(JSON.stringify(file))).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    )
  })

  it('a broken JSON text', () => {
    expect(complaint('{ "format": ')).toMatch(/^is not valid JSON \(/)
    expect(complaint('')).toMatch(/^is not valid JSON \(/)
  })

  it('numbers that JSON has but arithmetic cannot use', () => {
    expect(complaint(JSON.stringify(scenario).replace('"version":1', '"version":1e999'))).toMatch(/version/)
    const huge = JSON.stringify(withSeries({ usdPerGpuHour: 7 })).replace('"usdPerGpuHour":7', '"usdPerGpuHour":1e999')
    expect(complaint(huge)).toBe('series[0].usdPerGpuHour: is Infinity; expected a finite number')
  })
})
