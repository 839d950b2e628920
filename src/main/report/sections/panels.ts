import { panelColumns } from '../../../shared/report/panel-columns.ts'
import { sharedBounds, panelSvg } from '../chart-svg.ts'
import { chartSeries, namedSeries, type SectionHtml } from '../section-context.ts'

/** Pixels a panel is drawn in; it is scaled to its column. */
const PANEL = { width: 330, height: 195 } as const

/** A wide page has room for one more. */
const MOST_ON_WIDE = 4

/** Each frontier by itself before the others in pale, all on the same axes. */
export const panelsSection: SectionHtml = (context) => {
  const { report, palette, width, height } = context
  if (report.series.length < 2) return ''
  const all = chartSeries(context)
  const bounds = sharedBounds(all)
  const columns = width > height ? Math.min(MOST_ON_WIDE, all.length) : panelColumns(all.length)
  const panels = all.map(
    (_, at) =>
      `<figure class="panel"><figcaption>${namedSeries(context, at)}</figcaption>${panelSvg(all, at, {
        ...PANEL,
        speedWeight: report.speedWeight,
        palette,
        bounds,
      })}</figure>`,
  )
  return `<div class="panels" style="grid-template-columns:repeat(${columns},minmax(0,1fr))">${panels.join('')}</div>
<p class="caption">USD per million output tokens against tokens per second for one user. Pale: the other frontiers.</p>`
}
