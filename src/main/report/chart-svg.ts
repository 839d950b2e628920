import { frontierBounds } from '../../shared/report/chart-bounds.ts'
import { frontierChart } from '../../shared/report/frontier-chart.ts'
import { frontierCurve, type ChartSeries } from '../../shared/report/frontier-curves.ts'
import { metricOf, speedAxisOf, USUAL_PUE } from '../../shared/report/metrics.ts'
import { LIGHT } from '../../shared/report/palette.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import { drawSvg, REPORT_FONT } from './draw-svg.ts'

/** Draws frontiers as an SVG, in the light palette, on the axes that hold all of them. */
export function frontierSvg(
  series: readonly ChartSeries[],
  speedWeight: number,
  width: number,
  height: number,
): string {
  const x = speedAxisOf('tokens-per-second')
  const y = metricOf('cost')
  const curves = series.map((one) => frontierCurve(one, y, x, USUAL_PUE, speedWeight))
  return drawSvg(
    frontierChart(curves, {
      x,
      y,
      xScale: 'log',
      yScale: 'log',
      bounds: frontierBounds(curves, x, 'log', 'log'),
      palette: LIGHT,
      fontSize: 11,
      fontFamily: REPORT_FONT,
      axisNames: true,
    }),
    width,
    height,
  )
}

const chartSeries = (scenario: Scenario, results: readonly FrontierResult[]): ChartSeries[] =>
  scenario.series.map((look, styleIndex) => ({ name: look.name, styleIndex, look, result: results[styleIndex]! }))

/** The charts of a comparison: the overlay, then each frontier by itself. Names are fit for files. */
export function renderChartSvgs(
  scenario: Scenario,
  results: readonly FrontierResult[],
): { readonly name: string; readonly svg: string }[] {
  const { speedWeight } = scenario.readings
  const all = chartSeries(scenario, results)
  return [
    { name: 'overlay', svg: frontierSvg(all, speedWeight, 900, 480) },
    ...all.map((one, i) => ({ name: `series-${i + 1}`, svg: frontierSvg([one], speedWeight, 900, 480) })),
  ]
}
