import { sheetOf, textBox } from '../../shared/report/paper.ts'
import { reportPalette } from '../../shared/report/report-palettes.ts'
import { REPORT_SECTIONS } from '../../shared/report/report-sections.ts'
import type { ReportSection, ReportSettings } from '../../shared/report/report-settings.ts'
import type { Report } from '../../shared/report/report.ts'
import { escapeHtml } from './escape-html.ts'
import { longDate, shortHash, type Provenance } from './provenance.ts'
import { reportStyle } from './report-style.ts'
import { ownText, type SectionContext } from './section-context.ts'
import { SECTIONS } from './sections/sections.ts'

/** One line for the foot of every page. */
export const footLine = ({ title, rules }: Report, { version, date, scenarioSha256 }: Provenance): string =>
  `${title} · Paretoscope ${version} · rules: ${rules} · scenario ${shortHash(scenarioSha256)} · ${longDate(date)}`

/** A section with its heading and the person's text; nothing where neither has anything to say. */
function sectionHtml(context: SectionContext, { id, text }: ReportSection): string {
  const own = ownText(text)
  const body = SECTIONS[id](context)
  if (own === '' && body === '') return ''
  const { title } = REPORT_SECTIONS[id]
  // The summary follows the title, which says enough.
  const heading = `<h2${id === 'summary' ? ' class="unseen"' : ''}>${title}</h2>`
  return `<section id="${id}" class="part">${heading}${own}${body}</section>`
}

/** Above the text of each page, in the margin: what this is, and whose. */
export const headHtml = ({ kicker }: Report, { logo, author }: ReportSettings): string =>
  `<span class="kicker">${escapeHtml(kicker)}</span>${
    logo === null ? `<span class="kicker">${escapeHtml(author)}</span>` : `<img class="logo" src="${logo}" alt="">`
  }`

/** A report as one page of HTML that needs nothing from outside; `fontCss` embeds the typeface. */
export function reportHtml(report: Report, provenance: Provenance, settings: ReportSettings, fontCss: string): string {
  const sheet = sheetOf(settings)
  const palette = reportPalette(settings.palette, settings.accent)
  const context: SectionContext = { report, provenance, settings, palette, ...textBox(sheet) }
  const byline = [settings.author, longDate(provenance.date), `rules: ${report.rules}`].filter((part) => part !== '')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(report.title)}</title>
<style>${fontCss}${reportStyle(sheet, palette)}</style></head>
<body>
<div class="running" aria-hidden="true">${headHtml(report, settings)}</div>
<header><h1 dir="auto">${escapeHtml(report.title)}</h1><p class="byline">${escapeHtml(byline.join(' · '))}</p></header>
${settings.sections
  .filter(({ shown }) => shown)
  .map((section) => sectionHtml(context, section))
  .join('\n')}
</body></html>`
}
