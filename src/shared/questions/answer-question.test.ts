import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { QUESTION_TOOLS } from '../../../test/question-tools.ts'
import { InputError } from '../scenario/input-error.ts'
import { seriesOf, type Series } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import { parseScenario, formatScenario } from '../scenario/scenario-file.ts'
import { answerSchema, type Answer } from './answer.ts'
import { answerQuestion } from './answer-question.ts'
import { leastCost } from './deployment.ts'
import { askedSchema, QUESTION_IDS, USUAL_INPUTS, type QuestionId, type QuestionInputs } from './question-list.ts'

const answer = <Id extends QuestionId>(id: Id, inputs: Partial<QuestionInputs<Id>> = {}): Promise<Answer> =>
  answerQuestion({ id, inputs: { ...USUAL_INPUTS[id], ...inputs } }, QUESTION_TOOLS)

/** The number that the answer is, in the unit it has. */
const figure = ({ figure: found }: Answer): number => Number(found!.value.replace(/[^\d.]/g, ''))

/** A deployment under the paper's rules, small enough for a test. */
const PAPER: Series = seriesOf({
  name: 'paper',
  model: 'paper/Llama_3_70B_8_bit',
  accelerator: 'paper/H100',
  contextTokens: 1000,
  grid: { gpus: 60, batches: 60 },
})

/** The frontiers of the comparison behind an answer. */
const behind = ({ scenario }: Answer) => {
  const catalog = {
    models: { ...QUESTION_TOOLS.catalog.models, ...scenario.models },
    accelerators: { ...QUESTION_TOOLS.catalog.accelerators, ...scenario.accelerators },
  }
  return Promise.all(scenario.series.map((series) => QUESTION_TOOLS.frontier(searchSetup(series, catalog))))
}

describe.each(QUESTION_IDS)('%s', (id) => {
  it.each(['standard', 'paper'] as const)(
    'is answered by the %s rules, with a comparison that opens',
    async (rules) => {
      const inputs = { ...USUAL_INPUTS[id], ...(rules === 'paper' ? { deployment: PAPER } : {}) }
      const parsed = v.parse(askedSchema, { id, inputs })
      const found = await answerQuestion(parsed, QUESTION_TOOLS)
      expect(v.parse(answerSchema, found)).toEqual(found)
      expect(found.sentence).toMatch(/^[A-Z0-9$].*\.$/)
      expect(found.sentence + found.assumptions.join()).not.toMatch(/NaN|undefined|Infinity|null/)
      if (rules === 'standard' || id !== 'cheapest-accelerator') expect(found.figure).not.toBeNull()
      expect(parseScenario(formatScenario(found.scenario))).toEqual(found.scenario)
      for (const result of await behind(found)) expect(result.points.gpus.length).toBeGreaterThan(0)
    },
  )

  it('says why where no setup is fast enough', async () => {
    const found = await answerQuestion(
      v.parse(askedSchema, { id, inputs: { ...USUAL_INPUTS[id], tokensPerSecond: 1e5 } }),
      QUESTION_TOOLS,
    )
    expect(found.figure).toBeNull()
    expect(found.sentence).toMatch(/reach/)
    expect(v.is(answerSchema, found)).toBe(true)
  })
})

describe('least GPUs', () => {
  it('never rise as users ask for less speed, nor fall as the load grows', async () => {
    const at = async (tokensPerSecond: number, loadTokensPerSecond: number) =>
      figure(await answer('least-gpus', { tokensPerSecond, loadTokensPerSecond }))
    const bySpeed = await Promise.all([10, 25, 50, 75, 100].map((speed) => at(speed, 20_000)))
    expect(bySpeed).toEqual(bySpeed.toSorted((a, b) => a - b))
    const byLoad = await Promise.all([10, 1000, 5000, 50_000, 1e6].map((load) => at(50, load)))
    expect(byLoad).toEqual(byLoad.toSorted((a, b) => a - b))
  })

  it('are no fewer than the load times the GPU time of a token', async () => {
    const { chart } = await answer('least-gpus')
    const [alike, mixed, divided] = chart!.lines
    for (const [i, gpus] of alike!.y.entries()) {
      expect(gpus).toBeGreaterThanOrEqual(mixed!.y[i]!)
      expect(mixed!.y[i]!).toBeGreaterThanOrEqual(divided!.y[i]! * (1 - 0.005))
    }
  })

  it('count GPUs for prompts where these have their own', async () => {
    const { deployment } = USUAL_INPUTS['least-gpus']
    const { sentence, table } = await answer('least-gpus', {
      deployment: {
        ...deployment,
        prefill: { mode: 'disaggregated', inputTokens: 2000, outputTokens: 500, inputPerOutput: null },
      },
    })
    const [prompts] = /and (\d+) GPUs for prompts/.exec(sentence)!.slice(1).map(Number)
    const [, replicaGpus, replicas, all] = table!.rows[0] as [string, number, number, number]
    expect(all).toBe(replicaGpus * replicas + prompts!)
  })
})

describe('a break-even price', () => {
  it.each([
    ['b200-sxm', 50],
    ['mi300x', 20],
    ['gb200-nvl72', 110],
  ])('of %s makes costs equal at %d tokens/s, once that price is set', async (other, tokensPerSecond) => {
    const found = await answer('break-even-price', { other, tokensPerSecond })
    const row = found.table!.rows.find(([speed]) => speed === tokensPerSecond)!
    const price = row[4] as number
    const { deployment } = USUAL_INPUTS['break-even-price']
    const cost = async (series: Series) =>
      leastCost(await QUESTION_TOOLS.frontier(searchSetup(series, QUESTION_TOOLS.catalog)), tokensPerSecond)!
    const own = await cost(deployment)
    expect((await cost({ ...deployment, accelerator: other, usdPerGpuHour: price })) / own).toBeCloseTo(1, 9)
    const [a, b] = await behind(found)
    expect(leastCost(b!, tokensPerSecond)! / leastCost(a!, tokensPerSecond)!).toBeCloseTo(1, 3)
  })

  it('is found for an accelerator that the catalog has no price of', async () => {
    const found = await answer('break-even-price', { other: 'mi250x', tokensPerSecond: 20 })
    expect(found.figure).not.toBeNull()
    expect(found.facts).toContainEqual(['List price of MI250X', 'none in the catalog'])
  })
})

it('a price of one’s own is told as that, not as the catalog’s', async () => {
  const deployment = { ...USUAL_INPUTS['break-even-price'].deployment, usdPerGpuHour: 1.11 }
  const { facts } = await answer('break-even-price', { deployment })
  expect(facts.find(([, said]) => said.startsWith('$1.11'))![1]).not.toMatch(/rental|contract|\d{4}/)
})

it('the same accelerator on both sides breaks even at its own price', async () => {
  const { deployment } = USUAL_INPUTS['break-even-price']
  const { sentence } = await answer('break-even-price', { other: deployment.accelerator })
  expect(sentence).toContain('it costs the same')
})

it.each(['least-gpus', 'break-even-price', 'cheapest-accelerator', 'own-rent-api'] as const)(
  '%s ends with one stop where nothing fits',
  async (id) => {
    const deployment = {
      ...USUAL_INPUTS[id].deployment,
      limits: { maxGpus: 1, minTokensPerSecond: null, maxTtftSeconds: null },
      weightFormat: 'bf16' as const,
      model: 'llama-3.1-405b',
    }
    const { sentence, assumptions, facts } = await answer(id, { deployment })
    for (const said of [sentence, ...assumptions]) expect(said).not.toMatch(/\.\.|\.,/)
    expect([sentence, ...facts.flat(), ...assumptions].join(' ')).toMatch(/GPU/)
  },
)

it('the cheapest accelerator is the cheapest of the comparison behind it, and who is left out is told why', async () => {
  const { deployment } = USUAL_INPUTS['cheapest-accelerator']
  const found = await answer('cheapest-accelerator', {
    deployment: { ...deployment, model: 'qwen2.5-32b', limits: { ...deployment.limits, maxGpus: 1 } },
    accelerators: ['h100-sxm', 'h200-sxm', 'mi300x', 'tpu-v5e', 'mi250x', 'rtx-4090'],
    prices: 'list',
  })
  const costs = (await behind(found)).map((result) => leastCost(result, 50) ?? Infinity)
  expect(found.figure!.value).toBe(found.scenario.series[costs.indexOf(Math.min(...costs))]!.name)
  expect(found.scenario.series).toHaveLength(3)
  const why = Object.fromEntries(found.facts.filter(([label]) => label.startsWith('Left out')))
  expect(why['Left out: MI250X']).toContain('no list price')
  expect(why['Left out: TPU v5e']).toContain('links')
  expect(why['Left out: GeForce RTX 4090']).toContain('GB')
})

describe('a model size', () => {
  it('grows with the price and falls with the margin', async () => {
    const largest = async (usdPerMillionOutput: number, marginFromPercent: number) => {
      const { scenario } = await answer('model-size', { usdPerMillionOutput, marginFromPercent, marginToPercent: 90 })
      return Number.parseFloat(scenario.series.at(-1)!.name)
    }
    const byPrice = await Promise.all([0.2, 0.5, 1, 2].map((price) => largest(price, 20)))
    expect(byPrice).toEqual(byPrice.toSorted((a, b) => a - b))
    const byMargin = await Promise.all([80, 50, 20, 0].map((margin) => largest(1, margin)))
    expect(byMargin).toEqual(byMargin.toSorted((a, b) => a - b))
  })

  it('costs what the margin leaves, and a size larger costs more', async () => {
    const found = await answer('model-size', { marginFromPercent: 30, marginToPercent: 30 })
    const revenue = 0.9 + 0.2
    const [result] = await behind(found)
    const cost = leastCost(result!, 60)!
    expect(cost).toBeLessThanOrEqual(0.7 * revenue)
    expect(cost).toBeGreaterThan(0.95 * 0.7 * revenue)
  })

  it('that both margins give is told once', async () => {
    const { facts, scenario } = await answer('model-size', { marginFromPercent: 30, marginToPercent: 30 })
    expect(new Set(facts.map(([what]) => what)).size).toBe(facts.length)
    expect(scenario.series).toHaveLength(1)
  })

  it('of a family that no rule says how to scale is refused by name', async () => {
    const deployment = { ...USUAL_INPUTS['model-size'].deployment, model: 'deepseek-v3' }
    await expect(answer('model-size', { deployment })).rejects.toThrow(InputError)
    await expect(answer('model-size', { deployment })).rejects.toThrow(/^deployment.model: is "deepseek-v3", .*latent/)
  })

  it('that is too dear at any size, or too cheap at all of them, is said so', async () => {
    expect((await answer('model-size', { usdPerMillionOutput: 1e-6, usdPerMillionInput: 0 })).sentence).toMatch(
      /^No size of the family .* even .* parameters cost/,
    )
    const small = { ...USUAL_INPUTS['model-size'].deployment, model: 'llama-3.2-1b' }
    const anySize = { tokensPerSecond: 0.5, usdPerMillionOutput: 1e6 }
    expect((await answer('model-size', { ...anySize, deployment: small })).sentence).toMatch(/over .*says little/)
    expect((await answer('model-size', anySize)).sentence).toMatch(/price says little.* larger/)
  })
})

describe('a memory bandwidth', () => {
  it('is enough, and a little less is not', async () => {
    const found = await answer('memory-bandwidth')
    const [, needed] = found.scenario.series
    const result = (await behind(found))[1]!
    expect(leastCost(result, 100)!).toBeLessThanOrEqual(2)
    const entry = found.scenario.accelerators[needed!.accelerator]!
    const less = { ...entry, hbmBandwidthBytesPerSecond: 0.99 * entry.hbmBandwidthBytesPerSecond }
    const catalog = { ...QUESTION_TOOLS.catalog, accelerators: { [needed!.accelerator]: less } }
    expect(leastCost(await QUESTION_TOOLS.frontier(searchSetup(needed!, catalog)), 100)!).toBeGreaterThan(2)
  })

  it('grows with the speed and as the cost falls', async () => {
    const at = async (tokensPerSecond: number, usdPerMillionTokens: number) => {
      const { scenario } = await answer('memory-bandwidth', { tokensPerSecond, usdPerMillionTokens })
      const [entry = QUESTION_TOOLS.catalog.accelerators['h100-sxm']!] = Object.values(scenario.accelerators)
      return entry.hbmBandwidthBytesPerSecond
    }
    const bySpeed = await Promise.all([60, 80, 100, 130].map((speed) => at(speed, 2)))
    expect(bySpeed).toEqual(bySpeed.toSorted((a, b) => a - b))
    const byCost = await Promise.all([8, 4, 2, 1].map((cost) => at(100, cost)))
    expect(byCost).toEqual(byCost.toSorted((a, b) => a - b))
  })

  it('that would not be enough either is not named; what binds is', async () => {
    const tooFast = await answer('memory-bandwidth', { tokensPerSecond: 5000 })
    expect(tooFast.sentence).toMatch(/^No memory bandwidth alone .*tokens\/s at most, and most of that time is \w+/)
    const tooCheap = await answer('memory-bandwidth', { usdPerMillionTokens: 1e-4 })
    expect(tooCheap.sentence).toMatch(/it costs \$.*, and most of the time is \w+/)
  })

  it('beyond those looked at is told as that', async () => {
    const { facts } = await answer('memory-bandwidth')
    const unlimited = Number(/\$([\d.]+)/.exec(facts.find(([what]) => what === 'Without limit')![1])![1])
    const found = await answer('memory-bandwidth', { usdPerMillionTokens: unlimited * 1.005 })
    expect(found.figure).toBeNull()
    expect(found.sentence).toMatch(/needs more than 64\.0 times its memory bandwidth/)
  })

  it('is less than the chip’s where that is more than enough', async () => {
    const { sentence } = await answer('memory-bandwidth', { tokensPerSecond: 20, usdPerMillionTokens: 2 })
    expect(sentence).toMatch(/less than the 3\.35 TB\/s that it has/)
  })
})

describe('own, rent or API', () => {
  const costs = ({ facts }: Answer) =>
    Object.fromEntries(facts.map(([label, value]) => [label, Number.parseFloat(value.slice(1))]))

  it('an API costs the same at every utilisation, GPUs less the more they are used', async () => {
    const [idle, busy] = [
      costs(await answer('own-rent-api', { utilisationPercent: 10 })),
      costs(await answer('own-rent-api', { utilisationPercent: 100 })),
    ]
    expect(idle['API']).toBe(busy['API'])
    expect(idle['Rented GPUs']! / busy['Rented GPUs']!).toBeCloseTo(10, 1)
    expect(idle['Own GPUs']).toBeGreaterThan(busy['Own GPUs']!)
    expect(idle['Own GPUs']! / busy['Own GPUs']!).toBeLessThan(10)
  })

  it('rent for hours in use costs what the comparison behind it says, whatever the utilisation', async () => {
    const found = await answer('own-rent-api', { rentPaid: 'in-use', utilisationPercent: 5 })
    const [rented, owned] = await behind(found)
    expect(costs(found)['Rented GPUs']! / leastCost(rented!, 80)!).toBeCloseTo(1, 2)
    expect(costs(found)['Own GPUs']! / leastCost(owned!, 80)!).toBeCloseTo(1, 2)
  })

  it('lists the offers of providers, where some are known', async () => {
    expect((await answer('own-rent-api')).table!.rows.length).toBeGreaterThan(30)
    const deployment = USUAL_INPUTS['least-gpus'].deployment
    expect((await answer('own-rent-api', { deployment, tokensPerSecond: 40 })).table).toBeNull()
  })
})

it.each([
  ['a question that is none', { id: 'why', inputs: {} }],
  ['a load of nothing', { id: 'least-gpus', inputs: { ...USUAL_INPUTS['least-gpus'], loadTokensPerSecond: 0 } }],
  [
    'no accelerators',
    { id: 'cheapest-accelerator', inputs: { ...USUAL_INPUTS['cheapest-accelerator'], accelerators: [] } },
  ],
  [
    'margins the wrong way round',
    { id: 'model-size', inputs: { ...USUAL_INPUTS['model-size'], marginFromPercent: 80 } },
  ],
  ['a margin of all', { id: 'model-size', inputs: { ...USUAL_INPUTS['model-size'], marginToPercent: 100 } }],
  ['over full use', { id: 'own-rent-api', inputs: { ...USUAL_INPUTS['own-rent-api'], utilisationPercent: 101 } }],
  ['a field of another', { id: 'least-gpus', inputs: { ...USUAL_INPUTS['least-gpus'], other: 'h100-sxm' } }],
])('%s is refused', (_, asked) => expect(v.is(askedSchema, asked)).toBe(false))
