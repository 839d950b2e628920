import { hasRoutedExperts } from '../model/standard/routed-experts.ts'
import type { ReplicaLayout } from '../model/standard/standard-setup.ts'
import type { Architecture } from '../model/architecture.ts'

export type ModelKind = 'dense' | 'mixture of experts'
export type LayoutKind = 'one GPU' | 'tensor parallel' | 'tensor and expert parallel' | 'data-parallel attention'
export type PrefillKind = 'decode-heavy' | 'prefill-heavy'

/** Kind of deployment within which errors are alike. */
export interface Regime {
  readonly modelKind: ModelKind
  readonly layout: LayoutKind
  readonly prefill: PrefillKind
}

/** Prompt tokens for each decoded token, on the same GPUs, above which a mix counts as prefill-heavy. */
export const PREFILL_HEAVY_ABOVE = 0.5

/** Sequences of one attention rank above which wide expert parallel is predicted less well (standard rules, "Weak"). */
export const MANY_SEQUENCES_PER_RANK = 256

export const modelKind = (routedExperts: boolean): ModelKind => (routedExperts ? 'mixture of experts' : 'dense')

export const architectureKind = ({ feedForward }: Architecture): ModelKind =>
  modelKind(feedForward.some(hasRoutedExperts))

export function layoutKind({ tensor, data, expert }: Pick<ReplicaLayout, 'tensor' | 'data' | 'expert'>): LayoutKind {
  if (data > 1) return 'data-parallel attention'
  if (expert > 1) return 'tensor and expert parallel'
  return tensor > 1 ? 'tensor parallel' : 'one GPU'
}

/** @param promptTokensPerToken 0 where there is no prefill, or on GPUs of its own */
export const prefillKind = (promptTokensPerToken: number): PrefillKind =>
  promptTokensPerToken > PREFILL_HEAVY_ABOVE ? 'prefill-heavy' : 'decode-heavy'

/** "dense, tensor parallel, decode-heavy". */
export const regimeName = (regime: Regime): string => `${regime.modelKind}, ${regime.layout}, ${regime.prefill}`
