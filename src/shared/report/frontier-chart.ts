import type { FrontierPoints } from '../search/frontier-points.ts'
import { preferredIndex } from '../search/readings.ts'
import type { ChartBounds, SpeedScale } from './chart-bounds.ts'
import { plainNumber, usdLabel } from './format.ts'
import type { SeriesLook } from '../scenario/look.ts'
import { METRICS, metricValue, type MetricId } from './metrics.ts'
import { seriesStyle, type Palette } from './palette.ts'

/** A frontier to draw; `styleIndex` is its place in the whole comparison, so that a panel keeps its colour. */
export interface ChartSeries {
  readonly name: string
  readonly styleIndex: number
  readonly look?: SeriesLook
  readonly points: FrontierPoints
}

/** A pinned point: its letter, series and place in it. */
export interface PinnedMark {
  readonly name: string
  readonly styleIndex: number
  readonly index: number
}

export interface ChartView {
  readonly metric: MetricId
  readonly scale: SpeedScale
  readonly bounds: ChartBounds
  readonly palette: Palette
  readonly fontSize: number
  readonly fontFamily: string
  readonly axisNames: boolean
  /** Weight of speed in the preferred point. */
  readonly speedWeight?: number
  readonly pinned: readonly PinnedMark[]
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

const coordinates = (points: FrontierPoints, metric: MetricId, index: number): [number, number] => [
  points.tokensPerSecond[index]!,
  metricValue(points, metric, index),
]

const percent = (share: number): string => `${plainNumber(share * 100)} %`

/** The chart of a comparison as a plain ECharts option; the window and the report draw the same one. */
export function frontierChart(series: readonly ChartSeries[], view: ChartView) {
  const { palette, metric, bounds, fontSize, fontFamily } = view
  const about = METRICS.find((candidate) => candidate.id === metric)!
  const label = { color: palette.textSecondary, fontSize, fontFamily }
  const formatValue = (value: number): string =>
    metric === 'cost' ? usdLabel(value) : metric === 'mfu' ? percent(value) : plainNumber(value)
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { ...chartMargins(view.axisNames), containLabel: false },
    xAxis: {
      type: view.scale === 'log' ? 'log' : 'value',
      logBase: 2,
      min: bounds.speed[0],
      max: bounds.speed[1],
      name: view.axisNames ? 'tokens per second for one user' : '',
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: label,
      axisLabel: { ...label, hideOverlap: true, formatter: (value: number) => plainNumber(value) },
      axisLine: { show: true, onZero: false, lineStyle: { color: palette.lineStrong } },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: palette.line } },
    },
    yAxis: {
      type: 'log',
      logBase: 10,
      min: bounds.value[0],
      max: bounds.value[1],
      name: '',
      axisLabel: { ...label, hideOverlap: true, formatter: formatValue },
      axisLine: { show: true, onZero: false, lineStyle: { color: palette.lineStrong } },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: palette.line } },
    },
    aria: { enabled: true, label: { description: `${about.axis} against tokens per second for one user` } },
    series: series.flatMap((one) => seriesMarks(one, view)),
  }
}

function seriesMarks({ name, styleIndex, look, points }: ChartSeries, view: ChartView) {
  const { palette, metric, pinned, fontFamily } = view
  const { colour, dash } = seriesStyle(palette, styleIndex, look)
  const data = Array.from(points.tokensPerSecond, (_, i) => coordinates(points, metric, i))
  const marks: object[] = [
    {
      type: 'line',
      name,
      data,
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
  if (data.length === 0) return marks
  marks.push({
    type: 'scatter',
    name: `${name}, preferred`,
    data: [coordinates(points, metric, preferredIndex(points, view.speedWeight))],
    symbol: 'diamond',
    symbolSize: 11,
    silent: true,
    itemStyle: { color: palette.surface, borderColor: colour, borderWidth: 1.6 },
    z: 3,
  })
  for (const pin of pinned.filter((one) => one.styleIndex === styleIndex))
    marks.push({
      type: 'scatter',
      name: `${name}, pin ${pin.name}`,
      data: [coordinates(points, metric, pin.index)],
      symbol: 'circle',
      symbolSize: 18,
      label: { show: true, formatter: pin.name, color: palette.surface, fontSize: 11, fontWeight: 'bold', fontFamily },
      silent: true,
      itemStyle: { color: colour, borderColor: palette.surface, borderWidth: 2 },
      z: 4,
    })
  return marks
}
