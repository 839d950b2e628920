import type { RulesId } from '../model/rules.ts'
import type { Scenario, Series } from '../scenario/scenario.ts'
import type { BandResult } from '../search/ranges/band.ts'
import { grouped, percent } from './format.ts'
import { RULES_IN_WORDS, rulesInUse } from './rules-in-words.ts'

const ABOUT_RULES: Readonly<Record<RulesId, string>> = {
  standard: `Rule set: standard. A replica runs on whole GPUs in a layout that exists; its batch is at most what memory holds beside weights and engine. Memory, arithmetic, kernels, collectives and host time add up. ${RULES_IN_WORDS.standard.sure}`,
  paper: `Rule set: paper (“Inference economics of language models”, arXiv 2506.04645). GPU counts and batches are real numbers, four kernels a layer, NCCL as it ships, weights and one micro-batch’s KV cache within HBM. ${RULES_IN_WORDS.paper.sure}`,
}

/** Whether the prompts of a series cost anything. */
export const countsPrompts = ({ prefill }: Series): boolean => prefill !== null && prefill.mode !== 'none'

/** What of a request is paid for: "Decode only", "Prompts and decode", or both kinds side by side. */
export function scopeInWords(series: readonly Series[]): string {
  const counting = series.filter(countsPrompts).length
  if (counting === 0) return 'Decode only'
  return counting === series.length ? 'Prompts and decode' : 'Prompts counted in some series'
}

/** What ranges stand for, where there are some: how many samples, which, and how near. */
export function aboutBands(bands: readonly (BandResult | null)[]): string[] {
  const some = bands.filter((band) => band !== null)
  const [first] = some
  if (first === undefined) return []
  const off = Math.max(...some.map(({ checked }) => checked.difference))
  return [
    `Ranges: each uncertain input is within its interval with 90 %, below and above it with 5 % each, independent of the others; a range holds 90 % of ${grouped(first.samples)} samples (Sobol points, seed ${first.seed}). Samples searched as a whole are within ${percent(off)} of it.`,
  ]
}

/** What the frontiers of some series stand under, in sentences. */
export const frontierAssumptions = (series: readonly Series[]): string[] => [
  'Each frontier is the least cost at each speed over GPU count, batch, tensor, pipeline and expert parallelism.',
  ...rulesInUse(series).map((rules) => ABOUT_RULES[rules]),
  `${scopeInWords(series)}: no idle time, no margin. Cost is GPUs x time x price.`,
]

/** What all figures of a comparison stand under, in sentences. */
export const assumptionsOf = ({ series, readings }: Scenario, baselineName: string): string[] => [
  ...frontierAssumptions(series),
  `Preferred point: the greatest speed^${readings.speedWeight}/cost. Percentages compare with ${baselineName}.`,
]
