import * as v from 'valibot'
import { plainNumber, usd } from '../../../shared/report/format.ts'
import { inputPatch, inputsOf, inputValue, type SeriesInput } from '../../../shared/report/series-inputs.ts'
import { inputErrorOf } from '../../../shared/scenario/input-error.ts'
import { seriesSchema, type Series } from '../../../shared/scenario/scenario.ts'

/** A value to be tried, and what the series with it is called. */
export interface TriedValue {
  readonly value: unknown
  readonly words: string
}

/** A series of a family, or why it cannot be. */
export interface FamilyMember {
  readonly name: string
  /** null where the value is not valid. */
  readonly series: Series | null
  readonly problem: string | null
  /** The varied series itself has this value. */
  readonly same: boolean
}

/** Inputs that are numbers, with the factor from what is typed to what is stored. */
const NUMBERS: Readonly<Record<string, { readonly factor: number; readonly whole: boolean }>> = {
  contextTokens: { factor: 1, whole: true },
  usdPerGpuHour: { factor: 1, whole: false },
  demandCapTokensPerSecond: { factor: 1, whole: false },
  'prefill.inputTokens': { factor: 1, whole: true },
  'prefill.outputTokens': { factor: 1, whole: true },
  'prefill.inputPerOutput': { factor: 1, whole: false },
  'limits.maxGpus': { factor: 1, whole: true },
  'limits.minTokensPerSecond': { factor: 1, whole: false },
  'limits.maxTtftSeconds': { factor: 1, whole: false },
  reserveBytesPerGpu: { factor: 1e9, whole: false },
  'speculative.acceptance': { factor: 1, whole: false },
  'speculative.maxDraftTokens': { factor: 1, whole: true },
  routingSkew: { factor: 1, whole: false },
}

const CHOICES = new Set([
  'accelerator',
  'model',
  'weightFormat',
  'kvFormat',
  'weightBits',
  'activationBits',
  'engine',
  'constants',
  'pipeline',
  'attentionScaleDown',
  'speculative.draft',
])

export const isNumber = ({ path }: SeriesInput): boolean => Object.hasOwn(NUMBERS, path)
export const isWhole = ({ path }: SeriesInput): boolean => NUMBERS[path]?.whole === true

/** Inputs of a series that a family can vary: those that it reads as it is. */
export const variableInputs = (series: Series): SeriesInput[] =>
  inputsOf(series).filter((input) => {
    const { path } = input
    if (!isNumber(input) && !CHOICES.has(path)) return false
    if (path.startsWith('speculative.')) return series.speculative !== null
    const prompts = series.prefill !== null && series.prefill.mode !== 'none'
    return prompts || !(path.startsWith('prefill.') || path === 'limits.maxTtftSeconds')
  })

/** `steps` numbers from one to another, in equal steps or equal ratios, to three significant figures. */
export function rangeOf(from: number, to: number, steps: number, ratio: boolean, whole: boolean): number[] {
  const count = Math.max(2, Math.round(steps))
  const values = Array.from({ length: count }, (_, i) => {
    const share = i / (count - 1)
    if (share === 0 || share === 1) return share === 0 ? from : to
    const exact = ratio ? from * (to / from) ** share : from + (to - from) * share
    const rounded = Number(exact.toPrecision(3))
    return whole ? Math.round(rounded) : rounded
  })
  return [...new Set(values)]
}

/** Numbers as typed, as values of the input: "context 10K", "price $1.30". */
export const triedNumbers = (input: SeriesInput, typed: readonly number[]): TriedValue[] =>
  typed.map((number) => ({
    value: number * (NUMBERS[input.path]?.factor ?? 1),
    words: `${input.label.toLowerCase()} ${input.path === 'usdPerGpuHour' ? usd(number) : plainNumber(number)}`,
  }))

/** The series with each of the values, named after it; the one it has already is not made again. */
export const familyOf = (series: Series, input: SeriesInput, values: readonly TriedValue[]): FamilyMember[] =>
  values.map(({ value, words }) => {
    const name = `${series.name}, ${words}`.slice(0, 200)
    const made = { ...series, ...inputPatch(series, input, value), name, colour: null, dash: null, hidden: false }
    const same = inputValue(series, input) === value
    const { success, output, issues } = v.safeParse(seriesSchema, made)
    if (success) return { name, series: output, problem: null, same }
    return { name, series: null, problem: inputErrorOf(issues).message, same }
  })
