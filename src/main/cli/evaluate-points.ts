import * as v from 'valibot'
import { BUILT_IN_CATALOG, type Catalog } from '../../shared/catalog/builtin.ts'
import { Decode, infeasibleReason, type DecodeSetup } from '../../shared/model/decode.ts'
import { ForwardPass } from '../../shared/model/forward-pass.ts'
import type { Layout } from '../../shared/model/layout.ts'
import { InputError, parseInput } from '../../shared/scenario/input-error.ts'
import { seriesSchema } from '../../shared/scenario/scenario.ts'
import { decodeSetup } from '../../shared/scenario/search-setup.ts'
import { positive, wholeBetween } from '../../shared/catalog/quantity.ts'
import { evaluateStandard, standardPointSchema, type StandardEvaluation } from './evaluate-standard.ts'
import { breakdownOf, type Breakdown, type SpeculativeJson } from './point-json.ts'

const MOST_POINTS = 100_000
const field = seriesSchema.entries

/** One setup to evaluate under the paper's rules; the first six fields are required (docs/cli.md). */
const pointSchema = v.strictObject({
  model: field.model,
  accelerator: field.accelerator,
  rules: v.literal('paper', '"paper" or "standard"'),
  gpus: positive,
  batch: positive,
  contextTokens: field.contextTokens.wrapped,
  tokensPerPass: v.optional(wholeBetween(1, 1000), 1),
  pipeline: field.pipeline,
  attentionScaleDown: field.attentionScaleDown,
  weightBits: field.weightBits,
  activationBits: field.activationBits,
  speculative: field.speculative,
})

/** Told apart by the rule set, so that an error names the field at fault. */
const anyPointSchema = v.lazy((input) => (asksForStandard(input) ? standardPointSchema : pointSchema))

const asksForStandard = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'rules' in input && input.rules === 'standard'

const pointsSchema = v.strictObject({
  points: v.pipe(
    v.array(anyPointSchema, 'a list of points'),
    v.maxLength(MOST_POINTS, `at most ${MOST_POINTS.toLocaleString('en-US')} points`),
  ),
})

export type EvaluationPoint = v.InferOutput<typeof pointSchema>

export interface Evaluation {
  /** Seconds per token of one user, null where nothing fits. */
  readonly latencySeconds: number | null
  /** Why nothing fits, in words. */
  readonly reason: string | null
  readonly layout: Layout | null
  readonly breakdown: Breakdown | null
  readonly speculative?: SpeculativeJson
}

/** Evaluates parsed JSON of the form `{ "points": [...] }`. @throws InputError with the path of what is wrong */
export function evaluatePoints(
  json: unknown,
  catalog: Catalog = BUILT_IN_CATALOG,
): (Evaluation | StandardEvaluation)[] {
  const { points } = parseInput(pointsSchema, json)
  return points.map((point, i) =>
    point.rules === 'standard'
      ? evaluateStandard(point, catalog, `points[${i}]`)
      : evaluatePoint(point, catalog, `points[${i}]`),
  )
}

function evaluatePoint(point: EvaluationPoint, catalog: Catalog, path: string): Evaluation {
  const setup = decodeSetup(point, catalog, path)
  if (point.tokensPerPass === 1) return evaluateDecode(setup, point)
  if (point.speculative !== null)
    throw new InputError(
      `${path}.tokensPerPass`,
      `is ${point.tokensPerPass}; expected 1 where speculative decoding chooses the drafts`,
    )
  return evaluatePass(new ForwardPass({ ...setup, tokensPerPass: point.tokensPerPass }), point)
}

function evaluateDecode(setup: DecodeSetup, { gpus, batch }: EvaluationPoint): Evaluation {
  const decode = new Decode(setup)
  const latencySeconds = decode.latencySeconds(gpus, batch)
  if (latencySeconds === Infinity) return infeasible(decode.plain, gpus, batch)
  const { terms, speculative } = decode
  return {
    latencySeconds,
    reason: null,
    layout: decode.layout(gpus, batch),
    breakdown: breakdownOf((_, place) => terms[place]!),
    ...(speculative === null
      ? {}
      : {
          speculative: {
            drafts: speculative.drafts,
            expectedTokens: speculative.expectedTokens,
            draftBreakdown: breakdownOf((_, place) => speculative.draftTerms[place]!),
          },
        }),
  }
}

function evaluatePass(pass: ForwardPass, { gpus, batch }: EvaluationPoint): Evaluation {
  const latencySeconds = pass.latencySeconds(gpus, batch)
  if (latencySeconds === Infinity) return infeasible(pass, gpus, batch)
  return {
    latencySeconds,
    reason: null,
    layout: pass.layout(gpus, batch),
    breakdown: breakdownOf((_, place) => pass.terms[place]!),
  }
}

const infeasible = (pass: ForwardPass, gpus: number, batch: number): Evaluation => ({
  latencySeconds: null,
  reason: infeasibleReason(pass, gpus, batch),
  layout: null,
  breakdown: null,
})
