import type { QuestionId, QuestionInputs } from '../../../shared/questions/question-list.ts'
import type { SliderRange } from '../../ui/nudge.ts'
import { positive, within, type Problem } from '../series-editor/number-problems.ts'

type NumberKey<Inputs> = { [K in keyof Inputs]: Inputs[K] extends number ? K : never }[keyof Inputs] & string

/** A number that a question asks for. */
export interface QuestionNumber<Id extends QuestionId> {
  readonly key: NumberKey<QuestionInputs<Id>>
  readonly label: string
  readonly unit: string
  readonly slider: SliderRange
  readonly problem: (inputs: QuestionInputs<Id>) => Problem
}

const above0 = (): Problem => positive('a number above 0')
const fromZero = (): Problem => within(0, Infinity, 'a number from 0', false)

const SPEED = {
  key: 'tokensPerSecond',
  label: 'Speed for each user',
  unit: 'tokens/s, at least',
  slider: { least: 5, most: 500 },
  problem: above0,
} as const

const API_PRICE = [
  {
    key: 'usdPerMillionOutput',
    label: 'API price, output',
    unit: 'USD per million tokens',
    slider: { least: 0.05, most: 50 },
    problem: above0,
  },
  {
    key: 'usdPerMillionInput',
    label: 'API price, input',
    unit: 'USD per million tokens',
    slider: { least: 0.01, most: 20 },
    problem: fromZero,
  },
] as const

const margin = (end: 'From' | 'To'): QuestionNumber<'model-size'> => ({
  key: `margin${end}Percent`,
  label: end === 'From' ? 'Margin, least' : 'Margin, greatest',
  unit: '% of the price',
  slider: { least: 0, most: 95 },
  problem:
    ({ marginFromPercent, marginToPercent }) =>
    (value) => {
      if (value === null || !(value >= 0 && value < 100)) return 'a number from 0 to below 100'
      if (end === 'From') return value <= marginToPercent ? null : 'at most the greatest margin'
      return value >= marginFromPercent ? null : 'at least the least margin'
    },
})

/** The numbers of each question, in the order they are asked for. */
export const QUESTION_NUMBERS: { readonly [Id in QuestionId]: readonly QuestionNumber<Id>[] } = {
  'least-gpus': [
    {
      key: 'loadTokensPerSecond',
      label: 'Load',
      unit: 'tokens/s, all users',
      slider: { least: 100, most: 1e6 },
      problem: above0,
    },
    SPEED,
  ],
  'break-even-price': [SPEED],
  'cheapest-accelerator': [SPEED],
  'model-size': [SPEED, ...API_PRICE, margin('From'), margin('To')],
  'memory-bandwidth': [
    SPEED,
    {
      key: 'usdPerMillionTokens',
      label: 'Cost',
      unit: 'USD per million tokens, at most',
      slider: { least: 0.02, most: 50 },
      problem: above0,
    },
  ],
  'own-rent-api': [
    SPEED,
    {
      key: 'utilisationPercent',
      label: 'Utilisation',
      unit: '% of all hours',
      slider: { least: 1, most: 100 },
      problem: () => (value) => (value !== null && value > 0 && value <= 100 ? null : 'above 0, and at most 100'),
    },
    ...API_PRICE,
  ],
}
