import { BrowserWindow, nativeTheme, screen } from 'electron'
import { DARK, LIGHT } from '../../shared/report/palette.ts'
import type { SettingsStore } from '../storage/settings-store.ts'
import { APP_URL } from './app-origin.ts'
import { LEAST_SIZE, placeWindow } from './window-bounds.ts'

/** The page's canvas: shown until the page has painted itself. */
export const canvasColor = (): string => (nativeTheme.shouldUseDarkColors ? DARK : LIGHT).canvas

export interface MainWindowParts {
  readonly settings: SettingsStore
  readonly preload: string
  readonly devTools: boolean
  /** The page went away, with whatever it was waiting for. */
  readonly onPageGone: () => void
  readonly log: (line: string) => void
}

/** Opens the app's window, and remembers where it was when it closes. */
export function openMainWindow({ settings, preload, devTools, onPageGone, log }: MainWindowParts): BrowserWindow {
  const saved = settings.get('windowBounds')
  const window = new BrowserWindow({
    ...placeWindow(
      saved,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    title: 'Paretoscope',
    backgroundColor: canvasColor(),
    show: false,
    webPreferences: {
      preload,
      devTools,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (saved?.maximized === true) window.maximize()
    window.show()
  })
  window.on('close', () =>
    settings.set('windowBounds', { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  window.on('closed', onPageGone)
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`the window's process ended: ${reason}`)
    onPageGone()
  })
  window.webContents.on('did-navigate', onPageGone)
  window.loadURL(APP_URL).catch((error: unknown) => log(`the window did not load: ${String(error)}`))
  return window
}
