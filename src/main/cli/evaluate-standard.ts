import * as v from 'valibot'
import type { Catalog } from '../../shared/catalog/builtin.ts'
import { positive } from '../../shared/catalog/quantity.ts'
import { layoutProblem } from '../../shared/model/standard/layout-problem.ts'
import { Replica } from '../../shared/model/standard/replica.ts'
import { STANDARD_TERMS, type StandardTermId } from '../../shared/model/standard/standard-pass.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { seriesSchema } from '../../shared/scenario/scenario.ts'
import { standardFields } from '../../shared/scenario/standard-fields.ts'
import { standardModel, standardSpeculative } from '../../shared/scenario/standard-setup.ts'

const field = seriesSchema.entries
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
  pipeline: v.optional(degree, 1),
})

/** One setup to evaluate under the standard rules (docs/cli.md). */
export const standardPointSchema = v.strictObject({
  model: field.model,
  accelerator: field.accelerator,
  rules: v.literal('standard', '"paper" or "standard"'),
  /** Follows from the layout: what is given here is not read, and the answer says how many there are. */
  gpus: v.optional(positive),
  batch: v.pipe(positive, v.minValue(1, 'a number of sequences from 1')),
  contextTokens: field.contextTokens.wrapped,
  layout: layoutSchema,
  ...standardFields,
  tokensPerPass: v.optional(v.literal(1, '1 under the standard rules'), 1),
  pipeline: field.pipeline,
  attentionScaleDown: field.attentionScaleDown,
  weightBits: onlyNull('under the standard rules give weightFormat'),
  activationBits: onlyNull('under the standard rules give kvFormat'),
  speculative: field.speculative,
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
  /** One entry per term; they add up to the time of a pass, without drafts the latency. */
  readonly breakdown: StandardBreakdown | null
  /** Only where tokens are drafted: latency = (pass + drafts x draft pass) / expectedTokens. */
  readonly speculative?: {
    readonly drafts: number
    readonly expectedTokens: number
    readonly draftBreakdown: StandardBreakdown
  }
}

const impossible = (reason: string): StandardEvaluation => ({
  latencySeconds: null,
  reason,
  layout: null,
  gpus: null,
  breakdown: null,
})

const breakdownOf = (terms: Float64Array): StandardBreakdown =>
  Object.fromEntries(STANDARD_TERMS.map(({ id }, place) => [`${id}Seconds`, terms[place]!])) as StandardBreakdown

/** The faster of decoding plainly and with the point's draft model, where it has one. @throws InputError with the path of what is wrong */
export function evaluateStandard(point: StandardPoint, catalog: Catalog, path: string): StandardEvaluation {
  const setup = standardModel(point, catalog, path)
  const { layout, batch } = point
  const speculative = standardSpeculative(point, catalog, `${path}.speculative`)
  if (speculative !== null && layout.pipeline > 1)
    throw new InputError(`${path}.speculative`, `needs a layout of one stage; this has ${layout.pipeline}`)
  const reason = layoutProblem(setup, layout, batch)
  if (reason !== null) return impossible(reason)
  const plain = new Replica(setup, layout, null)
  const drafting = speculative === null ? null : new Replica(setup, layout, speculative)
  const drafts = drafting !== null && drafting.mostSequences(setup.chip.usableHbmBytes) >= batch ? drafting : null
  const faster = drafts !== null && drafts.tokenSeconds(batch) < plain.tokenSeconds(batch) ? drafts : plain
  return {
    latencySeconds: faster.tokenSeconds(batch),
    reason: null,
    layout,
    gpus: faster.plan.gpus,
    breakdown: breakdownOf(faster.terms),
    ...(faster === plain
      ? {}
      : {
          speculative: {
            drafts: faster.drafts,
            expectedTokens: faster.keptTokens,
            draftBreakdown: breakdownOf(faster.draftTerms),
          },
        }),
  }
}
