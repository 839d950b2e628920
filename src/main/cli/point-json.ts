import type { Layout } from '../../shared/model/forward-pass.ts'
import { TERMS, type TermId } from '../../shared/model/terms.ts'
import type { FrontierPoints } from '../../shared/search/frontier-points.ts'

export type Breakdown = Record<`${TermId}Seconds`, number>

/** A pass's seconds by part, under the names that other programs rely on. */
export const breakdownOf = (secondsOf: (term: TermId, place: number) => number): Breakdown =>
  Object.fromEntries(TERMS.map(({ id }, place) => [`${id}Seconds`, secondsOf(id, place)])) as Breakdown

export interface PointJson {
  readonly tokensPerSecond: number
  readonly usdPerMillionTokens: number
  readonly gpus: number
  readonly batch: number
  readonly mfu: number
  readonly latencySeconds: number
  readonly layout: Layout
  readonly breakdown: Breakdown
  readonly speculative?: SpeculativeJson
}

export interface SpeculativeJson {
  readonly drafts: number
  readonly expectedTokens: number
  readonly draftBreakdown: Breakdown
}

/** The layout of a frontier point, named as in evaluate's answers. */
export const layoutAt = (points: FrontierPoints, index: number): Layout => ({
  tensorSplit: points.tensorDimensions[index] === 2 ? '2D' : '1D',
  tensorParallel: points.tensorParallel[index]!,
  attentionTensorParallel: points.attentionTensorParallel[index]!,
  feedForwardTensorParallel: points.feedForwardTensorParallel[index]!,
  expertParallel: points.expertParallel[index]!,
  pipelineStages: points.pipelineStages[index]!,
  attentionScaleDown: points.attentionScaleDown[index]!,
})

/** A frontier point as `frontier --json` gives it; `speculative` only where the point uses it. */
export function pointJson(points: FrontierPoints, index: number): PointJson {
  const drafts = points.drafts[index]!
  const speculative: SpeculativeJson = {
    drafts,
    expectedTokens: points.expectedTokens[index]!,
    draftBreakdown: breakdownOf((term) => points.draftTerms[term][index]!),
  }
  return {
    tokensPerSecond: points.tokensPerSecond[index]!,
    usdPerMillionTokens: points.usdPerMillionTokens[index]!,
    gpus: points.gpus[index]!,
    batch: points.batch[index]!,
    mfu: points.mfu[index]!,
    latencySeconds: points.latencySeconds[index]!,
    layout: layoutAt(points, index),
    breakdown: breakdownOf((term) => points.terms[term][index]!),
    ...(drafts > 0 ? { speculative } : {}),
  }
}
