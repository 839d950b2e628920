import type { RulesId } from '../model/rules.ts'

/** What most claims' figures stand under, in sentences. */
export const NO_STAGES = 'Pipeline stages are off: at these speeds they save nothing (see the claim on them).'
export const EMPTY_CONTEXT = 'The context is empty, as in the paper’s figures.'

const RULES: Readonly<Record<RulesId, string>> = {
  paper: 'Paper’s rules: GPU counts and batches are real numbers, on a grid of 400 x 400.',
  standard:
    'Standard rules: replicas of whole GPUs in up to four scale-up domains, tensor parallel within one, weights in the format the model was released in.',
}

export const rulesAssumed = (rules: RulesId): string => RULES[rules]
