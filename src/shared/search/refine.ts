import type { FrontierReading } from './frontier.ts'
import { Reach } from './reach.ts'
import { mergeStaircases, staircase, type Points, type Staircase } from './staircase.ts'

/** Points as columns, in any order, infinite latencies for none; and the regions that may hold more that matter. */
export interface Found<Regions> {
  readonly points: Points
  readonly regions: Regions
}

/**
 * A space that is searched by regions. A region is left out once bounds prove that a point found beats all of it, else it is
 * divided until single points remain (docs/search.md).
 */
export interface Refinable<Regions> {
  readonly reading: FrontierReading
  /** All of the space as few regions, and some points of it. */
  begin(): Found<Regions>
  /** Divides regions, leaves out what is beaten, and evaluates points of what is left. */
  refine(regions: Regions, reach: Reach): Found<Regions>
  countOf(regions: Regions): number
  /** The regions in up to `parts` parts of about equal work. */
  split(regions: Regions, parts: number): Regions[]
}

/** Where a search stands: the best points found, and the regions that may hold more. */
export interface Survey<Regions> {
  readonly staircase: Staircase
  readonly regions: Regions
}

/** Divides regions until none is left, or `enough` of them for several workers. */
export function refine<Regions>(
  space: Refinable<Regions>,
  from: Survey<Regions>,
  enough: number = Infinity,
): Survey<Regions> {
  let { staircase: stairs, regions } = from
  while (space.countOf(regions) > 0 && space.countOf(regions) < enough) {
    const found = space.refine(regions, new Reach(stairs, space.reading))
    stairs = mergeStaircases([stairs, staircase(found.points)])
    regions = found.regions
  }
  return { staircase: stairs, regions }
}

/** The first look at a space. */
export function survey<Regions>(space: Refinable<Regions>, enough?: number): Survey<Regions> {
  const { points, regions } = space.begin()
  return refine(space, { staircase: staircase(points), regions }, enough)
}
