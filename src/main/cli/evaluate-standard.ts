import * as v from 'valibot'
import { toChip } from '../../shared/catalog/accelerator-entry.ts'
import type { Catalog } from '../../shared/catalog/builtin.ts'
import { nativeFormat } from '../../shared/catalog/model-entry.ts'
import { positive } from '../../shared/catalog/quantity.ts'
import { ALL_REDUCE_ENGINES } from '../../shared/model/standard/all-reduce-constants.ts'
import { CONSTANT_SETS, STANDARD_CONSTANTS } from '../../shared/model/standard/constants.ts'
import { formatPlan, KV_FORMATS, WEIGHT_FORMATS } from '../../shared/model/standard/formats.ts'
import { layoutProblem } from '../../shared/model/standard/layout-problem.ts'
import {
  STANDARD_TERMS,
  standardLatencySeconds,
  standardPass,
  type StandardTermId,
} from '../../shared/model/standard/standard-pass.ts'
import { STANDARD_RULES, type StandardSetup } from '../../shared/model/standard/standard-setup.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { seriesSchema } from '../../shared/scenario/scenario.ts'
import { architectureOf, findEntry } from '../../shared/scenario/search-setup.ts'

const field = seriesSchema.entries
const oneOf = <const T extends readonly string[]>(names: T) =>
  v.picklist(names, names.map((name) => `"${name}"`).join(', '))
const degree = v.pipe(
  v.number('a whole number of GPUs'),
  v.integer('a whole number of GPUs'),
  v.minValue(1, 'at least 1'),
  v.maxValue(100_000, 'at most 100,000'),
)
const onlyNull = (why: string) => v.optional(v.null(`null (${why})`), null)

const layoutSchema = v.strictObject({
  tensor: degree,
  data: v.optional(degree, 1),
  expert: v.optional(degree, 1),
  pipeline: v.optional(v.literal(1, '1; the standard rules have no equation for pipeline stages yet'), 1),
})

/** One setup to evaluate under the standard rules (docs/scenario-format.md). */
export const standardPointSchema = v.strictObject({
  model: field.model,
  accelerator: field.accelerator,
  rules: v.literal('standard', '"paper" or "standard"'),
  /** Follows from the layout: what is given here is not read, and the answer says how many there are. */
  gpus: v.optional(positive),
  batch: v.pipe(positive, v.minValue(1, 'a number of sequences from 1')),
  contextTokens: field.contextTokens.wrapped,
  layout: layoutSchema,
  weightFormat: v.optional(v.nullable(oneOf(WEIGHT_FORMATS)), null),
  kvFormat: v.optional(v.nullable(oneOf(KV_FORMATS)), null),
  engine: v.optional(v.nullable(oneOf(ALL_REDUCE_ENGINES)), null),
  constants: v.optional(oneOf(CONSTANT_SETS), 'calibrated'),
  prefill: v.optional(
    v.nullable(
      v.variant(
        'mode',
        [
          v.strictObject({
            mode: v.literal('none'),
            inputTokens: v.optional(v.nullable(positive)),
            outputTokens: v.optional(v.nullable(positive)),
          }),
          v.strictObject({ mode: v.literal('colocated'), inputTokens: positive, outputTokens: positive }),
          v.strictObject({ mode: v.literal('disaggregated'), inputTokens: positive, outputTokens: positive }),
        ],
        '"none", "colocated" or "disaggregated"',
      ),
    ),
    null,
  ),
  tokensPerPass: v.optional(v.literal(1, '1 under the standard rules'), 1),
  pipeline: field.pipeline,
  attentionScaleDown: field.attentionScaleDown,
  weightBits: onlyNull('under the standard rules give weightFormat'),
  activationBits: onlyNull('under the standard rules give kvFormat'),
  speculative: onlyNull('the standard rules have no equation for speculative decoding yet'),
})

export type StandardPoint = v.InferOutput<typeof standardPointSchema>

export type StandardBreakdown = Readonly<Record<`${StandardTermId}Seconds`, number>>

export interface StandardEvaluation {
  /** Seconds per token of one user, null where the layout cannot be. */
  readonly latencySeconds: number | null
  /** Why it cannot be, in words. */
  readonly reason: string | null
  readonly layout: Required<StandardPoint['layout']> | null
  readonly gpus: number | null
  /** One entry per term; they add up to the latency. */
  readonly breakdown: StandardBreakdown | null
}

/** Looks up what a point names. @throws InputError with the path of the field */
function standardSetup(point: StandardPoint, catalog: Catalog, path: string): StandardSetup {
  const model = findEntry(catalog.models, point.model, `${path}.model`, 'model')
  const accelerator = findEntry(catalog.accelerators, point.accelerator, `${path}.accelerator`, 'accelerator')
  const chip = toChip(accelerator)
  if (chip === null)
    throw new InputError(
      `${path}.accelerator`,
      `is "${point.accelerator}", which has the paper’s constants only; the standard rules need an accelerator of the catalog, such as h100-sxm`,
    )
  if (!chip.peaks.some(({ bits }) => bits >= 16))
    throw new InputError(`${path}.accelerator`, `is "${point.accelerator}", for which no 16-bit peak is known`)
  const architecture = architectureOf(model, 'standard', `${path}.model`)
  const released = nativeFormat(model)
  const { prefill } = point
  return {
    architecture,
    chip,
    formats: formatPlan(architecture, chip, point.weightFormat ?? released, released, point.kvFormat),
    engine: point.engine ?? 'vllm',
    constants: STANDARD_CONSTANTS[point.constants],
    contextTokens: point.contextTokens,
    rules: STANDARD_RULES,
    prefill: prefill === null || prefill.mode === 'none' ? null : prefill,
  }
}

/** A decode pass of one given layout. @throws InputError with the path of what is wrong */
export function evaluateStandard(point: StandardPoint, catalog: Catalog, path: string): StandardEvaluation {
  const setup = standardSetup(point, catalog, path)
  const { layout } = point
  const reason = layoutProblem(setup, layout, point.batch)
  if (reason !== null) return { latencySeconds: null, reason, layout: null, gpus: null, breakdown: null }
  const seconds = standardPass(setup, layout, point.batch)
  return {
    latencySeconds: standardLatencySeconds(seconds),
    reason: null,
    layout,
    gpus: layout.tensor * layout.data,
    breakdown: Object.fromEntries(STANDARD_TERMS.map(({ id }) => [`${id}Seconds`, seconds[id]])) as StandardBreakdown,
  }
}
