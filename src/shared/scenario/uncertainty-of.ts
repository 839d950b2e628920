import type { Catalog } from '../catalog/builtin.ts'
import { hasRoutedExperts } from '../model/standard/routed-experts.ts'
import { isShippedSet } from '../catalog/constants-set.ts'
import type { ReplicaLayout } from '../model/standard/standard-setup.ts'
import { RANGED_INPUTS } from '../search/ranges/ranged-inputs.ts'
import { sourcesOf, type ErrorShares, type Uncertainty } from '../search/ranges/uncertainty.ts'
import { acceleratorQuery } from '../validation/accelerator-query.ts'
import { errorClass } from '../validation/error-class.ts'
import { PAPER_ERROR } from '../validation/paper-error.ts'
import { REGIME_ERRORS } from '../validation/regime-errors.ts'
import { architectureOf, findEntry } from './entries.ts'
import type { Series } from './scenario.ts'

/** Mean error to expect where nothing like it was measured: that on rows of other models that were kept back (docs/model.md). */
export const UNMEASURED_ERROR = 0.15

const LAYOUTS: Readonly<Record<Exclude<keyof ErrorShares, 'unmeasured'>, ReplicaLayout>> = {
  'one GPU': { tensor: 1, data: 1, expert: 1, pipeline: 1 },
  'tensor parallel': { tensor: 2, data: 1, expert: 1, pipeline: 1 },
  'tensor and expert parallel': { tensor: 2, data: 1, expert: 2, pipeline: 1 },
  'data-parallel attention': { tensor: 1, data: 2, expert: 2, pipeline: 1 },
}

/**
 * The mean error of the rules by kind of layout, from the measured rows of its regime; at least that of a new model where the
 * model has no row of its own, terms are left out, routing has a skew, or the constants are one's own.
 */
function standardErrors(series: Series, catalog: Catalog, path: string): ErrorShares {
  const architecture = architectureOf(
    findEntry(catalog.models, series.model, `${path}.model`, 'model'),
    'standard',
    `${path}.model`,
  )
  const accelerator = findEntry(catalog.accelerators, series.accelerator, `${path}.accelerator`, 'accelerator')
  const { constants, prefill, without, routingSkew, ranges } = series
  const asMeasured =
    REGIME_ERRORS.models.includes(series.model) &&
    without.length === 0 &&
    routingSkew === null &&
    (ranges?.routingSkew ?? null) === null
  const share = (layout: ReplicaLayout): number => {
    if (!isShippedSet(constants)) return UNMEASURED_ERROR
    const found = errorClass({
      ...layout,
      constants,
      modelId: series.model,
      routedExperts: architecture.feedForward.some(hasRoutedExperts),
      linearMixer: architecture.linear.length > 0,
      ...acceleratorQuery(series.accelerator, accelerator, 1),
      speculative: false,
      promptTokensPerToken: prefill?.mode === 'colocated' ? prefill.inputTokens / prefill.outputTokens : 0,
      sequencesPerRank: 1,
    })
    if (!found.validated) return UNMEASURED_ERROR
    return asMeasured ? found.meanAbsoluteError : Math.max(found.meanAbsoluteError, UNMEASURED_ERROR)
  }
  return {
    'one GPU': share(LAYOUTS['one GPU']),
    'tensor parallel': share(LAYOUTS['tensor parallel']),
    'tensor and expert parallel': share(LAYOUTS['tensor and expert parallel']),
    'data-parallel attention': share(LAYOUTS['data-parallel attention']),
    unmeasured: UNMEASURED_ERROR,
  }
}

/** The paper's rules have one mean error for all. */
const PAPER_ERRORS: ErrorShares = {
  'one GPU': PAPER_ERROR,
  'tensor parallel': PAPER_ERROR,
  'tensor and expert parallel': PAPER_ERROR,
  'data-parallel attention': PAPER_ERROR,
  unmeasured: PAPER_ERROR,
}

const errorsOf = (series: Series, catalog: Catalog, path: string): ErrorShares =>
  series.rules === 'paper' ? PAPER_ERRORS : standardErrors(series, catalog, path)

/**
 * What of a series is uncertain; null where nothing is. An acceptance without drafts and a skew without experts are no part of it.
 * @throws InputError with the path of the field
 */
export function uncertaintyOf(series: Series, catalog: Catalog, path = 'series'): Uncertainty | null {
  const { ranges, rules, speculative } = series
  if (ranges == null) return null
  const model = findEntry(catalog.models, series.model, `${path}.model`, 'model')
  const { feedForward } = architectureOf(model, rules, `${path}.model`)
  const idle = {
    acceptance: speculative === null,
    routingSkew: !feedForward.some(hasRoutedExperts),
  }
  const uncertainty = {
    inputs: RANGED_INPUTS.flatMap(({ id }) => {
      const range = ranges[id]
      return range === null || (id in idle && idle[id as keyof typeof idle]) ? [] : [{ id, ...range }]
    }),
    errors: ranges.modelError ? errorsOf(series, catalog, path) : null,
  }
  return sourcesOf(uncertainty).length === 0 ? null : uncertainty
}
