import type { App, Shell } from 'electron'
import { PREVIEW_ORIGIN } from './app-origin.ts'
import { isAllowedExternally } from './external-links.ts'

/** Keeps every page where it is: no navigation (but of a frame to a report that is shown in it), no new windows, no webviews; allowed links go to the system's browser. */
export function setupContentsPolicy(
  app: Pick<App, 'on'>,
  shell: Pick<Shell, 'openExternal'>,
  log: (line: string) => void,
): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame || !event.url.startsWith(`${PREVIEW_ORIGIN}/`)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      if (isAllowedExternally(url))
        shell.openExternal(url).catch((error: unknown) => log(`cannot open ${url}: ${String(error)}`))
      return { action: 'deny' }
    })
  })
}
