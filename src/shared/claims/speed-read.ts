import { fastestIndex, preferredIndex } from '../search/readings.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { choiceField } from './claim-fields.ts'

/** The point of a frontier whose speed a law is about. */
export const readField = choiceField(
  'Speed of',
  [
    { id: 'fastest', label: 'fastest point' },
    { id: 'preferred', label: 'preferred point' },
  ],
  'fastest',
)

export type Read = (typeof readField)['initial']

export const speedOf = (points: FrontierPoints, read: Read): number =>
  points.tokensPerSecond[read === 'fastest' ? fastestIndex() : preferredIndex(points)]!

export const readInWords = (read: Read): string =>
  read === 'fastest'
    ? 'Speed is that of the fastest point of each frontier, whatever it costs.'
    : 'Speed is that of the preferred point of each frontier: the greatest speed³/cost.'
