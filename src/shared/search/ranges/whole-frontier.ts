import type { FrontierReading } from '../frontier.ts'
import { survey } from '../refine.ts'
import { mergeStaircases, type Staircase } from '../staircase.ts'
import type { StandardSearchSetup } from '../standard/space.ts'
import { Layouts, STANDARD_READING } from '../standard/layouts.ts'
import { standardSearch } from '../standard/standard-search.ts'

/** Every step of a setup's frontier by its whole search, in one go. */
export function wholeFrontier(setup: StandardSearchSetup): Staircase {
  const search = standardSearch(setup)
  const { staircase, parts } = search.survey(1)
  return within(
    mergeStaircases([staircase, ...parts.map((part) => search.scan(part, staircase).staircase)]),
    search.reading,
  )
}

/** Batches of a rough frontier are so far apart at most. */
const ROUGH = 1.02

/** A setup's frontier by a search that leaves out batches between close ones: good enough to say which layouts matter. */
export function roughFrontier(setup: StandardSearchSetup): Staircase {
  const { staircase } = survey(new Layouts(setup, ROUGH))
  return within(staircase, STANDARD_READING)
}

/** GPU-seconds per token in USD per million tokens. */
export const usdPerMillion = (gpuSeconds: number, usdPerGpuHour: number): number =>
  (1e6 * gpuSeconds * usdPerGpuHour) / 3600

/** A staircase as far as a frontier reaches; every step of it, where a frontier that is drawn leaves out some that are close. */
export function within(stairs: Staircase, { latencySpan }: Pick<FrontierReading, 'latencySpan'>): Staircase {
  const most = (stairs.latencySeconds[0] ?? 0) * latencySpan
  let length = stairs.latencySeconds.length
  while (length > 0 && stairs.latencySeconds[length - 1]! > most) length--
  return {
    latencySeconds: stairs.latencySeconds.subarray(0, length),
    cost: stairs.cost.subarray(0, length),
    position: stairs.position.subarray(0, length),
  }
}
