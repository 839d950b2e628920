import type { StoredFrontier } from '../search/stored-frontier.ts'

/** Size of a thumbnail's box, which its lines are drawn in. */
export const THUMBNAIL = { width: 88, height: 44 } as const

const MARGIN = 3
/** Points of a line at most: about one for every two units of the box. */
const MOST_POINTS = 48

interface Range {
  readonly least: number
  readonly most: number
}

function rangeOf(columns: readonly Float64Array[]): Range {
  let least = Infinity
  let most = 0
  for (const column of columns)
    for (const value of column) {
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
  return { least, most }
}

/** Place of a value on a logarithmic axis, 0 to 1; in the middle where all values are the same. */
const onLogAxis = (value: number, { least, most }: Range): number =>
  most === least ? 0.5 : Math.log(value / least) / Math.log(most / least)

/**
 * Frontiers as lines of one small picture, speed to the right and cost upwards, both logarithmic, as paths of SVG. Empty
 * paths for frontiers without points.
 */
export function thumbnailPaths(
  frontiers: readonly Pick<StoredFrontier, 'tokensPerSecond' | 'usdPerMillionTokens'>[],
): string[] {
  const speeds = rangeOf(frontiers.map(({ tokensPerSecond }) => tokensPerSecond))
  const costs = rangeOf(frontiers.map(({ usdPerMillionTokens }) => usdPerMillionTokens))
  const across = (share: number) => (MARGIN + share * (THUMBNAIL.width - 2 * MARGIN)).toFixed(1)
  const down = (share: number) => (MARGIN + (1 - share) * (THUMBNAIL.height - 2 * MARGIN)).toFixed(1)
  return frontiers.map(({ tokensPerSecond, usdPerMillionTokens }) => {
    const last = tokensPerSecond.length - 1
    const steps = Math.min(last, MOST_POINTS - 1)
    const points = Array.from({ length: steps + 1 }, (_, step) => {
      const i = steps === 0 ? 0 : Math.round((step * last) / steps)
      return `${across(onLogAxis(tokensPerSecond[i]!, speeds))} ${down(onLogAxis(usdPerMillionTokens[i]!, costs))}`
    })
    // A single point is drawn as a dot: a line of no length with round ends.
    return points.length === 0 ? '' : `M${points.join('L')}${points.length === 1 ? 'z' : ''}`
  })
}
