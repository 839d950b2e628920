import { axisTicks, type AxisQuantity, type AxisRange, type AxisScale } from './axis.ts'
import type { ChartBounds } from './chart-bounds.ts'
import type { Curve } from './frontier-curves.ts'
import { markerStyle, observedMarker } from './markers.ts'
import type { ObservedMarks } from './observed-marks.ts'
import { seriesStyle, type Palette } from './palette.ts'

/** Axes of a chart: what they show, how, and from where to where. */
export interface ChartAxes {
  readonly x: AxisQuantity
  readonly y: AxisQuantity
  readonly xScale: AxisScale
  readonly yScale: AxisScale
  readonly bounds: ChartBounds
}

export interface ChartView extends ChartAxes {
  readonly palette: Palette
  readonly fontSize: number
  readonly fontFamily: string
  readonly axisNames: boolean
}

const LEFT = 62
const RIGHT = 18
const TOP = 12

/** Pixels around the plot, for whatever is laid over it. */
export const chartMargins = (axisNames: boolean) => ({
  left: LEFT,
  right: RIGHT,
  top: TOP,
  bottom: axisNames ? 46 : 28,
})

/** Speeds of one user double from label to label; all else goes in decades. */
const baseOf = ({ id }: AxisQuantity): 2 | 10 => (id === 'tokens-per-second' ? 2 : 10)

/** Observed points as far as they are drawn. */
export type DrawnMarks = Pick<ObservedMarks, 'markerIndex' | 'x' | 'y'> & { readonly set: { readonly name: string } }

/** The chart of a comparison as a plain ECharts option; the window and the report draw the same one. */
export function frontierChart(curves: readonly Curve[], view: ChartView, observed: readonly DrawnMarks[] = []) {
  const { palette, x, y, xScale, yScale, bounds, fontSize, fontFamily } = view
  const label = { color: palette.textSecondary, fontSize, fontFamily }
  const axis = (quantity: AxisQuantity, scale: AxisScale, [min, max]: AxisRange) => {
    const values = axisTicks([min, max], scale, baseOf(quantity))
    return {
      type: scale === 'log' ? 'log' : 'value',
      logBase: baseOf(quantity),
      min,
      max,
      name: '',
      axisLabel: { ...label, hideOverlap: true, customValues: values, formatter: quantity.tick },
      axisLine: { show: true, onZero: false, lineStyle: { color: palette.lineStrong } },
      axisTick: { show: true, length: 0, customValues: values },
      splitLine: { show: true, lineStyle: { color: palette.line } },
    }
  }
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { ...chartMargins(view.axisNames), containLabel: false },
    xAxis: {
      ...axis(x, xScale, bounds.x),
      name: view.axisNames ? x.name : '',
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: label,
    },
    yAxis: axis(y, yScale, bounds.y),
    aria: { enabled: true, label: { description: `${y.name} against ${x.name}` } },
    series: [
      ...curves.flatMap((curve) => bandMarks(curve, view, curves.filter(({ band }) => band != null).length)),
      ...curves.flatMap((curve) => curveMarks(curve, view)),
      ...observed.map((marks) => dots(marks, view)),
    ],
  }
}

function dots({ set, markerIndex, x, y }: DrawnMarks, { palette }: ChartView) {
  const { colour, path } = observedMarker(palette, markerIndex)
  return {
    type: 'scatter',
    name: set.name,
    data: Array.from(x, (_, i) => [x[i]!, y[i]!]),
    symbol: `path://${path}`,
    symbolSize: 8,
    silent: true,
    clip: true,
    itemStyle: { color: palette.surface, borderColor: colour, borderWidth: 1.4 },
    z: 3,
  }
}

/** Many bands lie over each other: the more there are, the fainter is each, so that lines stay what is seen. */
const bandOpacity = (curves: number): number => (curves <= 3 ? 0.2 : curves <= 6 ? 0.14 : 0.09)

interface Drawing {
  readonly coord: (at: readonly [number, number]) => [number, number]
}

/** The band as one area: along its lower end and back along the upper, which is the top of the chart where there is none. */
function bandMarks({ name, styleIndex, look, band }: Curve, { palette }: ChartView, curves: number): object[] {
  if (band == null || band.x.length === 0) return []
  const { colour } = seriesStyle(palette, styleIndex, look)
  const places = (column: Float64Array): (readonly [number, number])[] => Array.from(band.x, (x, i) => [x, column[i]!])
  const outline = [...places(band.low).toReversed(), ...places(band.high)]
  return [
    {
      type: 'custom',
      name: `${name}, 90 %`,
      data: [0],
      silent: true,
      clip: true,
      z: 1,
      renderItem: ({ coordSys: { y: top } }: { readonly coordSys: { readonly y: number } }, { coord }: Drawing) => ({
        type: 'polygon',
        silent: true,
        shape: { points: outline.map(([x, y]) => (y < Infinity ? coord([x, y]) : [coord([x, 1])[0], top])) },
        style: { fill: colour, opacity: bandOpacity(curves) },
      }),
    },
  ]
}

function pointMarks({ name, styleIndex, x, y }: Curve, { palette }: ChartView) {
  const { colour, path } = markerStyle(palette, styleIndex)
  return {
    type: 'scatter',
    name,
    data: Array.from(x, (_, i) => [x[i]!, y[i]!]),
    symbol: `path://${path}`,
    symbolSize: 9,
    silent: true,
    clip: true,
    itemStyle: { color: colour, borderColor: palette.surface, borderWidth: 0.6 },
    z: 3,
  }
}

function curveMarks(curve: Curve, view: ChartView) {
  if (curve.drawn === 'points') return [pointMarks(curve, view)]
  const { name, styleIndex, look, x, y, preferred, pins } = curve
  const { palette, fontFamily } = view
  const { colour, dash } = seriesStyle(palette, styleIndex, look)
  const at = (index: number): [number, number] => [x[index]!, y[index]!]
  const mark = (what: string, index: number, symbol: string, itemStyle: object, z: number) => ({
    type: 'scatter',
    name: `${name}, ${what}`,
    data: [at(index)],
    symbol,
    symbolSize: 11,
    silent: true,
    clip: true,
    itemStyle,
    z,
  })
  const marks: object[] = [
    {
      type: 'line',
      name,
      data: Array.from(x, (_, i) => at(i)),
      showSymbol: false,
      silent: true,
      clip: true,
      lineStyle: {
        color: colour,
        width: 1.8,
        type: dash.length === 0 ? 'solid' : [...dash],
        cap: 'butt',
        join: 'round',
      },
      z: 2,
    },
  ]
  if (preferred !== null)
    marks.push(
      mark('preferred', preferred, 'diamond', { color: palette.surface, borderColor: colour, borderWidth: 1.6 }, 3),
    )
  for (const pin of pins)
    marks.push({
      ...mark(
        `pin ${pin.name}`,
        pin.index,
        'circle',
        { color: colour, borderColor: palette.surface, borderWidth: 2 },
        4,
      ),
      symbolSize: 18,
      label: { show: true, formatter: pin.name, color: palette.surface, fontSize: 11, fontWeight: 'bold', fontFamily },
    })
  return marks
}
