import type { FrontierPoints } from './frontier-points.ts'
import type { NothingFits } from './least-change.ts'
import type { FrontierReading } from './frontier.ts'
import { refine, survey, type Refinable } from './refine.ts'
import type { Staircase } from './staircase.ts'

/** Regions that make it worth while to share a search among workers. */
const ENOUGH_TO_SHARE = 512

export interface Surveyed<Part> {
  readonly staircase: Staircase
  /** What may hold more, in parts of about equal work; none where the search is done. */
  readonly parts: readonly Part[]
  readonly evaluated: number
}

export interface Scanned {
  /** The points known and found that no other of them beats. */
  readonly staircase: Staircase
  /** Layouts whose time was computed in full. */
  readonly evaluated: number
}

export interface SpaceExtent {
  /** Batches of the paper's grid, or layouts of the standard rules' replicas. */
  readonly rows: number
  /** Setups of the space: GPU counts or layouts x batches. */
  readonly gridPoints: number
  /** Passes that an exhaustive search computes. */
  readonly layouts: number
}

/**
 * A space of setups and how to find its frontier: a survey, then scans of its parts. However many parts, in whatever order,
 * their staircases merge to the same one.
 */
export interface FrontierSearch<Part> {
  /** How large the space is; counted when asked for, as not every step of a search wants to know. */
  size(): SpaceExtent
  /** Memory of a GPU, and what of it neither weights nor cache can have. */
  readonly hbmBytes: number
  readonly reserveBytes: number
  /** How the frontier is read from the staircase. */
  readonly reading: FrontierReading
  survey(parts: number): Surveyed<Part>
  scan(part: Part, known: Staircase): Scanned
  describe(chosen: Staircase): FrontierPoints
  /** Why the space has no point, and what would give it one. */
  nothingFits(): NothingFits
}

/** Survey and scan of a space that is searched by regions. @param open makes the space anew, so that each counts its own work */
export function searchBy<Regions>(
  open: () => Refinable<Regions> & { readonly evaluated: number },
): Pick<FrontierSearch<Regions>, 'survey' | 'scan'> {
  return {
    survey(parts) {
      const space = open()
      const { staircase, regions } = survey(space, ENOUGH_TO_SHARE)
      return { staircase, parts: space.split(regions, parts), evaluated: space.evaluated }
    },
    scan(part, known) {
      const space = open()
      const { staircase } = refine(space, { staircase: known, regions: part })
      return { staircase, evaluated: space.evaluated }
    },
  }
}
