import type { ChartLine, LineChart } from '../report/line-chart.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { powerLawAt, type PowerLaw } from './power-law.ts'

type Axis = LineChart['x']

export const SPEED_AXIS: Axis = {
  unit: 'tokens/s',
  label: 'speed',
  name: 'Speed for one user, tokens per second',
  scale: 'log',
}
export const COST_AXIS: Axis = {
  unit: 'USD per million tokens',
  label: 'cost',
  name: 'Cost, USD per million tokens',
  scale: 'log',
}

type Place = readonly [x: number, y: number, name?: string]

/** A line through places, put in their order; all have names or none. */
export function lineThrough(
  name: string,
  styleIndex: number,
  drawn: ChartLine['drawn'],
  places: readonly Place[],
): ChartLine {
  const rising = places.toSorted((a, b) => a[0] - b[0])
  return {
    name,
    styleIndex,
    drawn,
    x: Float64Array.from(rising, ([x]) => x),
    y: Float64Array.from(rising, ([, y]) => y),
    ...(rising[0]?.[2] === undefined ? {} : { names: rising.map(([, , point]) => point!) }),
  }
}

/** A fitted law from one place to another. */
export const lawLine = (name: string, styleIndex: number, law: PowerLaw, from: number, to: number): ChartLine =>
  lineThrough(name, styleIndex, 'line', [
    [from, powerLawAt(law, from)],
    [to, powerLawAt(law, to)],
  ])

/** A frontier: cost over speed. */
export const costOverSpeed = (name: string, styleIndex: number, points: FrontierPoints): ChartLine =>
  lineThrough(
    name,
    styleIndex,
    'line',
    Array.from(points.tokensPerSecond, (speed, i) => [speed, points.usdPerMillionTokens[i]!]),
  )

/** A frontier the other way round: speed over cost. */
export const speedOverCost = (name: string, styleIndex: number, points: FrontierPoints): ChartLine =>
  lineThrough(
    name,
    styleIndex,
    'line',
    Array.from(points.usdPerMillionTokens, (cost, i) => [cost, points.tokensPerSecond[i]!]),
  )
