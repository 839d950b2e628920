import type { FrontierPoints } from '../search/frontier-points.ts'
import { amount, signedPercent, threeSignificant, usd } from './format.ts'
import { rivalInWords, USUAL_SPEED } from './cheapest-at.ts'
import { layoutName } from './layout-name.ts'
import { gpusInWords } from './point-facts.ts'
import type { ReadingsRow, ReadingsTable } from './readings-table.ts'

/** "93 % below 16-bit", "46 % above 16-bit", "11.2 times 16-bit". */
export function comparedWith(name: string, change: number): string {
  if (change > 2) return `${threeSignificant(1 + change)} times ${name}`
  if (Math.round(100 * change) === 0) return `as much as ${name}`
  const share = signedPercent(Math.abs(change)).replace('+', '')
  return `${share} ${change < 0 ? 'below' : 'above'} ${name}`
}

/** "on 4 GPUs (TP 4, batch 312)", "on 6.87 GPUs (2D TP 2.6 x PP 1, EP 1)". */
function setupInWords(points: FrontierPoints, index: number): string {
  const layout = layoutName(points, index).replace(/, 1 replica of .*$/, '')
  return `on ${gpusInWords(points, index)} (${layout}, batch ${amount(points.batch[index]!)})`
}

/** Which series is the cheapest at the usual speed, or the fastest round one that all reach, and which is the fastest, in sentences. */
export function summarise(readings: ReadingsTable, points: readonly FrontierPoints[]): string[] {
  const rows = readings.rows.filter((row): row is ReadingsRow => row !== null)
  const base = readings.rows[readings.baseline]
  if (rows.length === 0) return ['No series has a setup that fits.']
  const pointsOf = (row: ReadingsRow) => points[readings.rows.indexOf(row)]!
  const fastest = rows.reduce((a, b) => (b.fastest.tokensPerSecond > a.fastest.tokensPerSecond ? b : a))
  const sentences = [
    `${fastest.name} is the fastest: ${threeSignificant(fastest.fastest.tokensPerSecond)} tokens per second for each user, at ${usd(fastest.fastest.usdPerMillionTokens)} per million tokens.`,
  ]
  // Of the point that can be deployed, as its setup is named with it.
  const costOf = (row: ReadingsRow) => pointsOf(row).usdPerMillionTokens[row.atSpeed[common]!.index]!
  const reached = (at: number) => rows.every((row) => row.atSpeed[at] != null)
  const usual = readings.speeds.indexOf(USUAL_SPEED)
  const common = usual !== -1 && reached(usual) ? usual : readings.speeds.findLastIndex((_, at) => reached(at))
  if (common === -1) return sentences
  const [cheapest, next] = rows.toSorted((a, b) => costOf(a) - costOf(b)) as [ReadingsRow, ...ReadingsRow[]]
  const reading = cheapest.atSpeed[common]!
  const against = base == null || base === cheapest ? null : costOf(cheapest) / costOf(base) - 1
  sentences.unshift(
    `At ${readings.speeds[common]} tokens per second for each user, ${cheapest.name} is the cheapest at ${usd(costOf(cheapest))} per million tokens ${setupInWords(pointsOf(cheapest), reading.index)}` +
      (against === null || base == null ? '.' : `, ${comparedWith(base.name, against)}.`),
    `How sure: ${reading.error.short}, ${reading.error.because}.` +
      (next === undefined
        ? ''
        : ` Next: ${rivalInWords(next.name, costOf(next) / costOf(cheapest) - 1, [reading.error.share, next.atSpeed[common]!.error.share])}.`),
  )
  return sentences
}
