import {
  activeParams,
  flopPerToken,
  kvCacheBytesPerSequence,
  kvCacheBytesPerToken,
  totalParams,
  type Architecture,
  type Precision,
} from '../model/architecture.ts'
import type { RulesId } from '../model/rules.ts'
import { kvBytesPerSequence } from '../model/standard/kv-cache.ts'
import { stateBytesPerSequence } from '../model/standard/linear-mixers.ts'
import { toArchitecture, unsupportedPart } from './model-architecture.ts'
import { isPaperModel, type ModelEntry } from './model-entry.ts'

/** A figure of the cost model beside the one its makers publish. */
export interface Figure {
  /** Null where the rules have no equation for a part of the model. */
  readonly derived: number | null
  /** Null where not published; a dense model's active parameters are not. */
  readonly published: number | null
  /** `derived/published − 1`; null where either is. */
  readonly difference: number | null
}

export interface ModelFacts {
  /** Why nothing is derived, as in "a linear mixer (lightning)"; null where all is. */
  readonly unsupported: string | null
  readonly totalParams: Figure
  /** Parameters that work on a token, the vocabulary's two matrices among them (model-spec A1). */
  readonly activeParams: Figure
  /** Bytes of cache per token of context, on average over `contextTokens`: layers with a window keep no more than it. */
  readonly kvBytesPerToken: number | null
  /** Bytes that linear mixers keep per sequence whatever the context; 0 without them. */
  readonly stateBytesPerSequence: number | null
  /** FLOP for one more token after `contextTokens`. */
  readonly flopPerToken: number | null
  readonly contextTokens: number
}

export interface FactsOf {
  readonly rules: RulesId
  /** Bytes per weight are not looked at; the cache has the activations' width. */
  readonly precision: Precision
  /** 0 = the cost of the very first token, while every window is still filling. */
  readonly contextTokens: number
}

const ONE_GPU = { tensor: 1 } as const

/** What an entry comes to under a rule set, by the functions that the cost model itself computes with. */
export function modelFacts(entry: ModelEntry, of: FactsOf): ModelFacts {
  const { rules, contextTokens } = of
  const published = isPaperModel(entry) ? { totalParams: null, activeParams: null } : entry
  const unsupported = unsupportedPart(entry, rules)
  const architecture = unsupported === null ? toArchitecture(entry, rules) : null
  const derive = (figure: (architecture: Architecture) => number): number | null =>
    architecture === null ? null : figure(architecture)
  return {
    unsupported,
    totalParams: figureOf(derive(totalParams), published.totalParams),
    activeParams: figureOf(derive(activeParams), published.activeParams),
    kvBytesPerToken: derive((own) => cacheBytesPerToken(own, of)),
    stateBytesPerSequence: derive((own) => stateBytesPerSequence({ architecture: own, layout: ONE_GPU })),
    flopPerToken: derive((own) => flopPerToken(own, contextTokens)),
    contextTokens,
  }
}

const figureOf = (derived: number | null, published: number | null): Figure => ({
  derived,
  published,
  difference: derived === null || published === null ? null : derived / published - 1,
})

/** The standard rules cache the rotary part of a latent, the paper's leave it out; a first token takes what any early one takes. */
function cacheBytesPerToken(architecture: Architecture, { rules, precision, contextTokens }: FactsOf): number {
  const tokens = Math.max(contextTokens, 1)
  if (rules === 'paper')
    return contextTokens === 0
      ? kvCacheBytesPerToken(architecture, precision)
      : kvCacheBytesPerSequence(architecture, precision, tokens) / tokens
  const plan = { contextTokens: tokens, layout: ONE_GPU, formats: { kvBytes: precision.activationBytes } } as const
  return architecture.attention.reduce((sum, group) => sum + kvBytesPerSequence(plan, group), 0) / tokens
}
