import type { ChartSeries } from '../../shared/report/frontier-chart.ts'
import { signedPercent, threeSignificant, usd } from '../../shared/report/format.ts'
import { LIGHT, seriesStyle } from '../../shared/report/palette.ts'
import type { CostReading, ReadingsRow } from '../../shared/report/readings-table.ts'
import type { Report } from '../../shared/report/report.ts'
import { frontierSvg } from './chart-svg.ts'
import { reportStyle } from './report-style.ts'

/** Where a report comes from, for its foot. */
export interface Provenance {
  readonly version: string
  readonly date: Date
  /** First digits of the scenario's hash. */
  readonly fingerprint: string
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const longDate = (date: Date): string =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

const swatch = (styleIndex: number): string => {
  const { colour, dash } = seriesStyle(LIGHT, styleIndex)
  return `<svg class="swatch" width="26" height="8" viewBox="0 0 26 8"><line x1="0" y1="4" x2="26" y2="4" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash.join(' ')}"/></svg>`
}

/** One line for the foot of every page. */
export const footLine = ({ version, date, fingerprint }: Provenance): string =>
  `Paretoscope ${version} · rule set: paper · scenario ${fingerprint} · ${longDate(date)}`

function costCell(reading: CostReading | null, isBaseline: boolean): string {
  if (reading === null) return '<td class="number quiet">–</td>'
  const change = reading.againstBaseline
  const kind = change === null ? '' : change < -0.005 ? ' better' : change > 0.005 ? ' worse' : ''
  const note = isBaseline ? 'base' : change === null ? '' : signedPercent(change)
  return `<td class="number">${threeSignificant(reading.usdPerMillionTokens)} <span class="change${kind}">${note}</span></td>`
}

function costTable({ readings, series }: Report): string {
  const head = readings.speeds.map((speed) => `<th class="number">${speed} tok/s</th>`).join('')
  const rows = readings.rows
    .map((row, i) => {
      const name = `<th scope="row">${swatch(i)} ${escape(series[i]!.name)}</th>`
      if (row === null)
        return `<tr>${name}<td colspan="${readings.speeds.length}" class="quiet">${escape(series[i]!.result.nothingFits ?? 'no point')}</td></tr>`
      return `<tr>${name}${row.atSpeed.map((reading) => costCell(reading, i === 0)).join('')}</tr>`
    })
    .join('')
  return `<table><thead><tr><th>USD per million tokens</th>${head}</tr></thead><tbody>${rows}</tbody></table>`
}

function pointsTable({ readings, series }: Report): string {
  const cell = (reading: ReadingsRow['fastest'], at: number): string => {
    const { points } = series[at]!.result
    return `<td class="number">${threeSignificant(reading.tokensPerSecond)} <span class="quiet">@ ${usd(reading.usdPerMillionTokens)}</span><br><span class="quiet">${threeSignificant(points.gpus[reading.index]!)} GPUs, batch ${threeSignificant(points.batch[reading.index]!)}</span></td>`
  }
  const rows = readings.rows
    .map((row, i) =>
      row === null
        ? ''
        : `<tr><th scope="row">${swatch(i)} ${escape(row.name)}</th>${[row.fastest, row.preferred, row.cheapest].map((reading) => cell(reading, i)).join('')}</tr>`,
    )
    .join('')
  return `<table><thead><tr><th>Tokens/s @ USD per million tokens</th><th class="number">Fastest</th><th class="number">Preferred</th><th class="number">Cheapest</th></tr></thead><tbody>${rows}</tbody></table>`
}

function seriesSections({ series }: Report): string {
  return series
    .map(
      ({ name, facts }, i) =>
        `<section class="series"><h3>${swatch(i)} ${escape(name)}</h3><dl>${facts
          .map(([label, value]) => `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`)
          .join('')}</dl></section>`,
    )
    .join('')
}

/** A report as one page of HTML that needs nothing from outside; `fontCss` embeds the typeface. */
export function reportHtml(report: Report, provenance: Provenance, fontCss: string): string {
  const charts: ChartSeries[] = report.series.map(({ name, result }, styleIndex) => ({
    name,
    styleIndex,
    points: result.points,
  }))
  const legend = charts.map((one) => `<li>${swatch(one.styleIndex)} ${escape(one.name)}</li>`).join('')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(report.title)}</title>
<meta name="author" content="Paretoscope ${escape(provenance.version)}">
<style>${fontCss}${reportStyle}</style></head>
<body>
<header><p class="kicker">${escape(report.kicker)}</p><h1>${escape(report.title)}</h1>
${report.summary.map((sentence) => `<p class="summary">${escape(sentence)}</p>`).join('')}</header>
<ul class="headlines">${report.headlines.map(({ value, says }) => `<li><strong>${escape(value)}</strong><span>${escape(says)}</span></li>`).join('')}</ul>
<figure>${frontierSvg(charts, 672, 330)}<ul class="legend">${legend}</ul>
<figcaption>Least cost at each speed, in USD per million output tokens. Diamonds: preferred points (speed³/cost).</figcaption></figure>
<section><h2>Cost at round speeds</h2>${costTable(report)}</section>
<section class="whole"><h2>Chosen points</h2>${pointsTable(report)}</section>
<section><h2>Series and their inputs</h2><div class="columns">${seriesSections(report)}</div></section>
<section><h2>Assumptions</h2><ul class="plain">${report.assumptions.map((text) => `<li>${escape(text)}</li>`).join('')}</ul></section>
${report.notes === '' ? '' : `<section><h2>Notes</h2><p class="notes">${escape(report.notes)}</p></section>`}
<section><h2>Origin</h2><p class="notes">${escape(footLine(provenance))}. Written ${longDate(provenance.date)}.</p></section>
</body></html>`
}
