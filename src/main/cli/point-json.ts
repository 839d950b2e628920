import type { Layout } from '../../shared/model/layout.ts'
import type { ReplicaLayout } from '../../shared/model/standard/standard-setup.ts'
import { TERMS, type TermId } from '../../shared/model/terms.ts'
import { termColumn, termsOf, type AnyTermId } from '../../shared/search/binding.ts'
import type { FrontierPoints, PrefillColumn } from '../../shared/search/frontier-points.ts'

export type Breakdown = Record<`${TermId}Seconds`, number>

/** A paper pass's seconds by part, under the names that other programs rely on. */
export const breakdownOf = (secondsOf: (term: TermId, place: number) => number): Breakdown =>
  Object.fromEntries(TERMS.map(({ id }, place) => [`${id}Seconds`, secondsOf(id, place)])) as Breakdown

type AnyBreakdown = Partial<Record<`${AnyTermId}Seconds`, number>>

export interface PointJson {
  readonly tokensPerSecond: number
  readonly usdPerMillionTokens: number
  readonly gpus: number
  readonly batch: number
  readonly mfu: number
  readonly latencySeconds: number
  readonly layout: Layout | ReplicaLayout
  readonly breakdown: AnyBreakdown
  readonly speculative?: SpeculativeJson
  /** Only where prompts are accounted for. */
  readonly prefill?: Readonly<Record<PrefillColumn, number>>
}

export interface SpeculativeJson {
  readonly drafts: number
  readonly expectedTokens: number
  readonly draftBreakdown: AnyBreakdown
}

/** The layout of a frontier point, named as in evaluate's answers. */
function layoutAt(points: FrontierPoints, index: number): Layout | ReplicaLayout {
  if (points.rules === 'standard')
    return {
      tensor: points.tensorParallel[index]!,
      data: points.dataParallel[index]!,
      expert: points.expertParallel[index]!,
      pipeline: points.pipelineStages[index]!,
    }
  return {
    tensorSplit: points.tensorDimensions[index] === 2 ? '2D' : '1D',
    tensorParallel: points.tensorParallel[index]!,
    attentionTensorParallel: points.attentionTensorParallel[index]!,
    feedForwardTensorParallel: points.feedForwardTensorParallel[index]!,
    expertParallel: points.expertParallel[index]!,
    pipelineStages: points.pipelineStages[index]!,
    attentionScaleDown: points.attentionScaleDown[index]!,
  }
}

const breakdownAt = (points: FrontierPoints, index: number, which: 'terms' | 'draftTerms'): AnyBreakdown =>
  Object.fromEntries(termsOf(points.rules).map(({ id }) => [`${id}Seconds`, termColumn(points, id, which)[index]!]))

function prefillAt(points: FrontierPoints, index: number): PointJson['prefill'] | null {
  if (points.rules === 'paper' || points.prefill === null) return null
  return Object.fromEntries(Object.entries(points.prefill).map(([name, column]) => [name, column[index]!])) as Readonly<
    Record<PrefillColumn, number>
  >
}

/** A frontier point as `frontier --json` gives it; `speculative` and `prefill` only where the point has them. */
export function pointJson(points: FrontierPoints, index: number): PointJson {
  const drafts = points.drafts[index]!
  const prefill = prefillAt(points, index)
  return {
    tokensPerSecond: points.tokensPerSecond[index]!,
    usdPerMillionTokens: points.usdPerMillionTokens[index]!,
    gpus: points.gpus[index]!,
    batch: points.batch[index]!,
    mfu: points.mfu[index]!,
    latencySeconds: points.latencySeconds[index]!,
    layout: layoutAt(points, index),
    breakdown: breakdownAt(points, index, 'terms'),
    ...(drafts > 0
      ? {
          speculative: {
            drafts,
            expectedTokens: points.expectedTokens[index]!,
            draftBreakdown: breakdownAt(points, index, 'draftTerms'),
          },
        }
      : {}),
    ...(prefill == null ? {} : { prefill }),
  }
}
