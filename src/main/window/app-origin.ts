/** The page's own address: https://www.electronjs.org/docs/latest/tutorial/security, "avoid the file:// protocol". */
export const APP_SCHEME = 'app'
export const APP_HOST = 'paretoscope'
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/index.html`
export const START_UP_URL = `${APP_SCHEME}://${APP_HOST}/start-up.html`

/** Where reports are shown before they are printed: an origin apart from the app's own pages. */
export const PREVIEW_ORIGIN = `${APP_SCHEME}://report-preview`

/** Whether an address is one of the app's own pages. Node gives schemes like ours no `origin` to compare. */
export function isAppUrl(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username === '' && password === ''
}
