import type { FrontierReading } from '../frontier.ts'
import { searchOf, type SearchSetup } from '../search.ts'
import { mergeStaircases, type Staircase } from '../staircase.ts'

/** Every step of a setup's frontier by its whole search, in one go. */
export function wholeFrontier(setup: SearchSetup): Staircase {
  const search = searchOf(setup)
  const { staircase, parts } = search.survey(1)
  return within(
    mergeStaircases([staircase, ...parts.map((part) => search.scan(part, staircase).staircase)]),
    search.reading,
  )
}

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
