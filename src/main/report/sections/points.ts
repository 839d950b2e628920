import { amount, threeSignificant, usd } from '../../../shared/report/format.ts'
import { layoutName } from '../../../shared/report/layout-name.ts'
import { gpusInWords } from '../../../shared/report/point-facts.ts'
import type { Reading } from '../../../shared/report/readings-table.ts'
import type { Report } from '../../../shared/report/report.ts'
import { escapeHtml } from '../escape-html.ts'
import { namedSeries, type SectionHtml } from '../section-context.ts'

function pointCell({ series }: Report, at: number, { index, tokensPerSecond, usdPerMillionTokens }: Reading): string {
  const { points } = series[at]!.result
  const layout = layoutName(points, index).replace(/, 1 replica of .*$/, '')
  return `<td class="number">${threeSignificant(tokensPerSecond)} <span class="quiet">@ ${usd(usdPerMillionTokens)}</span><br><span class="quiet small">${gpusInWords(points, index)}, batch ${amount(points.batch[index]!)}</span><br><span class="quiet small layout">${escapeHtml(layout)}</span></td>`
}

/** The fastest, the preferred and the cheapest point of each series, and how sure the preferred one is. */
export const pointsSection: SectionHtml = (context) => {
  const { report } = context
  const rows = report.readings.rows.map((row, at) => {
    if (row === null) return ''
    const { error } = row.preferred
    const cells = [row.fastest, row.preferred, row.cheapest].map((reading) => pointCell(report, at, reading))
    return `<tr><th scope="row">${namedSeries(context, at)}</th>${cells.join('')}<td class="sure"><strong>${escapeHtml(error.short)}</strong> ${escapeHtml([error.because, ...error.notes].join('; '))}</td></tr>`
  })
  if (rows.every((row) => row === '')) return ''
  return `<table><thead><tr><th scope="col">Tokens/s @ USD per million tokens</th><th scope="col" class="number">Fastest</th><th scope="col" class="number">Preferred</th><th scope="col" class="number">Cheapest</th><th scope="col">How sure, preferred point</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}
