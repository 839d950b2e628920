import type { Series } from '../../../shared/scenario/scenario.ts'

export type PrefillMode = NonNullable<Series['prefill']>['mode']

/** Tokens of prompt and answer that are taken where the series has none yet. */
const USUAL_TOKENS = 1000

/**
 * The change that accounts for prompts in another way. Tokens are kept while prompts are left out, for the way back; a
 * limit on the first token is not, as there is none then.
 */
export function withPrefillMode({ prefill, limits }: Series, mode: PrefillMode): Partial<Series> {
  const kept = {
    inputTokens: prefill?.inputTokens ?? USUAL_TOKENS,
    outputTokens: prefill?.outputTokens ?? USUAL_TOKENS,
    inputPerOutput: prefill?.inputPerOutput ?? null,
  }
  return mode === 'none'
    ? { prefill: { mode, ...kept }, limits: { ...limits, maxTtftSeconds: null } }
    : { prefill: { mode, ...kept } }
}

/** Context in the middle of the answer, the mean over its tokens; null where prompts are left out. */
export const middleOfAnswer = ({ prefill }: Series): number | null =>
  prefill === null || prefill.mode === 'none' ? null : prefill.inputTokens + prefill.outputTokens / 2
