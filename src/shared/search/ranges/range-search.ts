import type { SearchSetup } from '../search.ts'
import type { FrontierCurve } from '../sensitivity/frontier-curve.ts'
import type { LayoutColumns } from './paper/layout-columns.ts'
import { paperRanges } from './paper/paper-ranges.ts'
import type { CandidateRow } from './standard/candidates.ts'
import { standardRanges } from './standard/standard-ranges.ts'
import type { Draw, Uncertainty } from './uncertainty.ts'

/** The parts of a space that frontiers go through: points of the paper's grid, or rows of the standard rules'. Plain data. */
export type Reached = Uint32Array | readonly CandidateRow[]

/** What samples are looked for among. Plain data. */
export type Candidates = LayoutColumns | readonly CandidateRow[]

/** A rough frontier of one draw. */
export interface Pilot<R = Reached> {
  readonly reached: R
  readonly curve: FrontierCurve
}

/** How the frontiers of samples are found under a rule set (docs/ranges.md). */
export interface RangeSearch<R, C> {
  pilot(draw: Draw): Pilot<R>
  /** What several pilots reached, each part of the space once, in up to `parts` parts of about equal work. */
  share(reached: readonly R[], parts: number): R[]
  candidates(reached: R): C
  /** The candidates of several parts as one. */
  merge(all: readonly C[]): C
  /** Frontiers among the same candidates; times and costs are the model's own for each draw. */
  among(candidates: C): (draw: Draw) => FrontierCurve
  /** Every step of a draw's frontier by its whole search. */
  whole(draw: Draw): FrontierCurve
}

/** The search under a setup's rule set; what it takes of parts and candidates is what it gave itself. */
export const rangeSearchOf = (setup: SearchSetup, uncertainty: Uncertainty): RangeSearch<Reached, Candidates> =>
  setup.kind === 'paper' ? paperRanges(setup, uncertainty) : standardRanges(setup, uncertainty)
