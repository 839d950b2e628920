import { BrowserWindow, session } from 'electron'

const ORIGIN = 'app://report'
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

let printed = 0

/**
 * Prints a page of HTML that needs nothing from outside, in a hidden sandboxed window with a session of its own that
 * serves that page alone and runs no script.
 * @returns an A4 PDF, tagged, with an outline; `foot` and the page number stand below every page
 */
export async function printPage(html: string, foot: string): Promise<Uint8Array> {
  const own = session.fromPartition(`report-${++printed}`)
  own.protocol.handle('app', (request) =>
    request.url === `${ORIGIN}/`
      ? new Response(html, {
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
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
  try {
    await window.loadURL(`${ORIGIN}/`)
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: `<div style="width:100%;padding:0 18mm;font:7pt sans-serif;color:#697384;display:flex;justify-content:space-between"><span>${escapeHtml(foot)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`,
    })
  } finally {
    window.destroy()
    own.protocol.unhandle('app')
  }
}
