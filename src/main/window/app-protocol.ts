import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { APP_SCHEME } from './app-origin.ts'
import { respond } from './app-response.ts'

/** Makes app:// a scheme with an origin of its own. Must run before the app is ready. */
export function setupAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the built renderer, and nothing else, at app://paretoscope. */
export function setupAppProtocol(root: string): void {
  protocol.handle(APP_SCHEME, (request) => respond(request, root, readFile))
}
