import { BrowserWindow, session } from 'electron'
import { PAGE_MARGINS_MM } from '../../shared/report/paper.ts'
import { CancelledError } from '../compute/cancelled-error.ts'
import { REPORT_POLICY } from './report-policy.ts'

const ORIGIN = 'app://report'

/** A page to print, and what stands in the margins of each of its pages, as HTML. */
export interface PrintedPage {
  readonly html: string
  readonly head: string
  readonly foot: string
  /** For the margins, which are documents of their own. */
  readonly marginCss: string
}

let printed = 0

/** A margin's template; Chromium puts page numbers into what has these classes. */
const margin = (css: string, inner: string): string =>
  `<style>${css}
.margin { display: flex; justify-content: space-between; align-items: center; gap: 6mm; width: 100%; height: 9mm; margin: 0 ${PAGE_MARGINS_MM.side}mm; }</style><div class="margin">${inner}</div>`

/**
 * Prints a page of HTML that needs nothing from outside, in a hidden sandboxed window with a session of its own that
 * serves that page alone and runs no script. The size of the paper is the page's own.
 * @returns a PDF, tagged, with an outline @throws CancelledError once `signal` aborts
 */
export async function printPage(
  { html, head, foot, marginCss }: PrintedPage,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (signal?.aborted === true) throw new CancelledError()
  const own = session.fromPartition(`report-${++printed}`)
  own.protocol.handle('app', (request) =>
    request.url === `${ORIGIN}/`
      ? new Response(html, {
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': REPORT_POLICY },
        })
      : new Response(null, { status: 404 }),
  )
  own.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !details.url.startsWith(`${ORIGIN}/`) && !details.url.startsWith('data:') }),
  )
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  // A window that is gone prints no more: its promise is rejected, or left as it is.
  const cancelled = new Promise<never>((_, reject) =>
    signal?.addEventListener('abort', () => reject(new CancelledError()), { once: true }),
  )
  try {
    return await Promise.race([cancelled, loadAndPrint(window, margin(marginCss, head), margin(marginCss, foot))])
  } finally {
    window.destroy()
    own.protocol.unhandle('app')
  }
}

async function loadAndPrint(
  window: BrowserWindow,
  headerTemplate: string,
  footerTemplate: string,
): Promise<Uint8Array> {
  await window.loadURL(`${ORIGIN}/`)
  return window.webContents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate,
    footerTemplate,
  })
}
