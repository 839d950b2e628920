import { frontierSvg } from '../chart-svg.ts'
import { escapeHtml } from '../escape-html.ts'
import { chartSeries, namedSeries, type SectionContext, type SectionHtml } from '../section-context.ts'
import { observedSwatch } from '../swatch.ts'

/** Height of the chart: with title and summary it leaves room for a table of some series on an upright page. */
const heightFor = ({ width, height }: SectionContext): number => Math.round(height * (width > height ? 0.42 : 0.29))

/** All frontiers in one chart, with observed points over them. */
export const overlaySection: SectionHtml = (context) => {
  const { report, palette, width } = context
  const sets = report.observed.map(({ set }) => set)
  const svg = frontierSvg(chartSeries(context), {
    speedWeight: report.speedWeight,
    width,
    height: heightFor(context),
    palette,
    observed: report.observed,
  })
  const legend = [
    ...report.series.map((_, at) => `<li>${namedSeries(context, at)}</li>`),
    ...report.observed.map(
      ({ set, markerIndex }) => `<li>${observedSwatch(palette, markerIndex)} <bdi>${escapeHtml(set.name)}</bdi></li>`,
    ),
  ].join('')
  const observed = sets.length === 0 ? '' : ' Hollow marks in grey: observed points.'
  return `<figure role="img" aria-label="Cost against speed of ${report.series.length} frontiers">${svg}</figure>
<ul class="legend">${legend}</ul>
<p class="caption">Least cost at each speed, in USD per million output tokens. Diamonds: preferred points (speed<sup>${report.speedWeight}</sup>/cost).${observed}</p>`
}
