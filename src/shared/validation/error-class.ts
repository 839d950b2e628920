import type { Generation } from '../model/standard/chip.ts'
import type { ConstantSet } from '../model/standard/constants.ts'
import type { ReplicaLayout } from '../model/standard/standard-setup.ts'
import { isLeftOut } from './left-out.ts'
import { FEWEST_ROWS, REGIME_ERRORS } from './regime-errors.ts'
import { layoutKind, MANY_SEQUENCES_PER_RANK, modelKind, prefillKind, regimeName } from './regime.ts'

/** A predicted point, as far as its error depends on it: plain data. */
export interface ErrorQuery extends ReplicaLayout {
  readonly constants: ConstantSet
  /** Catalog id. */
  readonly modelId: string
  readonly routedExperts: boolean
  readonly linearMixer: boolean
  /** Catalog id. */
  readonly acceleratorId: string
  /** Whose constants are the chip's own (accelerator-query.ts); null: it only borrows the nearest. */
  readonly generation: Generation | null
  /** Pipeline stages. */
  readonly pipeline: number
  /** A tensor-parallel group is larger than the scale-up domain, or its links are PCIe. */
  readonly tensorAcrossDomains: boolean
  readonly speculative: boolean
  /** Prompt tokens for each decoded token on the same GPUs; 0 where there are none, or on GPUs of their own. */
  readonly promptTokensPerToken: number
  /** Sequences decoding on one attention rank. */
  readonly sequencesPerRank: number
}

/** How far such a prediction may be from a measurement; `text` and `notes` are for people. */
export type ErrorClass =
  | {
      readonly validated: true
      readonly meanAbsoluteError: number
      readonly rows: number
      readonly text: string
      readonly notes: readonly string[]
    }
  | { readonly validated: false; readonly text: string; readonly notes: readonly string[] }

/** The first of what has no measurement at all, in words; null where all has. */
function unmeasured(query: ErrorQuery): string | null {
  if (query.speculative) return 'speculative decoding has no measured row'
  if (query.linearMixer) return 'linear mixers have no measured row'
  if (query.pipeline > 1) return 'pipeline parallelism has no measured row'
  if (query.tensorAcrossDomains) return 'tensor parallelism across scale-up domains or PCIe has hardly a measured row'
  if (query.generation === null || !REGIME_ERRORS.generations.includes(query.generation))
    return 'this kind of accelerator has no measured row'
  return null
}

/** What is known of a query beside its regime's mean: each a weak spot of the standard rules. */
function notesOn(query: ErrorQuery): string[] {
  const { modelId, acceleratorId, generation } = query
  const knownModel = REGIME_ERRORS.models.includes(modelId)
  const notes: (readonly [holds: boolean, note: string])[] = [
    [
      generation !== null && !REGIME_ERRORS.accelerators.includes(acceleratorId),
      'no measured row on this accelerator, only on others of its generation',
    ],
    [!knownModel, 'no measured row of this model: expect 13–15 %'],
    [
      query.sequencesPerRank > MANY_SEQUENCES_PER_RANK,
      `above ${MANY_SEQUENCES_PER_RANK} sequences per attention rank predictions are less sure`,
    ],
    [prefillKind(query.promptTokensPerToken) === 'prefill-heavy', 'prefill-heavy mixes: about 20 %'],
    [isLeftOut(modelId, acceleratorId), 'DeepSeek here took 1.7–2.3 times as long in 2025 software'],
    [
      query.routedExperts && generation === 'blackwell' && !knownModel,
      'sparse mixtures of experts such as Kimi K2 and gpt-oss read 20–40 % high on Blackwell',
    ],
  ]
  return notes.flatMap(([holds, note]) => (holds ? [note] : []))
}

/** The error to expect of a prediction by the standard rules, from the measured rows of its regime. */
export function errorClass(query: ErrorQuery): ErrorClass {
  const notes = notesOn(query)
  const refuse = (why: string): ErrorClass => ({ validated: false, text: `not validated: ${why}`, notes })
  const why = unmeasured(query)
  if (why !== null) return refuse(why)
  const regime = regimeName({
    modelKind: modelKind(query.routedExperts),
    layout: layoutKind(query),
    prefill: prefillKind(query.promptTokensPerToken),
  })
  const found = REGIME_ERRORS[query.constants][regime]
  if (found === undefined) return refuse(`${regime} has no measured row`)
  const { rows, meanAbsoluteError } = found
  if (rows < FEWEST_ROWS)
    return refuse(`${regime} has only ${rows} measured ${rows === 1 ? 'row' : 'rows'}, too few to tell`)
  const text = `${regime}: ±${Math.round(100 * meanAbsoluteError)} % on ${rows} rows`
  return { validated: true, meanAbsoluteError, rows, text, notes }
}
