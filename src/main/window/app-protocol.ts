import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import type { ReportPreviews } from '../report/report-previews.ts'
import { APP_SCHEME, PREVIEW_ORIGIN } from './app-origin.ts'
import { respond } from './app-response.ts'

/** Makes app:// a scheme with an origin of its own. Must run before the app is ready. */
export function setupAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the built renderer at app://paretoscope and reports at app://report-preview, and nothing else. */
export function setupAppProtocol(root: string, previews: Pick<ReportPreviews, 'respond'>): void {
  protocol.handle(APP_SCHEME, (request) =>
    request.url.startsWith(`${PREVIEW_ORIGIN}/`) ? previews.respond(request.url) : respond(request, root, readFile),
  )
}
