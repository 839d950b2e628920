import type { ObservedRow, ObservedSection } from '../../../shared/report/observed-section.ts'
import { escapeHtml } from '../escape-html.ts'
import type { SectionContext, SectionHtml } from '../section-context.ts'
import { observedSwatch } from '../swatch.ts'

const rowHtml = ({ name, tokensPerSecond, cost, predicted, by, difference }: ObservedRow): string =>
  `<tr><th scope="row"><bdi>${escapeHtml(name)}</bdi></th><td class="number">${tokensPerSecond}</td><td class="number">${cost}</td>${
    predicted === ''
      ? '<td colspan="3" class="quiet">no frontier reaches it</td>'
      : `<td class="number">${escapeHtml(predicted)}</td><td class="number">${difference}</td><td class="small"><bdi>${escapeHtml(by)}</bdi></td>`
  }</tr>`

function setHtml({ palette }: SectionContext, { set, markerIndex, from, rows }: ObservedSection): string {
  const left = set.points.length - rows.length
  const price =
    set.usdPerGpuHour === null ? '' : ` Priced at $${set.usdPerGpuHour} per GPU-hour where the source gives throughput.`
  const more =
    left === 0 ? '' : ` The ${rows.length} fastest of ${set.points.length} points; all are in the scenario file.`
  return `<h3>${observedSwatch(palette, markerIndex)} <bdi>${escapeHtml(set.name)}</bdi></h3>
<p class="table-note before">${escapeHtml(from === '' ? 'No source given.' : `Source: ${from}.`)}${price}${more}</p>
<table class="observed"><thead><tr><th scope="col">Point</th><th scope="col" class="number">Tokens/s per user</th><th scope="col" class="number">USD per million</th><th scope="col" class="number">Predicted</th><th scope="col" class="number">Off by</th><th scope="col">By</th></tr></thead><tbody>${rows.map(rowHtml).join('')}</tbody></table>`
}

/** Measured and offered points with their sources, against the nearest prediction. */
export const observedSection: SectionHtml = (context) =>
  context.report.observed.map((one) => setHtml(context, one)).join('')
