import type { App, Session } from 'electron'
import { APP_SCHEME } from './app-origin.ts'

/** What may be loaded at all. No http, ws or file: the app is offline, in every session and for every page. */
const ALLOWED = new Set([`${APP_SCHEME}:`, 'data:', 'blob:'])

/** Whether a page may load from this address. The developer tools load themselves, where they exist. */
export function isAllowedRequest(address: string, devTools: boolean): boolean {
  if (!URL.canParse(address)) return false
  const { protocol } = new URL(address)
  return ALLOWED.has(protocol) || (devTools && protocol === 'devtools:')
}

/** Applies the policy to every session there will be. Must run before the first one is made. */
export function setupSessionPolicy(app: Pick<App, 'on' | 'isPackaged'>): void {
  app.on('session-created', (session) => restrict(session, !app.isPackaged))
}

function restrict(session: Session, devTools: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isAllowedRequest(url, devTools) }))
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}
