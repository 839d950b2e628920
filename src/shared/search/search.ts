import type { FrontierPoints } from './frontier-points.ts'
import type { FrontierReading } from './frontier.ts'
import { paperSearch } from './paper/paper-search.ts'
import type { PaperSearchSetup } from './paper/space.ts'
import { standardSearch } from './standard/standard-search.ts'
import type { StandardSearchSetup } from './standard/space.ts'
import type { Staircase } from './staircase.ts'

/** All that a search needs, as plain data fit for any process. */
export type SearchSetup = PaperSearchSetup | StandardSearchSetup

/** Rows `from` (included) to `to` (left out) of a space: batches under the paper's rules, layouts under the standard ones. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

export interface ScanResult {
  /** The points of the rows that no other of them beats. */
  readonly staircase: Staircase
  /** Layouts whose time was computed in full. */
  readonly evaluated: number
}

/**
 * A space of setups and how to find its frontier. Scans of any partition of the rows, in any order, merge to the same
 * staircase (staircase.ts), so that rows can be spread over workers.
 */
export interface FrontierSearch {
  readonly rows: number
  /** Rows that make a worker's task of some ten milliseconds. */
  readonly rowsPerShard: number
  /** Setups of the space: GPU counts or layouts x batches. */
  readonly gridPoints: number
  /** Passes that an exhaustive search computes. */
  readonly layouts: number
  /** Memory of a GPU, and what of it neither weights nor cache can have. */
  readonly hbmBytes: number
  readonly reserveBytes: number
  /** How the frontier is read from the staircase. */
  readonly reading: FrontierReading
  scan(rows: RowRange): ScanResult
  describe(chosen: Staircase): FrontierPoints
  /** Why the space has no point, in words, and what would change it. */
  nothingFits(): string
}

export const searchOf = (setup: SearchSetup): FrontierSearch =>
  setup.kind === 'paper' ? paperSearch(setup) : standardSearch(setup)
