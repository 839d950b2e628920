import type { Fact } from '../../../shared/report/point-facts.ts'
import { escapeHtml } from '../escape-html.ts'
import { longDate } from '../provenance.ts'
import { definitions, namedSeries, type SectionHtml } from '../section-context.ts'

/** What it takes to make the same report once more: version, search, and hashes of all that went in. */
export const originSection: SectionHtml = (context) => {
  const { report, provenance } = context
  const { version, date, scenarioSha256, catalogSha256, entries } = provenance
  const facts: Fact[] = [
    ['Made by', `Paretoscope ${version}, ${longDate(date)}`],
    ['Rule sets', report.rules],
    ['Scenario, SHA-256', scenarioSha256],
    ['Catalog snapshot, SHA-256', catalogSha256],
  ]
  const searches = report.series
    .map(
      ({ searched }, at) => `<tr><th scope="row">${namedSeries(context, at)}</th><td>${escapeHtml(searched)}</td></tr>`,
    )
    .join('')
  const hashes = entries
    .map(({ id, sha256 }) => `<tr><th scope="row">${escapeHtml(id)}</th><td class="hash">${sha256}</td></tr>`)
    .join('')
  return `${definitions(facts, 'hashes')}
<p class="table-note before">The scenario’s hash is that of <bdi>“${escapeHtml(report.title)}”</bdi> as Paretoscope writes it with “Save Scenario File…” or keeps it attached to this PDF: the same file, catalog and version give the same figures.</p>
<table class="compact"><thead><tr><th scope="col">Series</th><th scope="col">Searched</th></tr></thead><tbody>${searches}</tbody></table>
<table class="compact"><thead><tr><th scope="col">Catalog entry</th><th scope="col">SHA-256 of what was computed with</th></tr></thead><tbody>${hashes}</tbody></table>`
}
