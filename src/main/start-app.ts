import { join } from 'node:path'
import { app, clipboard, dialog, ipcMain, nativeTheme, shell, type BrowserWindow } from 'electron'
import type { Theme } from '../shared/contract/contract.ts'
import type { Compute } from './compute/compute.ts'
import { cachedCompute } from './compute/cached-compute.ts'
import { createSensitivities } from './compute/sensitivities.ts'
import { createUtilityCompute } from './compute/utility-compute.ts'
import { appHandlers } from './ipc/app-handlers.ts'
import { catalogHandlers } from './ipc/catalog-handlers.ts'
import { computeHandlers } from './ipc/compute-handlers.ts'
import { fileHandlers } from './ipc/file-handlers.ts'
import { handleCalls } from './ipc/handle-calls.ts'
import { createRunningJobs } from './ipc/running-jobs.ts'
import { scenarioHandlers } from './ipc/scenario-handlers.ts'
import { sendEvent, type SendEvent } from './ipc/send-event.ts'
import { validationHandlers } from './ipc/validation-handlers.ts'
import { log } from './log.ts'
import { createReportPdf } from './report/report-pdf.ts'
import { openStorage, type Storage } from './storage/storage.ts'
import { setupAppMenu } from './window/app-menu.ts'
import { setupAppProtocol, setupAppScheme } from './window/app-protocol.ts'
import { setupContentsPolicy } from './window/contents-policy.ts'
import { createFileDialogs } from './window/file-dialogs.ts'
import { canvasColor, openMainWindow } from './window/main-window.ts'
import { setupSessionPolicy } from './window/session-policy.ts'
import { explainAndExit } from './window/startup-failure.ts'

/** Starts the app with its window; a second start only brings the first one's window forward. */
export function startApp(): void {
  const profile = process.env['PARETOSCOPE_USER_DATA']
  if (profile !== undefined && profile !== '') app.setPath('userData', profile)
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  process.on('uncaughtException', explainAndExit)
  setupAppScheme()
  setupSessionPolicy(app)
  setupContentsPolicy(app, shell, log)
  app.whenReady().then(runApp).catch(explainAndExit)
}

function runApp(): void {
  const storage = openStorage({
    path: join(app.getPath('userData'), 'paretoscope.sqlite'),
    nativeBinding: process.env['PARETOSCOPE_SQLITE_BINDING'],
    now: Date.now,
    log,
  })
  const { settings } = storage
  const processes = createUtilityCompute()
  const compute = cachedCompute(processes)
  const sensitivities = createSensitivities(processes)
  compute.warm()
  const jobs = createRunningJobs()
  const devTools = !app.isPackaged
  const about = {
    version: app.getVersion(),
    electron: process.versions.electron,
    runtimeNote: process.env['PARETOSCOPE_RUNTIME_NOTE'] ?? null,
  }
  let window: BrowserWindow | null = null
  const send: SendEvent = (name, payload) => sendEvent(window?.webContents ?? null, name, payload)

  const menu = setupAppMenu({ devTools, about, send: (command) => send('menu.command', command), window: () => window })
  const applyTheme = (theme: Theme) => {
    nativeTheme.themeSource = theme
    menu.checkTheme(theme)
  }
  applyTheme(settings.get('theme'))
  nativeTheme.on('updated', () => window?.setBackgroundColor(canvasColor()))

  setupAppProtocol(join(app.getAppPath(), 'out/renderer'))
  const dialogs = createFileDialogs({ dialog, window: () => window, folder: () => app.getPath('documents') })
  handleCalls(
    {
      ...appHandlers({
        about,
        settings,
        scenarios: storage.scenarios,
        catalog: storage.catalog,
        applyTheme,
        writeClipboard: (text) => clipboard.writeText(text),
      }),
      ...computeHandlers({ compute, sensitivities, catalog: storage.catalog, jobs, send }),
      ...catalogHandlers({ catalog: storage.catalog, dialogs, send }),
      ...scenarioHandlers(storage.scenarios, settings),
      ...fileHandlers({
        dialogs,
        catalog: storage.catalog,
        compute,
        createReportPdf,
        version: about.version,
        now: Date.now,
      }),
      ...validationHandlers({ dialogs, catalog: storage.catalog }),
    },
    { ipcMain, contents: () => window?.webContents ?? null, log },
  )

  const openWindow = () => {
    window ??= openMainWindow({
      settings,
      preload: join(app.getAppPath(), 'out/preload/index.cjs'),
      devTools,
      onPageGone: () => jobs.cancelAll(),
      log,
    }).once('closed', () => {
      window = null
    })
  }
  app.on('second-instance', () => bringForward(window))
  app.on('activate', openWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  closeAtQuit(storage, compute)
  openWindow()
}

function bringForward(window: BrowserWindow | null): void {
  if (window?.isMinimized() === true) window.restore()
  window?.focus()
}

function closeAtQuit(storage: Storage, compute: Compute): void {
  app.on('will-quit', () => {
    void compute.close()
    storage.close()
  })
}
