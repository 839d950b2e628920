import { routedParams, sharedParams, visibleTokens, type Architecture } from '../architecture.ts'
import { linearMixerParamsPerLayer, stateFlopPerToken } from '../linear-mixer.ts'
import { peakAt } from './arithmetic.ts'
import { attentionWeightsPerRank, expandedKeyWidth } from './attention-weights.ts'
import { PREFILL_SHARE } from './constants.ts'
import type { BlockFormat } from './formats.ts'
import { hasRoutedExperts } from './routed-experts.ts'
import type { PerLoad, ReplicaPlan, StandardSetup } from './standard-setup.ts'

/** Parameters that work on a token, without vocabulary and router. */
export function prefillParams(architecture: Architecture): number {
  let params = 0
  for (const group of architecture.attention) params += group.layers * attentionWeightsPerRank(architecture, group, 1)
  for (const group of architecture.linear)
    params += group.layers * linearMixerParamsPerLayer(architecture.dModel, group)
  for (const group of architecture.feedForward)
    params +=
      (routedParams(architecture, group) * group.activeExperts) / group.experts + sharedParams(architecture, group)
  return params
}

/** Format of the weights that most of the arithmetic is done with. */
export const bulkFormat = ({ architecture, formats }: StandardSetup): BlockFormat =>
  architecture.feedForward.some(hasRoutedExperts) ? formats.routed : formats.dense

/**
 * GPU-seconds of one prompt: `(2·active·n + n²·heads·(key + value width))/(peak·0.42)`, attention summed over layers with
 * MLA expanded, window layers times `min(c, window)/c`; the feed-forward's arithmetic sets the peak.
 */
export function promptGpuSeconds(setup: StandardSetup, inputTokens: number): number {
  const { architecture, chip, contextTokens } = setup
  let flop = 2 * prefillParams(architecture) * inputTokens
  for (const group of architecture.attention) {
    const seen = contextTokens === 0 ? 1 : visibleTokens(group, contextTokens) / contextTokens
    const width = expandedKeyWidth(group) + group.dValue
    flop += group.layers * inputTokens ** 2 * group.queryHeads * width * seen
  }
  for (const group of architecture.linear) flop += group.layers * inputTokens * stateFlopPerToken(group)
  return flop / (peakAt(chip, bulkFormat(setup).arithmeticBits) * PREFILL_SHARE)
}

/** GPU-seconds of one prompt on the replica's models: a draft model works on it too. */
export const promptGpuSecondsOf = (plan: ReplicaPlan, inputTokens: number): number =>
  promptGpuSeconds(plan, inputTokens) + (plan.draft === null ? 0 : promptGpuSeconds(plan.draft, inputTokens))

/**
 * `t_pre·(B-1)/outputTokens` for each token kept: while a sequence decodes its tokens, each of the others is replaced once on
 * average, and its prompt holds the pass up (standard rules, "prefill").
 */
export const prefillSeconds: PerLoad = (plan) => {
  if (plan.prefill?.mode !== 'colocated') return () => 0
  const { inputTokens, outputTokens } = plan.prefill
  const perOther = (promptGpuSecondsOf(plan, inputTokens) / plan.gpus / outputTokens) * plan.keptTokens
  return ({ batch }) => perOther * (batch - 1)
}
