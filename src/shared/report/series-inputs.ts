import type { RulesId } from '../model/rules.ts'
import type { Series } from '../scenario/scenario.ts'
import { MODEL_ERROR, RANGED_INPUTS } from '../search/ranges/ranged-inputs.ts'
import { amount, threeSignificant, usd, usdRange } from './format.ts'

/** One input of a series: where it is, and what it is called in the editor. */
export interface SeriesInput {
  readonly path: string
  readonly label: string
  /** The only rule set that reads it; null: both. */
  readonly rules: RulesId | null
  readonly unit: string
  /** What holds where nothing is given. */
  readonly empty: string
}

const inSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

const row = (path: string, label: string, unit = '', empty = 'none', rules: RulesId | null = null): SeriesInput => ({
  path,
  label,
  rules,
  unit,
  empty,
})
const ofPaper = (path: string, label: string, unit = '', empty = 'none') => row(path, label, unit, empty, 'paper')
const ofStandard = (path: string, label: string, unit = '', empty = 'none') => row(path, label, unit, empty, 'standard')

/** What of the inputs is not known exactly: intervals, and whether the rules' own error counts. */
export const RANGE_INPUTS: readonly SeriesInput[] = [
  ...RANGED_INPUTS.map(({ id, label, unit }) =>
    row(
      `ranges.${id}`,
      `Range of ${inSentence(label)}`,
      unit,
      'known',
      // Only the standard rules know of a skew.
      id === 'routingSkew' ? 'standard' : null,
    ),
  ),
  row(`ranges.${MODEL_ERROR.id}`, 'Range by the error of the rules', '', 'off'),
]

/** All inputs that a frontier and its band hang on, in the order of the editor. */
export const SERIES_INPUTS: readonly SeriesInput[] = [
  row('model', 'Model'),
  row('accelerator', 'Accelerator'),
  row('rules', 'Rule set'),
  row('usdPerGpuHour', 'Price', 'per GPU-hour', 'list price'),
  ofPaper('weightBits', 'Bits per weight', 'bits', 'as it is'),
  ofPaper('activationBits', 'Bits per activation and cached value', 'bits', 'as it is'),
  ofStandard('weightFormat', 'Weights', '', 'as released'),
  ofStandard('kvFormat', 'KV cache', '', 'automatic'),
  ofStandard('prefill.mode', 'Prompts', '', 'left out'),
  ofStandard('prefill.inputTokens', 'Prompt', 'tokens'),
  ofStandard('prefill.outputTokens', 'Answer', 'tokens'),
  ofStandard('prefill.inputPerOutput', 'Price mix', 'input per output token', 'as the requests are'),
  row('contextTokens', 'Context', 'tokens'),
  ofStandard('limits.maxGpus', 'Most GPUs', 'GPUs', '4 domains'),
  ofStandard('limits.minTokensPerSecond', 'Least speed', 'tokens/s'),
  ofStandard('limits.maxTtftSeconds', 'Longest time to first token', 's'),
  ofStandard('reserveBytesPerGpu', 'Memory kept for the engine', 'GB', 'as the model asks'),
  row('demandCapTokensPerSecond', 'Demand cap', 'tokens/s'),
  ofStandard('engine', 'All-reduce kernels', '', 'vllm'),
  ofPaper('pipeline', 'Pipeline parallelism'),
  ofStandard('pipeline', 'Pipeline stages'),
  ofPaper('attentionScaleDown', 'Attention scale-down'),
  row('speculative', 'Speculative decoding', '', 'off'),
  row('speculative.draft', 'Draft model'),
  row('speculative.acceptance', 'Acceptance'),
  row('speculative.maxDraftTokens', 'Drafted tokens at most', 'tokens'),
  ofStandard('constants', 'Constants'),
  ofStandard('tensorAcrossDomains', 'Tensor parallel across domains'),
  ofStandard('allReduceFit', 'All-reduce fit'),
  ofStandard('routingSkew', 'Routing skew', '', 'even'),
  ofStandard('without', 'Terms left out', '', 'none'),
  ...RANGE_INPUTS,
  ofPaper('grid.gpus', 'Steps of GPU counts'),
  ofPaper('grid.batches', 'Steps of batches'),
]

/** What a series has at the place of an input; null where it has nothing, or not even the place. */
export const inputValue = (series: Series, { path }: SeriesInput): unknown =>
  path.split('.').reduce<unknown>((at, field) => (at as Record<string, unknown> | null)?.[field], series) ?? null

/** The change of a series that puts a value at the place of an input. */
export function inputPatch(series: Series, { path }: SeriesInput, value: unknown): Partial<Series> {
  const [field, inner] = path.split('.') as [keyof Series, string?]
  return inner === undefined ? { [field]: value } : { [field]: { ...(series[field] as object | null), [inner]: value } }
}

/** An id without its family: "Llama 3 70B". */
const lastOfId = (id: string): string => id.slice(id.lastIndexOf('/') + 1).replaceAll('_', ' ')

interface Range {
  readonly low: number
  readonly high: number
}

const isRange = (value: unknown): value is Range => typeof value === 'object' && value !== null && 'low' in value

/** Ends of a range: "0.830–1.11", "$2.00–3.50". */
const rangeFigures = ({ low, high }: Range, unit: string): string =>
  unit.startsWith('USD') ? usdRange(low, high) : `${threeSignificant(low)}–${threeSignificant(high)}`

/** A value of an input in words: "2,000 tokens", "$1.30 per GPU-hour", "off". */
export function inputInWords({ path, unit, empty }: SeriesInput, value: unknown): string {
  if (value === null) return empty
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (Array.isArray(value)) return value.length === 0 ? empty : value.join(', ')
  if (isRange(value)) return `${rangeFigures(value, unit)} ${unit.replace(/^USD /, '')}`.trim()
  if (typeof value === 'object') return 'on'
  if (typeof value === 'string') return lastOfId(value)
  if (typeof value !== 'number') return empty
  if (path === 'usdPerGpuHour') return `${usd(value)} ${unit}`
  return `${amount(path === 'reserveBytesPerGpu' ? value / 1e9 : value)} ${unit}`.trim()
}

/** Inputs that are read under the rules of a series. */
export const inputsOf = ({ rules }: Series): SeriesInput[] =>
  SERIES_INPUTS.filter((input) => input.rules === null || input.rules === rules)

const known = (value: unknown): string =>
  JSON.stringify(typeof value === 'object' && value !== null && !Array.isArray(value) && !isRange(value) ? 'on' : value)

/** Inputs in which a series is not as the baseline; what only one of two rule sets reads is not compared. */
export const differingInputs = (series: Series, baseline: Series): SeriesInput[] =>
  inputsOf(series).filter(
    (input) =>
      (input.rules === null || input.rules === baseline.rules) &&
      known(inputValue(series, input)) !== known(inputValue(baseline, input)),
  )
