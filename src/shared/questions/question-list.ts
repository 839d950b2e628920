import * as v from 'valibot'
import { ownedCostSchema } from '../catalog/owned-cost.ts'
import { PRICE_KINDS, type PriceKind } from '../catalog/price-kind.ts'
import { positive, zeroOrMore } from '../catalog/quantity.ts'
import { entryId, NEW_SERIES, seriesSchema, type Series } from '../scenario/scenario.ts'

export const MOST_ACCELERATORS = 40

const range = 'a number from 0 to below 100'
const percent = v.pipe(v.number(range), v.minValue(0, range), v.ltValue(100, range))
const utilisation = v.pipe(positive, v.maxValue(100, 'at most 100'))

/** What an API charges for a million tokens. Input is paid for by the prompts of a deployment, where these are counted. */
const apiPrice = { usdPerMillionOutput: positive, usdPerMillionInput: zeroOrMore }

/** Prices that accelerators are compared at: the catalog's list prices, or the newest of one kind. */
export const PRICE_CHOICES = ['list', ...PRICE_KINDS] as const satisfies readonly ('list' | PriceKind)[]
export type PriceChoice = (typeof PRICE_CHOICES)[number]

/** What each question asks for: a deployment, as a series of a comparison has it, and figures of its own. */
export const QUESTION_INPUTS = {
  'least-gpus': v.strictObject({
    deployment: seriesSchema,
    /** Of all users together, and of each. */
    loadTokensPerSecond: positive,
    tokensPerSecond: positive,
  }),
  'break-even-price': v.strictObject({
    deployment: seriesSchema,
    /** The accelerator whose price is asked for. */
    other: entryId,
    tokensPerSecond: positive,
  }),
  'cheapest-accelerator': v.strictObject({
    deployment: seriesSchema,
    accelerators: v.pipe(
      v.array(entryId, 'a list of accelerators'),
      v.minLength(1, 'at least one accelerator'),
      v.maxLength(MOST_ACCELERATORS, `at most ${MOST_ACCELERATORS} accelerators`),
    ),
    prices: v.picklist(PRICE_CHOICES, PRICE_CHOICES.map((name) => `"${name}"`).join(', ')),
    tokensPerSecond: positive,
  }),
  'model-size': v.pipe(
    v.strictObject({
      /** Its model is the one that is scaled. */
      deployment: seriesSchema,
      tokensPerSecond: positive,
      ...apiPrice,
      /** What of the price is left after GPUs are paid for, at least and at most. */
      marginFromPercent: percent,
      marginToPercent: percent,
    }),
    v.check((one) => one.marginFromPercent <= one.marginToPercent, 'a least margin up to the greatest'),
  ),
  'memory-bandwidth': v.strictObject({
    deployment: seriesSchema,
    tokensPerSecond: positive,
    usdPerMillionTokens: positive,
  }),
  'own-rent-api': v.strictObject({
    /** Its price is the rent. */
    deployment: seriesSchema,
    tokensPerSecond: positive,
    utilisationPercent: utilisation,
    rentPaid: v.picklist(['always', 'in-use'], '"always" or "in-use"'),
    owned: v.omit(ownedCostSchema, ['utilisation']),
    ...apiPrice,
  }),
} as const

export type QuestionId = keyof typeof QUESTION_INPUTS
export type QuestionInputs<Id extends QuestionId = QuestionId> = v.InferOutput<(typeof QUESTION_INPUTS)[Id]>

const asks = <Id extends QuestionId>(id: Id) => v.object({ id: v.literal(id), inputs: QUESTION_INPUTS[id] })

/** A question with what it is asked with. */
export const askedSchema = v.variant('id', [
  asks('least-gpus'),
  asks('break-even-price'),
  asks('cheapest-accelerator'),
  asks('model-size'),
  asks('memory-bandwidth'),
  asks('own-rent-api'),
])

export type AskedQuestion = v.InferOutput<typeof askedSchema>

export const QUESTION_IDS = Object.keys(QUESTION_INPUTS) as [QuestionId, ...QuestionId[]]

/** What a question asks, in words. */
export const QUESTION_TITLES: Readonly<Record<QuestionId, { readonly title: string; readonly says: string }>> = {
  'least-gpus': {
    title: 'How many GPUs does a load need?',
    says: 'The fewest whole GPUs that serve so many tokens per second in all, at a speed for each user.',
  },
  'break-even-price': {
    title: 'At what price does another accelerator break even?',
    says: 'The price per GPU-hour at which one accelerator costs as much per token as another, at every speed.',
  },
  'cheapest-accelerator': {
    title: 'Which accelerator is cheapest at which speed?',
    says: 'Accelerators that can serve a model, and the speeds at which the cheapest place changes hands.',
  },
  'model-size': {
    title: 'How large a model fits an API’s price and speed?',
    says: 'The sizes of a family of models that could be sold at a price and speed with a margin left.',
  },
  'memory-bandwidth': {
    title: 'What memory bandwidth would a chip need?',
    says: 'The least HBM bandwidth with which a chip reaches a speed at a cost, all else as it is.',
  },
  'own-rent-api': {
    title: 'Own, rent or use an API?',
    says: 'What a million tokens cost each way, by the share of all hours in which the GPUs work.',
  },
}

const DEPLOYMENT: Series = {
  ...NEW_SERIES,
  prefill: { mode: 'colocated', inputTokens: 1000, outputTokens: 1000, inputPerOutput: null },
}

const deployed = (name: string, fields: Partial<Series> = {}): Series => ({ ...DEPLOYMENT, name, ...fields })

const GPT_OSS = deployed('gpt-oss-120b, H100', { model: 'gpt-oss-120b', weightFormat: null })

/** What each question is asked with at first. */
export const USUAL_INPUTS: { readonly [Id in QuestionId]: QuestionInputs<Id> } = {
  'least-gpus': { deployment: DEPLOYMENT, loadTokensPerSecond: 10_000, tokensPerSecond: 40 },
  'break-even-price': { deployment: DEPLOYMENT, other: 'b200-sxm', tokensPerSecond: 50 },
  'cheapest-accelerator': {
    deployment: DEPLOYMENT,
    accelerators: [
      'a100-sxm-80gb',
      'h100-sxm',
      'h200-sxm',
      'b200-sxm',
      'gb200-nvl72',
      'gb300-nvl72',
      'mi300x',
      'mi325x',
      'mi355x',
    ],
    prices: 'reserved',
    tokensPerSecond: 50,
  },
  'model-size': {
    deployment: { ...DEPLOYMENT, usdPerGpuHour: 1.3 },
    tokensPerSecond: 60,
    usdPerMillionOutput: 0.9,
    usdPerMillionInput: 0.2,
    marginFromPercent: 20,
    marginToPercent: 60,
  },
  'memory-bandwidth': { deployment: DEPLOYMENT, tokensPerSecond: 100, usdPerMillionTokens: 2 },
  'own-rent-api': {
    deployment: GPT_OSS,
    tokensPerSecond: 80,
    utilisationPercent: 30,
    rentPaid: 'always',
    owned: {
      purchaseUsd: 33_000,
      amortisationYears: 4,
      watts: 1300,
      pue: 1.3,
      usdPerKWh: 0.1,
      otherUsdPerYear: 1500,
    },
    usdPerMillionOutput: 0.6,
    usdPerMillionInput: 0.15,
  },
}
