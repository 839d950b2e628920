import type { Series } from '../scenario/scenario.ts'

/** What an API charges, per million tokens. */
export interface ApiPrice {
  readonly usdPerMillionOutput: number
  readonly usdPerMillionInput: number
}

/** Input tokens that come with each output token, where a deployment counts prompts; else none is accounted for. */
export const inputPerOutput = ({ rules, prefill }: Series): number =>
  rules === 'paper' || prefill === null || prefill.mode === 'none' ? 0 : prefill.inputTokens / prefill.outputTokens

/** What a million output tokens bring with the input they come with: on the same footing as the cost of a deployment. */
export const usdWithInput = ({ usdPerMillionOutput, usdPerMillionInput }: ApiPrice, series: Series): number =>
  usdPerMillionOutput + usdPerMillionInput * inputPerOutput(series)
