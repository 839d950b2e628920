import { nothingFitsInWords } from '../../shared/report/least-change-in-words.ts'
import type { ChartSeries } from '../../shared/report/frontier-curves.ts'
import { amount, signedPercent, threeSignificant, usd } from '../../shared/report/format.ts'
import { LIGHT, seriesStyle } from '../../shared/report/palette.ts'
import { layoutName } from '../../shared/report/layout-name.ts'
import type { SeriesLook } from '../../shared/scenario/look.ts'
import type { Reading } from '../../shared/report/readings-table.ts'
import { gpusInWords, type Fact } from '../../shared/report/point-facts.ts'
import type { PreferredPoint, Report } from '../../shared/report/report.ts'
import { frontierSvg } from './chart-svg.ts'
import { escapeHtml } from './escape-html.ts'
import { reportStyle } from './report-style.ts'
import { timeTables } from './time-table.ts'

/** Where a report comes from, for its foot. */
export interface Provenance {
  readonly version: string
  readonly date: Date
  /** First digits of the scenario's hash. */
  readonly fingerprint: string
}

const longDate = (date: Date): string =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

const swatch = (styleIndex: number, look: SeriesLook): string => {
  const { colour, dash } = seriesStyle(LIGHT, styleIndex, look)
  return `<svg class="swatch" width="26" height="8" viewBox="0 0 26 8"><line x1="0" y1="4" x2="26" y2="4" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash.join(' ')}"/></svg>`
}

/** One line for the foot of every page. @param rules the rule sets in use */
export const footLine = (rules: string, { version, date, fingerprint }: Provenance): string =>
  `Paretoscope ${version} · rules: ${rules} · scenario ${fingerprint} · ${longDate(date)}`

const gpusOf = ({ series }: Report, at: number, index: number): string => gpusInWords(series[at]!.result.points, index)

function changeOf(report: Report, at: number, change: number | null, faster: boolean): string {
  if (at === report.readings.baseline) return '<span class="change">base</span>'
  if (change === null) return ''
  const kind = Math.abs(change) <= 0.005 ? '' : change > 0 === faster ? ' better' : ' worse'
  return `<span class="change${kind}">${signedPercent(change)}</span>`
}

/** A figure between two points has the mark of an estimate; beyond the frontier's end, the end is named. */
function readingCell(report: Report, at: number, reading: Reading | null, kind: 'cost' | 'speed'): string {
  if (reading === null) return `<td class="number quiet">${kind === 'cost' ? 'not this fast' : 'not this cheap'}</td>`
  const { placed, usdPerMillionTokens, tokensPerSecond } = reading
  const value = threeSignificant(kind === 'cost' ? usdPerMillionTokens : tokensPerSecond)
  const end = kind === 'cost' ? `at ${threeSignificant(tokensPerSecond)} tok/s` : `at ${usd(usdPerMillionTokens)}`
  const change = changeOf(report, at, kind === 'cost' ? reading.costChange : reading.speedChange, kind === 'speed')
  return `<td class="number">${placed === 'between' ? '~' : ''}${value} ${change}<br><span class="quiet">${placed === 'end' ? `${end}<br>` : ''}${gpusOf(report, at, reading.index)}<br>${reading.error.short}</span></td>`
}

function readingsRows(report: Report, title: string, heads: readonly string[], kind: 'cost' | 'speed'): string {
  const { readings, series } = report
  const head = heads.map((text) => `<th class="number">${text}</th>`).join('')
  const rows = readings.rows
    .map((row, i) => {
      const name = `<th scope="row">${swatch(i, series[i]!.look)} ${escapeHtml(series[i]!.name)}</th>`
      if (row === null)
        return `<tr>${name}<td colspan="${heads.length}" class="quiet">${escapeHtml(nothingFitsInWords(series[i]!.result) ?? 'no point')}</td></tr>`
      const cells = kind === 'cost' ? row.atSpeed : row.atCost
      return `<tr>${name}${cells.map((reading) => readingCell(report, i, reading, kind)).join('')}</tr>`
    })
    .join('')
  return `<table><thead><tr><th>${title}</th>${head}</tr></thead><tbody>${rows}</tbody></table>`
}

const costTable = (report: Report): string =>
  readingsRows(
    report,
    'USD per million tokens',
    report.readings.speeds.map((speed) => `${speed} tok/s`),
    'cost',
  )

const speedTable = (report: Report): string =>
  report.readings.costs.length === 0
    ? ''
    : `<section><h2>Speed at costs</h2>${readingsRows(
        report,
        'Tokens per second per user',
        report.readings.costs.map((cost) => `${usd(cost)} /M`),
        'speed',
      )}</section>`

function pointsTable(report: Report): string {
  const { readings, series } = report
  const cell = (reading: Reading, at: number): string => {
    const { points } = series[at]!.result
    const layout = layoutName(points, reading.index).replace(/, 1 replica of .*$/, '')
    return `<td class="number">${threeSignificant(reading.tokensPerSecond)} <span class="quiet">@ ${usd(reading.usdPerMillionTokens)}</span><br><span class="quiet">${gpusOf(report, at, reading.index)}, batch ${amount(points.batch[reading.index]!)}</span><br><span class="quiet layout">${escapeHtml(layout)}</span></td>`
  }
  const sure = ({ error }: Reading): string =>
    `<td class="sure"><strong>${escapeHtml(error.short)}</strong> ${escapeHtml([error.because, ...error.notes].join('; '))}</td>`
  const rows = readings.rows
    .map((row, i) =>
      row === null
        ? ''
        : `<tr><th scope="row">${swatch(i, series[i]!.look)} ${escapeHtml(row.name)}</th>${[row.fastest, row.preferred, row.cheapest].map((reading) => cell(reading, i)).join('')}${sure(row.preferred)}</tr>`,
    )
    .join('')
  return `<table><thead><tr><th>Tokens/s @ USD per million tokens</th><th class="number">Fastest</th><th class="number">Preferred</th><th class="number">Cheapest</th><th>How sure, preferred point</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** What the tokens of the preferred point cost, where prompts are accounted for. */
const pricesOf = (preferred: PreferredPoint | null): Fact[] =>
  (preferred?.prices ?? []).map(([label, value]) => [`${label}, preferred point`, `${value} per million tokens`])

function seriesSections({ series }: Report): string {
  return series
    .map(
      ({ name, facts, preferred, look, notes }, i) =>
        `<section class="series"><h3>${swatch(i, look)} ${escapeHtml(name)}</h3>${notes === '' ? '' : `<p class="notes">${escapeHtml(notes)}</p>`}<dl>${[
          ...facts,
          ...pricesOf(preferred),
        ]
          .map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
          .join('')}</dl></section>`,
    )
    .join('')
}

/** A report as one page of HTML that needs nothing from outside; `fontCss` embeds the typeface. */
export function reportHtml(report: Report, provenance: Provenance, fontCss: string): string {
  const charts: ChartSeries[] = report.series.map(({ name, look, result }, styleIndex) => ({
    name,
    styleIndex,
    look,
    result,
  }))
  const legend = charts
    .map((one) => `<li>${swatch(one.styleIndex, one.look ?? {})} ${escapeHtml(one.name)}</li>`)
    .join('')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(report.title)}</title>
<meta name="author" content="Paretoscope ${escapeHtml(provenance.version)}">
<style>${fontCss}${reportStyle}</style></head>
<body>
<header><p class="kicker">${escapeHtml(report.kicker)}</p><h1>${escapeHtml(report.title)}</h1>
${report.summary.map((sentence) => `<p class="summary">${escapeHtml(sentence)}</p>`).join('')}</header>
<ul class="headlines">${report.headlines.map(({ value, says }) => `<li><strong>${escapeHtml(value)}</strong><span>${escapeHtml(says)}</span></li>`).join('')}</ul>
<figure>${frontierSvg(charts, report.speedWeight, 672, 330)}<ul class="legend">${legend}</ul>
<figcaption>Least cost at each speed, in USD per million output tokens. Diamonds: preferred points (speed<sup>${report.speedWeight}</sup>/cost).</figcaption></figure>
<section><h2>Cost at speeds</h2>${costTable(report)}<p class="quiet">~ between two points of the frontier, on the line through their logarithms; GPUs are those of the next faster point.</p></section>
${speedTable(report)}
<section class="whole"><h2>Chosen points</h2>${pointsTable(report)}</section>
<section class="whole"><h2>Where the time of the preferred points goes</h2>${timeTables(report.series, swatch)}</section>
<section><h2>Series and their inputs</h2><div class="columns">${seriesSections(report)}</div></section>
<section><h2>Assumptions</h2><ul class="plain">${report.assumptions.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul></section>
${report.notes === '' ? '' : `<section><h2>Notes</h2><p class="notes">${escapeHtml(report.notes)}</p></section>`}
<section><h2>Origin</h2><p class="notes">${escapeHtml(footLine(report.rules, provenance))}. Written ${longDate(provenance.date)}.</p></section>
</body></html>`
}
