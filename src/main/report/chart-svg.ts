import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { chartBounds } from '../../shared/report/chart-bounds.ts'
import { frontierChart, type ChartSeries } from '../../shared/report/frontier-chart.ts'
import { LIGHT } from '../../shared/report/palette.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'

use([LineChart, ScatterChart, GridComponent, SVGRenderer])

/** Ids inside drift from one drawing to the next; by order of appearance they are the same for the same picture. */
function steadyIds(svg: string): string {
  const names = new Map<string, string>()
  return svg.replace(/zr[\w-]*\d+(?:-[\w]+)*/g, (id) => {
    if (!names.has(id)) names.set(id, `p${names.size}`)
    return names.get(id)!
  })
}

/** Draws frontiers as an SVG, in the light palette, on the axes that hold all of them. */
export function frontierSvg(series: readonly ChartSeries[], width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({
      ...frontierChart(series, {
        metric: 'cost',
        scale: 'log',
        bounds: chartBounds(
          series.map((one) => one.points),
          'cost',
          'log',
        ),
        palette: LIGHT,
        fontSize: 11,
        fontFamily: 'Inter Variable, Inter, sans-serif',
        axisNames: true,
        pinned: null,
      }),
      aria: { enabled: false },
    })
    return steadyIds(chart.renderToSVGString())
  } finally {
    // A chart that is not disposed keeps the process alive.
    chart.dispose()
  }
}

const chartSeries = (scenario: Scenario, results: readonly FrontierResult[]): ChartSeries[] =>
  scenario.series.map(({ name }, styleIndex) => ({ name, styleIndex, points: results[styleIndex]!.points }))

/** The charts of a comparison: the overlay, then each frontier by itself. Names are fit for files. */
export function renderChartSvgs(
  scenario: Scenario,
  results: readonly FrontierResult[],
): { readonly name: string; readonly svg: string }[] {
  const all = chartSeries(scenario, results)
  return [
    { name: 'overlay', svg: frontierSvg(all, 900, 480) },
    ...all.map((one, i) => ({ name: `series-${i + 1}`, svg: frontierSvg([one], 900, 480) })),
  ]
}
