import { computeReport } from './compute-report.ts'
import type { ReportRequest } from './report-pdf.ts'
import { reportFontCss } from './report-font.ts'
import { reportHtml } from './report-html.ts'
import { REPORT_POLICY } from './report-policy.ts'

/** Reports as pages for the app's own windows. */
export interface ReportPreviews {
  /** Computes a report for a window; gives the page's address. @throws InputError, CancelledError */
  make(owner: number, request: Omit<ReportRequest, 'onProgress'>): Promise<string>
  /** The answer to a request for a page; 404 where there is none. */
  respond(address: string): Response
  forget(owner: number): void
}

/** A frame of the app's own page may show it; its sandbox holds even where the frame has none. */
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `${REPORT_POLICY}; frame-ancestors app://paretoscope; sandbox`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

/** Pages kept for a window: the one that is shown, and those on the way. */
const KEPT = 3

/** @param origin of the pages, such as app://report-preview */
export function createReportPreviews(origin: string): ReportPreviews {
  const pages = new Map<number, readonly { readonly url: string; readonly html: string }[]>()
  let made = 0
  return {
    async make(owner, { settings, signal, ...request }) {
      const { report, provenance } = await computeReport(request, { signal })
      const url = `${origin}/${++made}`
      const page = { url, html: reportHtml(report, provenance, settings, reportFontCss()) }
      pages.set(owner, [...(pages.get(owner) ?? []), page].slice(-KEPT))
      return url
    },
    respond(address) {
      // A page is asked for with the section to begin at.
      const [url] = address.split('#')
      const page = [...pages.values()].flat().find((one) => one.url === url)
      return page === undefined ? new Response(null, { status: 404 }) : new Response(page.html, { headers: HEADERS })
    },
    forget: (owner) => void pages.delete(owner),
  }
}
