import type { ReportSettings } from '../../shared/report/report-settings.ts'
import { computeReport } from './compute-report.ts'
import { reportHtml } from './report-html.ts'

type Asked = Parameters<typeof computeReport>[0]

/**
 * Computes a comparison; gives the report that a PDF is printed from as one page of HTML that needs nothing from outside.
 * @param asked `fontCss` embeds the typeface
 * @throws InputError
 */
export async function createReportHtml(
  asked: Asked & { readonly settings: ReportSettings; readonly fontCss: string },
): Promise<string> {
  const { report, provenance } = await computeReport(asked)
  return reportHtml(report, provenance, asked.settings, asked.fontCss)
}
