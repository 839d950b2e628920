import { BrowserWindow, nativeTheme, screen } from 'electron'
import { DARK, LIGHT } from '../../shared/report/palette.ts'
import type { WindowBounds } from '../storage/settings-store.ts'
import { APP_URL } from './app-origin.ts'
import { pagePreferences } from './page-preferences.ts'
import { LEAST_SIZE, placeWindow } from './window-bounds.ts'

/** The page's canvas: shown until the page has painted itself. */
export const canvasColor = (): string => (nativeTheme.shouldUseDarkColors ? DARK : LIGHT).canvas

export interface MainWindowParts {
  /** Where it was; null: the system places it. */
  readonly bounds: WindowBounds | null
  readonly preload: string
  readonly devTools: boolean
  readonly log: (line: string) => void
}

/** Opens a window of the app. */
export function openMainWindow({ bounds, preload, devTools, log }: MainWindowParts): BrowserWindow {
  const window = new BrowserWindow({
    ...placeWindow(
      bounds,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    title: 'Paretoscope',
    backgroundColor: canvasColor(),
    show: false,
    webPreferences: pagePreferences(preload, devTools),
  })
  window.once('ready-to-show', () => {
    if (bounds?.maximized === true) window.maximize()
    window.show()
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`the window's process ended: ${reason}`)
  })
  window.loadURL(APP_URL).catch((error: unknown) => log(`the window did not load: ${String(error)}`))
  return window
}
