import { expectedTokens, type DecodeSetup } from './decode.ts'
import { PassBound, type Rectangle } from './pass-bound.ts'

type IsBeaten = (seconds: number, cost: number) => boolean

/** One way to decode: plainly, or checking a number of drafted tokens. */
interface Way {
  readonly pass: PassBound
  readonly drafts: number
  readonly keptTokens: number
}

/**
 * Which stage counts of which way of decoding can still matter for a rectangle of GPU counts and batches (model-spec A5). A way's
 * stage counts are a set of bits, one number for each way, the plain one first.
 */
export class DecodeBound {
  readonly ways: number
  /** Every stage count. */
  readonly all: number
  private readonly each: readonly Way[]
  private readonly draft: PassBound | null
  private readonly steps: number
  private draftSeconds = 0
  private draftCost = 0

  constructor(setup: DecodeSetup, batches: Float64Array) {
    const { speculative, rules } = setup
    const bound = (fields: object, tokensPerPass: number) =>
      new PassBound({ ...setup, ...fields, tokensPerPass }, batches)
    const drafting =
      speculative === null
        ? []
        : Array.from({ length: Math.max(0, speculative.maxDraftTokens - rules.leastDrafts + 1) }, (_, i): Way => {
            const drafts = rules.leastDrafts + i
            return { pass: bound({}, drafts), drafts, keptTokens: expectedTokens(speculative.acceptance, drafts) }
          })
    this.each = [{ pass: bound({}, 1), drafts: 0, keptTokens: 1 }, ...drafting]
    this.draft =
      speculative === null ? null : bound({ architecture: speculative.draft, precision: speculative.draftPrecision }, 1)
    this.ways = this.each.length
    this.steps = setup.pipeline ? rules.pipelineSteps : 1
    this.all = 2 ** this.steps - 1
  }

  /**
   * Leaves those stage counts of `from` whose bounds are not beaten.
   * @returns whether any is left
   */
  narrow(
    from: Uint32Array,
    fromAt: number,
    to: Uint32Array,
    toAt: number,
    area: Rectangle,
    isBeaten: IsBeaten,
  ): boolean {
    let left = false
    if (this.draft !== null) this.boundDraft(this.draft, area)
    for (let way = 0; way < this.ways; way++) {
      const { pass, drafts, keptTokens } = this.each[way]!
      const beaten =
        drafts === 0
          ? isBeaten
          : (seconds: number, cost: number) =>
              isBeaten(
                (seconds + drafts * this.draftSeconds) / keptTokens,
                (cost + drafts * this.draftCost) / keptTokens,
              )
      const candidates = from[fromAt + way]!
      let survivors = 0
      for (let step = 0; step < this.steps; step++)
        if ((candidates >>> step) & 1 && pass.survives(step, area, beaten)) survivors |= 1 << step
      to[toAt + way] = survivors
      if (survivors !== 0) left = true
    }
    return left
  }

  /** The draft model's layouts are its own: the least of all is what counts. */
  private boundDraft(draft: PassBound, area: Rectangle): void {
    this.draftSeconds = Infinity
    this.draftCost = Infinity
    for (let step = 0; step < this.steps; step++)
      draft.survives(
        step,
        area,
        (seconds, cost) => {
          this.draftSeconds = Math.min(this.draftSeconds, seconds)
          this.draftCost = Math.min(this.draftCost, cost)
          return true
        },
        false,
      )
  }
}
