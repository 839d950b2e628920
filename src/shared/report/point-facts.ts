import type { Series } from '../scenario/scenario.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import { amount, duration, grouped, percent, threeSignificant, usd } from './format.ts'
import { layoutFacts } from './layout-facts.ts'

export type Fact = readonly [label: string, value: string]

/** "64 sequences of up to 397", "397 sequences, all that memory holds"; the paper's batches have no such cap. */
function batchInWords(points: FrontierPoints, index: number): string {
  const batch = points.batch[index]!
  const sequences = `${amount(batch)} ${batch === 1 ? 'sequence' : 'sequences'}`
  if (points.rules === 'paper') return sequences
  const most = points.mostSequences[index]!
  return batch === most
    ? `${sequences}, all that memory holds`
    : `${sequences} of up to ${amount(most)} that memory holds`
}

/** GPUs beside those that decode, busy with their prompts. */
const promptGpus = (points: FrontierPoints, index: number): number =>
  points.rules === 'standard' ? (points.prefill?.prefillGpus[index] ?? 0) : 0

/** "4 GPUs", "8 + 0.930 GPUs" where others work on the prompts. */
export function gpusInWords(points: FrontierPoints, index: number): string {
  const gpus = points.gpus[index]!
  const more = promptGpus(points, index)
  if (more > 0) return `${amount(gpus)} + ${threeSignificant(more)} GPUs`
  return `${amount(gpus)} ${gpus === 1 ? 'GPU' : 'GPUs'}`
}

/** The setup behind a point, in words. @param accelerator its name */
export function pointFacts(result: FrontierResult, index: number, accelerator: string): Fact[] {
  const { points, usdPerGpuHour } = result
  const gpus = points.gpus[index]!
  const prompts = points.rules === 'standard' ? points.prefill : null
  const more = promptGpus(points, index)
  const drafts = points.drafts[index]!
  const facts: (Fact | null)[] = [
    ['GPUs', `${amount(gpus)} ${accelerator}`],
    more === 0 ? null : ['GPUs for prompts', `${threeSignificant(more)} more`],
    ...layoutFacts(points, index),
    ['Batch', batchInWords(points, index)],
    drafts === 0
      ? null
      : ['Drafts per pass', `${drafts}, ${threeSignificant(points.expectedTokens[index]!)} tokens kept`],
    prompts === null ? null : ['Time to first token', duration(prompts.ttftSeconds[index]!)],
    ['Throughput', `${grouped(points.batch[index]! / points.latencySeconds[index]!)} tok/s`],
    ['Instance', `${usd((gpus + more) * usdPerGpuHour)} / h${more === 0 ? '' : ', prompts included'}`],
    ['FLOP/s used (MFU)', percent(points.mfu[index]!)],
    ['Bandwidth used (MBU)', percent(points.mbu[index]!)],
  ]
  return facts.filter((fact) => fact !== null)
}

/** Prices of a million tokens where prompts are accounted for; none elsewhere. */
export function priceFacts(points: FrontierPoints, index: number, series: Series): Fact[] {
  if (points.rules === 'paper' || points.prefill === null) return []
  const { usdPerMillionInput, usdPerMillionOutput, usdPerMillionBlended } = points.prefill
  return [
    ['Input', usd(usdPerMillionInput[index]!)],
    ['Output', usd(usdPerMillionOutput[index]!)],
    [`Blended, ${inputPerOutputInWords(series)}`, usd(usdPerMillionBlended[index]!)],
  ]
}

/** "3 input tokens per output token". */
export function inputPerOutputInWords({ prefill }: Series): string {
  const own = prefill?.inputPerOutput ?? null
  const mix = own ?? (prefill === null || prefill.mode === 'none' ? 0 : prefill.inputTokens / prefill.outputTokens)
  return `${amount(mix)} input ${mix === 1 ? 'token' : 'tokens'} per output token`
}
