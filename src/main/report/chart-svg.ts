import { frontierBounds, type ChartBounds } from '../../shared/report/chart-bounds.ts'
import { frontierChart, type ChartView } from '../../shared/report/frontier-chart.ts'
import { frontierCurve, type ChartSeries, type Curve } from '../../shared/report/frontier-curves.ts'
import { metricOf, speedAxisOf, USUAL_PUE } from '../../shared/report/metrics.ts'
import { observedMarks } from '../../shared/report/observed-marks.ts'
import type { ObservedSection } from '../../shared/report/observed-section.ts'
import type { Palette } from '../../shared/report/palette.ts'
import { drawSvg, REPORT_FONT } from './draw-svg.ts'

export interface ChartLook {
  readonly speedWeight: number
  /** Of the drawing, in pixels. */
  readonly width: number
  readonly height: number
  readonly palette: Palette
}

const X = speedAxisOf('tokens-per-second')
const Y = metricOf('cost')

const curvesOf = (series: readonly ChartSeries[], speedWeight: number): Curve[] =>
  series.map((one) => frontierCurve(one, Y, X, USUAL_PUE, speedWeight))

const viewOf = (palette: Palette, bounds: ChartBounds, axisNames: boolean): ChartView => ({
  x: X,
  y: Y,
  xScale: 'log',
  yScale: 'log',
  bounds,
  palette,
  fontSize: 11,
  fontFamily: REPORT_FONT,
  axisNames,
})

/** Axes that hold all the frontiers. */
export const sharedBounds = (
  series: readonly ChartSeries[],
  observed: readonly { x: Float64Array; y: Float64Array }[] = [],
): ChartBounds => frontierBounds([...curvesOf(series, 0), ...observed], X, 'log', 'log')

/** Draws frontiers as an SVG, on the axes that hold all of them and the observed points over them. */
export function frontierSvg(
  series: readonly ChartSeries[],
  {
    speedWeight,
    width,
    height,
    palette,
    observed = [],
  }: ChartLook & { readonly observed?: readonly ObservedSection[] },
): string {
  const marks = observed.map(({ set, markerIndex }) => observedMarks(set, markerIndex, Y, X))
  const bounds = sharedBounds(series, marks)
  return drawSvg(frontierChart(curvesOf(series, speedWeight), viewOf(palette, bounds, true), marks), width, height)
}

/** Draws one of some frontiers over the others in pale, on axes that are given. */
export function panelSvg(
  series: readonly ChartSeries[],
  at: number,
  { speedWeight, width, height, palette, bounds }: ChartLook & { readonly bounds: ChartBounds },
): string {
  const curves = curvesOf(series, speedWeight)
  const pale: Palette = { ...palette, series: palette.series.map(() => palette.lineStrong) }
  const others = curves.filter((_, i) => i !== at).map((curve) => ({ ...curve, preferred: null }))
  const own = frontierChart([curves[at]!], viewOf(palette, bounds, false))
  const behind = frontierChart(others, viewOf(pale, bounds, false)).series.map((line) => ({ ...line, z: 1 }))
  return drawSvg({ ...own, series: [...behind, ...own.series] }, width, height)
}
