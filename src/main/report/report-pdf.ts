import type { Catalog } from '../../shared/catalog/builtin.ts'
import type { ReportSettings } from '../../shared/report/report-settings.ts'
import type { Report } from '../../shared/report/report.ts'
import { formatScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import type { Compute } from '../compute/compute.ts'
import { computeReport } from './compute-report.ts'
import { escapeHtml } from './escape-html.ts'
import { finishPdf } from './finish-pdf.ts'
import { printPage } from './print-page.ts'
import type { Provenance } from './provenance.ts'
import { reportFontCss } from './report-font.ts'
import { footLine, headHtml, reportHtml } from './report-html.ts'
import { marginStyle } from './report-style.ts'

/** Where the work on a report is. */
export interface ReportProgress {
  readonly stage: 'computing' | 'printing'
  /** 0 to 1, of all the work. */
  readonly done: number
}

export interface ReportRequest {
  readonly scenario: Scenario
  readonly catalog: Catalog
  readonly settings: ReportSettings
  readonly compute: Compute
  readonly version: string
  readonly now: Date
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ReportProgress) => void) | undefined
}

/** Share of the work that is done when the figures are there. */
const COMPUTED = 0.7

/** Computes a comparison and prints its report. Needs Electron. @returns the PDF @throws InputError, CancelledError */
export async function createReportPdf({
  settings,
  onProgress,
  signal,
  ...request
}: ReportRequest): Promise<Uint8Array> {
  const { report, provenance } = await computeReport(request, {
    signal,
    onProgress: (share) => onProgress?.({ stage: 'computing', done: COMPUTED * share }),
  })
  onProgress?.({ stage: 'printing', done: COMPUTED })
  const fontCss = reportFontCss()
  const pdf = await printPage(
    {
      html: reportHtml(report, provenance, settings, fontCss),
      head: headHtml(report, settings),
      foot: footHtml(report, provenance),
      marginCss: `${fontCss}${marginStyle}`,
    },
    signal,
  )
  return finishPdf(pdf, {
    title: report.title,
    author: settings.author === '' ? `Paretoscope ${request.version}` : settings.author,
    subject: report.summary.join(' '),
    date: request.now,
    attachment: {
      fileName: 'scenario.paretoscope.json',
      mimeType: 'application/json',
      says: `The scenario of this report, SHA-256 ${provenance.scenarioSha256}`,
      bytes: new TextEncoder().encode(formatScenario(request.scenario)),
    },
  })
}

const footHtml = (report: Report, provenance: Provenance): string =>
  `<span class="foot">${escapeHtml(footLine(report, provenance))}</span><span class="pages"><span class="pageNumber"></span> / <span class="totalPages"></span></span>`
