import { bindingPart, timeParts } from '../search/binding.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { costAtSpeed } from '../search/read-between.ts'
import { cheapestIndex, fastestIndex, preferredIndex } from '../search/readings.ts'
import { percent, threeSignificant, usd } from './format.ts'
import { gpusInWords } from './point-facts.ts'
import { comparedWith } from './summary.ts'

/** A frontier by the name of its chip; it has points. */
export interface NamedFrontier {
  readonly name: string
  readonly points: FrontierPoints
}

const perMillion = (cost: number): string => `${usd(cost)}/M`
const speedOf = ({ points }: NamedFrontier, index: number): number => points.tokensPerSecond[index]!
const costOf = ({ points }: NamedFrontier, index: number): number => points.usdPerMillionTokens[index]!
const tokens = (speed: number): string => `${threeSignificant(speed)} tokens/s`

/** What follows "At 60 tokens/s": "it serves for $0.41/M, 31 % below H100 ($0.594/M)". */
export function costHeadline(chip: NamedFrontier, original: NamedFrontier, tokensPerSecond: number): string {
  const own = costAtSpeed(chip.points, tokensPerSecond)
  const other = costAtSpeed(original.points, tokensPerSecond)
  if (own === null) {
    const fastest = `it is not this fast: ${tokens(speedOf(chip, fastestIndex()))} is the most`
    return other === null ? `${fastest}, and ${original.name} is not either.` : `${fastest}.`
  }
  const serves = `it serves for ${perMillion(own.usdPerMillionTokens)}`
  if (other === null) return `${serves}; ${original.name} is not this fast.`
  const change = own.usdPerMillionTokens / other.usdPerMillionTokens - 1
  return `${serves}, ${comparedWith(original.name, change)} (${perMillion(other.usdPerMillionTokens)}).`
}

/** "72.0 tokens/s at $0.350/M on 8 GPUs; the longest part of its time is memory, 45.0 %", of the preferred point. */
function preferredInWords(of: NamedFrontier): string {
  const index = preferredIndex(of.points)
  const counted = timeParts(of.points, index).filter(({ hidden }) => !hidden)
  const total = counted.reduce((sum, { seconds }) => sum + seconds, 0)
  const { label, seconds } = bindingPart(of.points, index)
  const gives = `${tokens(speedOf(of, index))} at ${perMillion(costOf(of, index))} on ${gpusInWords(of.points, index)}`
  return `${gives}; the longest part of its time is ${label.toLowerCase()}, ${percent(seconds / total)}`
}

const isSame = (a: FrontierPoints, b: FrontierPoints): boolean =>
  (['tokensPerSecond', 'usdPerMillionTokens'] as const).every(
    (column) => a[column].length === b[column].length && a[column].every((value, at) => value === b[column][at]),
  )

/** What a chip that was thought up is worth beside its original, in sentences that are computed from the two frontiers. */
export function chipHeadlines(chip: NamedFrontier, original: NamedFrontier): string[] {
  if (isSame(chip.points, original.points))
    return [`Its frontier is that of ${original.name}, point for point: nothing that is changed counts here.`]
  const [fastest, cheapest] = [fastestIndex(), cheapestIndex(chip.points)]
  const speedChange = speedOf(chip, fastest) / speedOf(original, fastest) - 1
  const costChange = costOf(chip, cheapest) / costOf(original, cheapestIndex(original.points)) - 1
  return [
    `At its fastest it gives ${tokens(speedOf(chip, fastest))}, ${comparedWith(original.name, speedChange)}.`,
    `At its cheapest it serves for ${perMillion(costOf(chip, cheapest))}, ${comparedWith(original.name, costChange)}.`,
    `Its preferred point gives ${preferredInWords(chip)}.`,
    `That of ${original.name} gives ${preferredInWords(original)}.`,
  ]
}
