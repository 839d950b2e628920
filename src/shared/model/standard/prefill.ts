import { routedParams, sharedParams, visibleTokens, type Architecture } from '../architecture.ts'
import { peakAt } from './arithmetic.ts'
import { attentionWeightsPerRank, expandedKeyWidth } from './attention-weights.ts'
import { PREFILL_SHARE } from './constants.ts'
import { hasRoutedExperts } from './routed-experts.ts'
import type { DecodePass } from './standard-setup.ts'

/** Parameters that work on a token, without vocabulary and router. */
export function prefillParams(architecture: Architecture): number {
  let params = 0
  for (const group of architecture.attention) params += group.layers * attentionWeightsPerRank(architecture, group, 1)
  for (const group of architecture.feedForward)
    params +=
      (routedParams(architecture, group) * group.activeExperts) / group.experts + sharedParams(architecture, group)
  return params
}

/**
 * Seconds one prompt takes: `(2·active·n + n²·heads·(key + value width))/(G·peak·0.42)`, attention summed over layers with
 * MLA expanded, window layers times `min(c, window)/c`; the feed-forward's arithmetic sets the peak.
 */
export function promptSeconds(pass: DecodePass, inputTokens: number): number {
  const { architecture, chip, contextTokens, formats, gpus } = pass
  let flop = 2 * prefillParams(architecture) * inputTokens
  for (const group of architecture.attention) {
    const seen = contextTokens === 0 ? 1 : visibleTokens(group, contextTokens) / contextTokens
    const width = expandedKeyWidth(group) + group.dValue
    flop += group.layers * inputTokens ** 2 * group.queryHeads * width * seen
  }
  const bulk = architecture.feedForward.some(hasRoutedExperts) ? formats.routed : formats.dense
  return flop / (gpus * peakAt(chip, bulk.arithmeticBits) * PREFILL_SHARE)
}

/**
 * `t_pre·(B-1)/outputTokens`: while a sequence decodes its tokens, each of the others is replaced once on average, and its
 * prompt holds the pass up (standard rules, "prefill").
 */
export function prefillSeconds(pass: DecodePass): number {
  if (pass.prefill === null) return 0
  const { inputTokens, outputTokens } = pass.prefill
  return (promptSeconds(pass, inputTokens) * (pass.batch - 1)) / outputTokens
}
