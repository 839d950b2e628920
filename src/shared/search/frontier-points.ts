import * as v from 'valibot'
import { STANDARD_TERMS } from '../model/standard/standard-pass.ts'
import { TERMS } from '../model/terms.ts'

const column = v.instance(Float64Array)
type Column = v.InferOutput<typeof column>

const termColumns = <const T extends readonly { readonly id: string }[]>(terms: T) =>
  v.object(Object.fromEntries(terms.map((term) => [term.id, column])) as Record<T[number]['id'], typeof column>)

const sharedColumns = {
  tokensPerSecond: column,
  /** All GPU time, that of prompts included where they are accounted for, over the tokens of the answers. */
  usdPerMillionTokens: column,
  gpus: column,
  batch: column,
  mfu: column,
  /** Bytes read from memory over what the GPUs could read at their peak. */
  mbu: column,
  latencySeconds: column,
  tensorParallel: column,
  expertParallel: column,
  pipelineStages: column,
  /** Bytes on each GPU. */
  weightBytesPerGpu: column,
  cacheBytesPerGpu: column,
  /** Drafted tokens per pass, 0 where the point decodes plainly. */
  drafts: column,
  expectedTokens: column,
}

const paperColumns = {
  /** 1 or 2: dimensions of the tensor-parallel split. */
  tensorDimensions: column,
  attentionTensorParallel: column,
  feedForwardTensorParallel: column,
  attentionScaleDown: column,
}

const standardColumns = {
  /** Ranks that attention is copied to, each with sequences of its own. */
  dataParallel: column,
  draftBytesPerGpu: column,
  /** Sequences that memory holds in this layout. */
  mostSequences: column,
}

const prefillColumns = {
  /** Time to the first token: the prompt's own and one token's, without queueing. */
  ttftSeconds: column,
  /** GPUs beside those that decode, busy with their prompts. */
  prefillGpus: column,
  usdPerMillionInput: column,
  usdPerMillionOutput: column,
  usdPerMillionBlended: column,
}

const paperPointsSchema = v.object({
  rules: v.literal('paper'),
  ...sharedColumns,
  ...paperColumns,
  /** Seconds by term of the pass (of the target's pass, where it decodes speculatively), and of a draft pass. */
  terms: termColumns(TERMS),
  draftTerms: termColumns(TERMS),
})

const standardPointsSchema = v.object({
  rules: v.literal('standard'),
  ...sharedColumns,
  ...standardColumns,
  /** null where prompts are left out of account. */
  prefill: v.nullable(v.object(prefillColumns)),
  terms: termColumns(STANDARD_TERMS),
  draftTerms: termColumns(STANDARD_TERMS),
})

/** Columns of a frontier, all of one length, fastest point first. Every chart, table and report reads these. */
export const frontierPointsSchema = v.variant('rules', [paperPointsSchema, standardPointsSchema])

export type PaperPoints = v.InferOutput<typeof paperPointsSchema>
export type StandardPoints = v.InferOutput<typeof standardPointsSchema>
export type FrontierPoints = v.InferOutput<typeof frontierPointsSchema>
/** A column that every rule set has. */
export type SharedColumn = keyof typeof sharedColumns
export type PrefillColumn = keyof typeof prefillColumns

/** Columns of all columns' names, `length` zeros each. */
const zeros = <K extends string>(names: readonly K[], length: number): Record<K, Column> =>
  Object.fromEntries(names.map((name) => [name, new Float64Array(length)])) as Record<K, Column>

const namesOf = <K extends string>(columns: Record<K, unknown>): K[] => Object.keys(columns) as K[]
const SHARED = namesOf(sharedColumns)

export const newPaperPoints = (length: number): PaperPoints => ({
  rules: 'paper',
  ...zeros(SHARED, length),
  ...zeros(namesOf(paperColumns), length),
  terms: zeros(
    TERMS.map(({ id }) => id),
    length,
  ),
  draftTerms: zeros(
    TERMS.map(({ id }) => id),
    length,
  ),
})

export const newStandardPoints = (length: number, withPrefill: boolean): StandardPoints => ({
  rules: 'standard',
  ...zeros(SHARED, length),
  ...zeros(namesOf(standardColumns), length),
  prefill: withPrefill ? zeros(namesOf(prefillColumns), length) : null,
  terms: zeros(
    STANDARD_TERMS.map(({ id }) => id),
    length,
  ),
  draftTerms: zeros(
    STANDARD_TERMS.map(({ id }) => id),
    length,
  ),
})

/** Writes one row of columns. */
export function setRow<K extends string>(
  columns: Readonly<Record<NoInfer<K>, Float64Array>>,
  index: number,
  row: Readonly<Record<K, number>>,
): void {
  for (const name of Object.keys(row) as K[]) columns[name][index] = row[name]
}
