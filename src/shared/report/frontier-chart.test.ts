import { expect, it } from 'vitest'
import { frontierChart } from './frontier-chart.ts'
import { metricOf, speedAxisOf } from './metrics.ts'
import { LIGHT } from './palette.ts'

const COLUMN = Float64Array.of(100, 10)
const VIEW = {
  palette: LIGHT,
  x: speedAxisOf('tokens-per-second'),
  y: metricOf('cost'),
  xScale: 'linear',
  yScale: 'linear',
  bounds: { x: [0, 200], y: [0, 50] },
  fontSize: 12,
  fontFamily: 'sans-serif',
  axisNames: true,
} as const

interface Area {
  readonly renderItem: (
    params: { readonly coordSys: { readonly y: number } },
    api: { readonly coord: (at: readonly number[]) => number[] },
  ) => { readonly shape: { readonly points: number[][] } }
}

it('draws a band along its lower end and back along the upper, to the top of the chart where there is none', () => {
  const band = { x: COLUMN, low: Float64Array.of(3, 1), high: Float64Array.of(Infinity, 2) }
  const curve = { name: 'H100', styleIndex: 0, x: COLUMN, y: COLUMN, preferred: null, pins: [], band }
  const { series } = frontierChart([curve], VIEW)
  const area = series.find((one) => 'renderItem' in one) as unknown as Area
  const { shape } = area.renderItem({ coordSys: { y: 12 } }, { coord: ([x, y]) => [2 * x!, 500 - y!] })
  expect(shape.points).toEqual([
    [20, 499],
    [200, 497],
    [200, 12],
    [20, 498],
  ])
})
