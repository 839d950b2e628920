import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, LegendComponent, SVGRenderer])

export const REPORT_FONT = 'Inter, sans-serif'

/** Ids inside drift from one drawing to the next; by order of appearance they are the same for the same picture. */
function steadyIds(svg: string, prefix: string): string {
  const names = new Map<string, string>()
  return svg.replace(/zr[\w-]*\d+(?:-[\w]+)*/g, (id) => {
    if (!names.has(id)) names.set(id, `${prefix}${names.size}`)
    return names.get(id)!
  })
}

/**
 * Draws an ECharts option as an SVG of so many pixels, the same text for the same option.
 * @param ids what its ids begin with: another for each of several drawings in one document
 */
export function drawSvg(option: Record<string, unknown>, width: number, height: number, ids = 'p'): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...option, aria: { enabled: false } })
    return steadyIds(chart.renderToSVGString(), ids)
  } finally {
    // A chart that is not disposed keeps the process alive.
    chart.dispose()
  }
}
