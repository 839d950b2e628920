import { standardGap } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { isShippedSet } from '../catalog/constants-set.ts'
import { toArchitecture, unsupportedPart } from '../catalog/model-architecture.ts'
import { hasRoutedExperts } from '../model/standard/routed-experts.ts'
import type { Series } from '../scenario/scenario.ts'
import type { FrontierPoints, StandardPoints } from '../search/frontier-points.ts'
import { acceleratorQuery } from '../validation/accelerator-query.ts'
import { errorClass } from '../validation/error-class.ts'
import { layoutKind, modelKind, prefillKind, regimeName } from '../validation/regime.ts'
import { PAPER_ERROR } from '../validation/paper-error.ts'

/** How sure a point's speed is, for people. */
export interface PointError {
  /** "±10 %" or "not validated". */
  readonly short: string
  /** The share it may be off by on average; null where not known. */
  readonly share: number | null
  /** What that rests on: "dense, tensor parallel, decode-heavy, 81 measured rows". */
  readonly because: string
  /** Weak spots beside it, each a sentence without its full stop. */
  readonly notes: readonly string[]
}

const notValidated = (because: string, notes: readonly string[] = []): PointError => ({
  short: 'not validated',
  share: null,
  because,
  notes,
})

const roundPercent = (share: number): string => `±${Math.round(100 * share)} %`

/** "±10 % (dense, tensor parallel, decode-heavy, 81 measured rows)". */
export const errorInWords = ({ short, because }: PointError): string => `${short} (${because})`

/**
 * The error to expect of a point's speed: by the measured rows that are like it under the standard rules, a mean under
 * the paper's. A point with terms left out or routing of its own is no prediction that was ever compared.
 */
export function errorClassAt(points: FrontierPoints, index: number, series: Series, catalog: Catalog): PointError {
  if (points.rules === 'paper')
    return {
      short: roundPercent(PAPER_ERROR),
      share: PAPER_ERROR,
      because: 'on average, by the paper’s rules',
      notes: [],
    }
  if (series.without.length > 0) return notValidated('terms are left out')
  if (series.routingSkew !== null) return notValidated('routing has a skew of its own')
  return standardError(points, index, series, catalog)
}

function standardError(points: StandardPoints, index: number, series: Series, catalog: Catalog): PointError {
  const { constants } = series
  if (!isShippedSet(constants)) return notValidated('the constants are one’s own; the Validate view has their errors')
  const model = catalog.models[series.model]
  const accelerator = catalog.accelerators[series.accelerator]
  if (model === undefined || accelerator === undefined) return notValidated('the inputs have changed')
  if (unsupportedPart(model, 'standard') !== null || standardGap(accelerator) !== null)
    return notValidated('the inputs have changed')
  const architecture = toArchitecture(model, 'standard')
  const routedExperts = architecture.feedForward.some(hasRoutedExperts)
  const layout = {
    tensor: points.tensorParallel[index]!,
    data: points.dataParallel[index]!,
    expert: points.expertParallel[index]!,
    pipeline: points.pipelineStages[index]!,
  }
  const { prefill } = series
  const promptTokensPerToken = prefill?.mode === 'colocated' ? prefill.inputTokens / prefill.outputTokens : 0
  const found = errorClass({
    ...layout,
    constants,
    modelId: series.model,
    routedExperts,
    linearMixer: architecture.linear.length > 0,
    ...acceleratorQuery(series.accelerator, accelerator, layout.tensor),
    speculative: points.drafts[index]! > 0,
    promptTokensPerToken,
    sequencesPerRank: points.batch[index]! / layout.data,
  })
  if (!found.validated) return notValidated(found.text.replace(/^not validated: /, ''), found.notes)
  const regime = regimeName({
    modelKind: modelKind(routedExperts),
    layout: layoutKind(layout),
    prefill: prefillKind(promptTokensPerToken),
  })
  return {
    short: roundPercent(found.meanAbsoluteError),
    share: found.meanAbsoluteError,
    because: `${regime}, ${found.rows} measured rows`,
    notes: found.notes,
  }
}
