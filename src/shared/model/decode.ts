import type { Accelerator } from './accelerator.ts'
import type { Architecture, Precision } from './architecture.ts'
import { EVERY_STEP, ForwardPass } from './forward-pass.ts'
import type { Layout } from './layout.ts'
import type { RuleSet } from './rules.ts'

/** What is served, on what, and by which assumptions: all that decides the time per token at a GPU count and batch. */
export interface DecodeSetup {
  readonly architecture: Architecture
  readonly precision: Precision
  readonly accelerator: Accelerator
  readonly rules: RuleSet
  readonly contextTokens: number
  readonly pipeline: boolean
  readonly attentionScaleDown: boolean
  readonly speculative: SpeculativeSetup | null
}

export interface SpeculativeSetup {
  readonly draft: Architecture
  readonly draftPrecision: Precision
  /** Chance that the target accepts a drafted token, 0 to 1. */
  readonly acceptance: number
  readonly maxDraftTokens: number
}

/** The draft model's part in a point that decodes speculatively. */
export interface SpeculativeReading {
  readonly drafts: number
  /** Tokens a pass of the target yields: `(1 - α^γ)/(1 - α)`. */
  readonly expectedTokens: number
  readonly draftTerms: Float64Array
}

/** `(1 - α^γ)/(1 - α)`, which tends to γ as α tends to 1 (A5). */
export const expectedTokens = (acceptance: number, drafts: number): number =>
  acceptance === 1 ? drafts : (1 - acceptance ** drafts) / (1 - acceptance)

/** Why a GPU count and batch have no layout, in words; null where they have one. */
export type InfeasibleReason = string | null

/**
 * Time per token of plain or speculative decoding at a GPU count and a batch (model-spec A4, A5).
 * With a draft model: `min(plain, min over γ of (t_target(q=γ) + γ·t_draft)·(1-α)/(1-α^γ))`.
 */
export class Decode {
  readonly plain: ForwardPass
  private readonly draft: ForwardPass | null
  /** Verifying passes by drafted tokens, from `rules.leastDrafts` on. */
  private readonly verifying: readonly ForwardPass[]
  private chosen: ForwardPass
  private drafts = 0

  readonly setup: DecodeSetup

  constructor(setup: DecodeSetup) {
    this.setup = setup
    const { speculative, rules } = setup
    this.plain = new ForwardPass({ ...setup, tokensPerPass: 1 })
    this.chosen = this.plain
    this.draft =
      speculative === null
        ? null
        : new ForwardPass({
            ...setup,
            architecture: speculative.draft,
            precision: speculative.draftPrecision,
            tokensPerPass: 1,
          })
    this.verifying =
      speculative === null
        ? []
        : Array.from(
            { length: Math.max(0, speculative.maxDraftTokens - rules.leastDrafts + 1) },
            (_, i) => new ForwardPass({ ...setup, tokensPerPass: rules.leastDrafts + i }),
          )
  }

  /** Layouts computed in full by all passes together. */
  get evaluated(): number {
    return this.verifying.reduce(
      (total, pass) => total + pass.evaluated,
      this.plain.evaluated + (this.draft?.evaluated ?? 0),
    )
  }

  /**
   * @param limit only what is below these seconds is looked for
   * @param among stage counts that are tried, as bits (ForwardPass): from place `at` on for the plain pass and each verifying one
   * @returns seconds per token for one user, Infinity where nothing fits or is below the limit
   */
  latencySeconds(gpus: number, batch: number, limit = Infinity, among: Uint32Array | null = null, at = 0): number {
    const stepsOf = (way: number): number => (among === null ? EVERY_STEP : among[at + way]!)
    let least = this.plain.latencySeconds(gpus, batch, limit, stepsOf(0))
    this.chosen = this.plain
    this.drafts = 0
    const { speculative, rules } = this.setup
    if (speculative === null || this.draft === null) return least
    if (among !== null && !among.subarray(at + 1, at + 1 + this.verifying.length).some((steps) => steps !== 0))
      return least
    const draftSeconds = this.draft.latencySeconds(gpus, batch)
    for (let i = 0; i < this.verifying.length; i++) {
      if (stepsOf(1 + i) === 0) continue
      const drafts = rules.leastDrafts + i
      const pass = this.verifying[i]!
      const kept = expectedTokens(speculative.acceptance, drafts)
      const left = kept * Math.min(least, limit) - drafts * draftSeconds
      if (left <= 0) continue
      // A rounding wider than needed, so that the comparison below decides.
      const seconds =
        (pass.latencySeconds(gpus, batch, left * (1 + 1e-12), stepsOf(1 + i)) + drafts * draftSeconds) / kept
      if (seconds >= least || seconds >= limit) continue
      least = seconds
      this.chosen = pass
      this.drafts = drafts
    }
    return least
  }

  /** Seconds by term of the target's pass at the point last evaluated. */
  get terms(): Float64Array {
    return this.chosen.terms
  }

  layout(gpus: number, batch: number): Layout {
    return this.chosen.layout(gpus, batch)
  }

  /** null where the point last evaluated decodes plainly. */
  get speculative(): SpeculativeReading | null {
    if (this.drafts === 0 || this.draft === null || this.setup.speculative === null) return null
    return {
      drafts: this.drafts,
      expectedTokens: expectedTokens(this.setup.speculative.acceptance, this.drafts),
      draftTerms: this.draft.terms,
    }
  }

  /** Useful FLOP/s as a share of the peak, for one token per sequence. */
  mfu(gpus: number, batch: number, latencySeconds: number): number {
    return (this.plain.flopPerSequence * batch) / (gpus * this.plain.peakFlopPerSecond * latencySeconds)
  }
}

const short = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en-US')
const gigabytes = (bytes: number): string => `${short(bytes / 1e9)} GB`

/** Why nothing fits on `gpus` GPUs with `batch` sequences, for the reader; null where something does (A4). */
export function infeasibleReason(pass: ForwardPass, gpus: number, batch: number): InfeasibleReason {
  if (gpus < 1) return 'A pass needs at least one GPU.'
  if (batch < 1) return 'A batch is at least one sequence.'
  if (pass.latencySeconds(gpus, batch) < Infinity) return null
  const { accelerator, pipeline } = pass.setup
  const cacheBytes = pass.cacheBytesPerSequence * batch
  const held = pipeline && cacheBytes > 0 ? ' (of which a pipeline holds one micro-batch at a time)' : ''
  return (
    `The weights take ${gigabytes(pass.weightBytes)} and the KV cache of ${short(batch)} sequences ${gigabytes(cacheBytes)}${held}; ` +
    `${short(gpus)} x ${accelerator.name} hold ${gigabytes(gpus * accelerator.hbmBytes)}. ` +
    `At least ${Math.ceil(pass.leastGpus(batch)).toLocaleString('en-US')} GPUs are needed.`
  )
}
