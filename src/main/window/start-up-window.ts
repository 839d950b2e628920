import { BrowserWindow } from 'electron'
import { START_UP_URL } from './app-origin.ts'
import { canvasColor } from './main-window.ts'
import { pagePreferences } from './page-preferences.ts'

export interface StartUpWindowParts {
  /** Room for a list of backups. */
  readonly tall: boolean
  readonly preload: string
  readonly devTools: boolean
  /** The page could not be shown, or its process ended. */
  readonly onFailure: (reason: string) => void
}

/** Opens the small window that says why the saved data cannot be opened. */
export function openStartUpWindow({ tall, preload, devTools, onFailure }: StartUpWindowParts): BrowserWindow {
  const window = new BrowserWindow({
    width: 640,
    height: tall ? 560 : 300,
    minWidth: 480,
    minHeight: 260,
    useContentSize: true,
    center: true,
    fullscreenable: false,
    title: 'Paretoscope',
    backgroundColor: canvasColor(),
    show: false,
    webPreferences: pagePreferences(preload, devTools),
  })
  // The app's menu comes with the app; the system's would offer what this page cannot do.
  window.setMenu(null)
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', (_event, { reason }) => onFailure(reason))
  window.loadURL(START_UP_URL).catch((error: unknown) => onFailure(String(error)))
  return window
}
