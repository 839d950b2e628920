import { acceleratorName } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { noteOfPrice } from '../catalog/known-prices.ts'
import { modelName, nativeBits } from '../catalog/model-entry.ts'
import type { AllReduceEngine } from '../model/standard/all-reduce-constants.ts'
import { STANDARD_TERMS } from '../model/standard/standard-pass.ts'
import type { Series } from '../scenario/scenario.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import { constantsInWords } from './constants-in-words.ts'
import { cacheInWords, weightsInWords } from './format-support.ts'
import { amount, gigabytes, grouped, listed, threeSignificant, usd } from './format.ts'
import { inputInWords, inputValue, RANGE_INPUTS } from './series-inputs.ts'
import { inputPerOutputInWords, type Fact } from './point-facts.ts'

export const ENGINE_NAMES: Readonly<Record<AllReduceEngine, string>> = {
  vllm: 'vLLM',
  sglang: 'SGLang',
  trtllm: 'TensorRT-LLM',
  nccl: 'NCCL',
}

const onOff = (on: boolean): string => (on ? 'on' : 'off')

const bits = (chosen: number | null, native: number): string =>
  chosen === null ? `${native} bits, as the entry has it` : `${chosen} bits`

export function promptsInWords(series: Series): string {
  const { prefill } = series
  if (prefill === null || prefill.mode === 'none') return 'left out of account'
  const where = prefill.mode === 'colocated' ? 'on the same GPUs' : 'on GPUs of their own'
  return `${amount(prefill.inputTokens)} tokens in, ${amount(prefill.outputTokens)} out, ${where}; ${inputPerOutputInWords(series)} are paid for`
}

export function limitsInWords({ limits }: Series): string {
  const { maxGpus, minTokensPerSecond, maxTtftSeconds } = limits
  return [
    maxGpus === null ? 'at most 4 scale-up domains' : `at most ${amount(maxGpus)} GPUs`,
    ...(minTokensPerSecond === null ? [] : [`at least ${threeSignificant(minTokensPerSecond)} tokens/s`]),
    ...(maxTtftSeconds === null ? [] : [`first token within ${threeSignificant(maxTtftSeconds)} s`]),
  ].join(', ')
}

/** Labels of the terms that a series leaves out. */
export const termsLeftOut = ({ without }: Series): string[] =>
  STANDARD_TERMS.filter(({ id }) => without.includes(id)).map(({ label }) => label)

/** Switches of the standard rules that are not at their defaults. */
export function changedRules(series: Series): Fact[] {
  const facts: (Fact | null)[] = [
    series.without.length === 0 ? null : ['Terms left out', listed(termsLeftOut(series))],
    series.routingSkew === null ? null : ['Routing skew', threeSignificant(series.routingSkew)],
    series.allReduceFit === 'engine' ? null : ['All-reduce fit', 'one set of constants per GPU generation'],
    series.tensorAcrossDomains ? ['Tensor parallel', 'also across scale-up domains'] : null,
  ]
  return facts.filter((fact) => fact !== null)
}

/** Inputs that are uncertain, each with its 90 %. */
function rangeFacts(series: Series): Fact[] {
  const { ranges } = series
  if (ranges == null) return []
  return RANGE_INPUTS.flatMap((input): Fact[] => {
    const value = inputValue(series, input)
    return value === null || value === false ? [] : [[input.label, inputInWords(input, value)]]
  })
}

function standardFacts(series: Series, catalog: Catalog, result: FrontierResult): Fact[] {
  return [
    ['Weights', weightsInWords(series, catalog)],
    ['KV cache', cacheInWords(series, catalog)],
    ['Prompts', promptsInWords(series)],
    ['All-reduce kernels', ENGINE_NAMES[series.engine ?? 'vllm']],
    ['Constants', constantsInWords(series.constants, catalog.constants ?? {})],
    ['Limits', limitsInWords(series)],
    ['Kept for the engine', `${gigabytes(result.reserveBytes)} per GPU`],
    ['Pipeline parallelism', onOff(series.pipeline)],
    ...changedRules(series),
    ...rangeFacts(series),
  ]
}

function paperFacts(series: Series, catalog: Catalog): Fact[] {
  const native = nativeBits(catalog.models[series.model]!)
  return [
    ['Weights', bits(series.weightBits, native.weight)],
    ['Activations and KV cache', bits(series.activationBits, native.activation)],
    ['Pipeline parallelism', onOff(series.pipeline)],
    ['Attention scale-down', onOff(series.attentionScaleDown)],
    ['Search grid', `${series.grid.gpus} GPU counts x ${series.grid.batches} batches, every layout of each`],
  ]
}

/** Every input of a series, in words. */
export function seriesFacts(series: Series, catalog: Catalog, result: FrontierResult): Fact[] {
  const accelerator = catalog.accelerators[series.accelerator]!
  const { speculative, demandCapTokensPerSecond: cap } = series
  const draft = speculative === null ? undefined : catalog.models[speculative.draft]
  return [
    ['Model', `${modelName(catalog.models[series.model]!)} (${series.model})`],
    ['Accelerator', `${acceleratorName(accelerator)} (${series.accelerator})`],
    ['Price', `${usd(result.usdPerGpuHour)} per GPU-hour (${noteOfPrice(accelerator, series.usdPerGpuHour)})`],
    ['Rule set', series.rules],
    ['Context', `${grouped(series.contextTokens)} tokens`],
    ...(series.rules === 'standard' ? standardFacts(series, catalog, result) : paperFacts(series, catalog)),
    [
      'Speculative decoding',
      speculative === null || draft === undefined
        ? 'none'
        : `${modelName(draft)} drafts up to ${speculative.maxDraftTokens} tokens, ${threeSignificant(100 * speculative.acceptance)} % accepted`,
    ],
    ['Demand cap', cap === null ? 'none' : `${grouped(cap)} tokens/s for all users together`],
  ]
}
