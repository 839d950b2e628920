import { preferredIndex } from '../search/readings.ts'
import { sameNumbers, type StoredFrontier } from '../search/stored-frontier.ts'
import { signedPercent, threeSignificant, usd } from './format.ts'

/** A series with the frontiers it had in two versions; null where none is stored. */
export interface TwoFrontiers {
  readonly name: string
  readonly before: StoredFrontier | null
  readonly after: StoredFrontier | null
}

/** Speed and cost of the preferred point; null where there is none. */
function preferred(frontier: StoredFrontier | null, speedWeight: number): readonly [number, number] | null {
  if (frontier === null || frontier.tokensPerSecond.length === 0) return null
  const index = preferredIndex(frontier, speedWeight)
  return [frontier.tokensPerSecond[index]!, frontier.usdPerMillionTokens[index]!]
}

const inWords = ([speed, cost]: readonly [number, number]): string => `${threeSignificant(speed)} tok/s at ${usd(cost)}`

/** What became of each series' preferred point, in words; those that stayed where they were are left out. */
export function preferredChanges(series: readonly TwoFrontiers[], speedWeight: number): string[] {
  return series.flatMap(({ name, before, after }) => {
    if (after === null || (before !== null && sameNumbers(before, after))) return []
    const [was, is] = [preferred(before, speedWeight), preferred(after, speedWeight)]
    if (is === null) return [`${name}: nothing fits`]
    if (was === null) return [`${name}: preferred ${inWords(is)}`]
    const changes = `speed ${signedPercent(is[0] / was[0] - 1)}, cost ${signedPercent(is[1] / was[1] - 1)}`
    return [`${name}: preferred ${inWords(was)} → ${inWords(is)} (${changes})`]
  })
}
