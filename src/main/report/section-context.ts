import type { ChartSeries } from '../../shared/report/frontier-curves.ts'
import type { Palette } from '../../shared/report/palette.ts'
import type { ReportSettings } from '../../shared/report/report-settings.ts'
import type { Report } from '../../shared/report/report.ts'
import { escapeHtml } from './escape-html.ts'
import type { Provenance } from './provenance.ts'
import { swatch } from './swatch.ts'

/** What a section is made of. */
export interface SectionContext {
  readonly report: Report
  readonly provenance: Provenance
  readonly settings: ReportSettings
  readonly palette: Palette
  /** Of the text of a page, in CSS pixels. */
  readonly width: number
  readonly height: number
}

/** Makes what stands below a section's heading; empty where there is nothing to say. */
export type SectionHtml = (context: SectionContext) => string

/** A series' line and name. */
export const namedSeries = ({ report, palette }: SectionContext, at: number): string =>
  `${swatch(palette, at, report.series[at]!.look)} <bdi>${escapeHtml(report.series[at]!.name)}</bdi>`

export const chartSeries = ({ report }: SectionContext): ChartSeries[] =>
  report.series.map(({ name, look, result, band }, styleIndex) => ({ name, styleIndex, look, result, band }))

/** Facts as terms with what holds for them. */
export const definitions = (facts: readonly (readonly [string, string])[], kind = ''): string =>
  `<dl class="${kind}">${facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`

/** A person's own text: paragraphs parted by empty lines, lines kept. */
export const ownText = (text: string): string =>
  text.trim() === ''
    ? ''
    : text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => `<p class="own" dir="auto">${escapeHtml(paragraph)}</p>`)
        .join('')
