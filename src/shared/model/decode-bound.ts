import { expectedTokens, type DecodeSetup } from './decode.ts'
import { PassBound, type Rectangle } from './pass-bound.ts'

type IsBeaten = (seconds: number, cost: number) => boolean

/** One way to decode: plainly, or checking a number of drafted tokens. */
interface Way {
  readonly pass: PassBound
  readonly drafts: number
  readonly keptTokens: number
}

/** What can still matter in some rectangles, in columns. */
export interface Candidates {
  /** Ways of decoding, the plain one first. */
  readonly ways: number
  /** Stage counts as bits, by rectangle and way. */
  readonly steps: Uint32Array
  /** Bounds on a draft pass, by rectangle. */
  readonly draftSeconds: Float64Array
  readonly draftGpuSeconds: Float64Array
}

export const newCandidates = (rectangles: number, ways: number): Candidates => ({
  ways,
  steps: new Uint32Array(rectangles * ways),
  draftSeconds: new Float64Array(ways > 1 ? rectangles : 0),
  draftGpuSeconds: new Float64Array(ways > 1 ? rectangles : 0),
})

/** Which stage counts of which way of decoding can still matter in a rectangle of GPU counts and batches (model-spec A5). */
export class DecodeBound {
  readonly ways: number
  /** Every stage count, as bits. */
  readonly all: number
  private readonly each: readonly Way[]
  private readonly draft: PassBound | null
  private readonly steps: number
  private draftSeconds = 0
  private draftGpuSeconds = 0

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
   * Leaves those stage counts of a rectangle, part of the one at `fromAt`, whose bounds are not beaten.
   * @returns whether any is left
   */
  narrow(from: Candidates, fromAt: number, to: Candidates, toAt: number, area: Rectangle, isBeaten: IsBeaten): boolean {
    for (let way = 0; way < this.ways; way++) to.steps[toAt * this.ways + way] = from.steps[fromAt * this.ways + way]!
    let left = this.narrowWay(0, to, toAt, area, isBeaten)
    if (this.draft === null) return left
    // The bounds of the rectangle around this one hold here too, and mostly they do.
    this.draftSeconds = from.draftSeconds[fromAt]!
    this.draftGpuSeconds = from.draftGpuSeconds[fromAt]!
    if (this.narrowDrafting(to, toAt, area, isBeaten)) {
      this.boundDraft(this.draft, area)
      if (this.narrowDrafting(to, toAt, area, isBeaten)) left = true
    }
    to.draftSeconds[toAt] = this.draftSeconds
    to.draftGpuSeconds[toAt] = this.draftGpuSeconds
    return left
  }

  private narrowDrafting(to: Candidates, toAt: number, area: Rectangle, isBeaten: IsBeaten): boolean {
    let left = false
    for (let way = 1; way < this.ways; way++) {
      const { drafts, keptTokens } = this.each[way]!
      const [draftSeconds, draftGpuSeconds] = [drafts * this.draftSeconds, drafts * this.draftGpuSeconds]
      const beaten = (seconds: number, cost: number) =>
        isBeaten((seconds + draftSeconds) / keptTokens, (cost + draftGpuSeconds) / keptTokens)
      if (this.narrowWay(way, to, toAt, area, beaten)) left = true
    }
    return left
  }

  private narrowWay(way: number, to: Candidates, toAt: number, area: Rectangle, isBeaten: IsBeaten): boolean {
    const at = toAt * this.ways + way
    const candidates = to.steps[at]!
    const { pass } = this.each[way]!
    let survivors = 0
    for (let step = 0; step < this.steps; step++)
      if ((candidates >>> step) & 1 && pass.survives(step, area, isBeaten)) survivors |= 1 << step
    to.steps[at] = survivors
    return survivors !== 0
  }

  /** The draft model's layouts are its own: the least of all is what counts. */
  private boundDraft(draft: PassBound, area: Rectangle): void {
    this.draftSeconds = Infinity
    this.draftGpuSeconds = Infinity
    const takeLeast = (seconds: number, gpuSeconds: number): boolean => {
      if (seconds < this.draftSeconds) this.draftSeconds = seconds
      if (gpuSeconds < this.draftGpuSeconds) this.draftGpuSeconds = gpuSeconds
      return true
    }
    const addsNothing = (seconds: number, gpuSeconds: number): boolean =>
      seconds >= this.draftSeconds && gpuSeconds >= this.draftGpuSeconds
    for (let step = 0; step < this.steps; step++) draft.survives(step, area, takeLeast, addsNothing)
  }
}
