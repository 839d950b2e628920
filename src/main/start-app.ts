import { join } from 'node:path'
import { app, clipboard, dialog, ipcMain, nativeTheme, shell } from 'electron'
import type { CallName, Theme } from '../shared/contract/contract.ts'
import type { StartUpCallName } from '../shared/contract/start-up-calls.ts'
import type { Compute } from './compute/compute.ts'
import { cachedCompute } from './compute/cached-compute.ts'
import { createSensitivities } from './compute/sensitivities.ts'
import { createUtilityCompute } from './compute/utility-compute.ts'
import { createWaitingFiles, scenarioPaths, type WaitingFiles } from './files/waiting-files.ts'
import { archiveHandlers } from './ipc/archive-handlers.ts'
import { appHandlers } from './ipc/app-handlers.ts'
import { calibrationHandlers } from './ipc/calibration-handlers.ts'
import { catalogHandlers } from './ipc/catalog-handlers.ts'
import { claimsHandlers } from './ipc/claims-handlers.ts'
import { computeHandlers } from './ipc/compute-handlers.ts'
import { fileHandlers } from './ipc/file-handlers.ts'
import { handleCalls } from './ipc/handle-calls.ts'
import { observedHandlers } from './ipc/observed-handlers.ts'
import { questionsHandlers } from './ipc/questions-handlers.ts'
import { incomingHandlers } from './ipc/incoming-handlers.ts'
import { libraryHandlers } from './ipc/library-handlers.ts'
import { reportHandlers } from './ipc/report-handlers.ts'
import { outputHandlers } from './ipc/output-handlers.ts'
import { createRunningJobs } from './ipc/running-jobs.ts'
import { scenarioHandlers } from './ipc/scenario-handlers.ts'
import { sendEvent } from './ipc/send-event.ts'
import { validationHandlers } from './ipc/validation-handlers.ts'
import { versionHandlers } from './ipc/version-handlers.ts'
import { createResultRecords } from './library/result-records.ts'
import { log } from './log.ts'
import { drawPngs } from './report/draw-pngs.ts'
import { reportFontCss } from './report/report-font.ts'
import { createReportPdf } from './report/report-pdf.ts'
import { createReportPreviews, type ReportPreviews } from './report/report-previews.ts'
import { sqliteBinding } from './sqlite-binding.ts'
import { createStartUp } from './start-up/create-start-up.ts'
import { openOrAsk } from './start-up/open-or-ask.ts'
import { createRecovery } from './storage/recovery.ts'
import { openStorage, type Storage } from './storage/storage.ts'
import { createAppWindows } from './window/app-windows.ts'
import { setupAppMenu } from './window/app-menu.ts'
import { PREVIEW_ORIGIN } from './window/app-origin.ts'
import { setupAppProtocol, setupAppScheme } from './window/app-protocol.ts'
import { setupContentsPolicy } from './window/contents-policy.ts'
import { copyImage } from './window/copy-image.ts'
import { createFileDialogs } from './window/file-dialogs.ts'
import { canvasColor, openMainWindow } from './window/main-window.ts'
import { mayLoseWork } from './window/may-lose-work.ts'
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
  const waiting = createWaitingFiles()
  // How macOS hands over a file that was double-clicked; the one that starts the app comes before it is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    waiting.add([path])
  })
  app
    .whenReady()
    .then(() => openDataAndRun(waiting))
    .catch(explainAndExit)
}

function openDataAndRun(waiting: WaitingFiles): void {
  const previews = createReportPreviews(PREVIEW_ORIGIN)
  setupAppProtocol(join(app.getAppPath(), 'out/renderer'), previews)
  const path = join(app.getPath('userData'), 'paretoscope.sqlite')
  const options = { path, nativeBinding: sqliteBinding(app.isPackaged, process.env), now: Date.now, log }
  const startUp = createStartUp({ open: () => openStorage(options), recovery: createRecovery(options) })
  openOrAsk(startUp, { file: path, preload: preloadPath(), devTools: !app.isPackaged }, (storage) =>
    runApp(storage, previews, waiting),
  )
}

/** An answer takes dozens of frontiers; with a memory of their own they do not push out those of the comparison. */
const MOST_KEPT_OF_QUESTIONS = 128

const preloadPath = (): string => join(app.getAppPath(), 'out/preload/index.cjs')

function runApp(storage: Storage, previews: ReportPreviews, waiting: WaitingFiles): void {
  const { settings } = storage
  const processes = createUtilityCompute()
  const compute = cachedCompute(processes)
  const sensitivities = createSensitivities(processes)
  const questions = cachedCompute(processes, MOST_KEPT_OF_QUESTIONS)
  compute.warm()
  const jobs = createRunningJobs()
  const devTools = !app.isPackaged
  const about = {
    version: app.getVersion(),
    electron: process.versions.electron,
    runtimeNote: process.env['PARETOSCOPE_RUNTIME_NOTE'] ?? null,
  }
  const windows = createAppWindows({
    settings,
    createWindow: (bounds) => openMainWindow({ bounds, preload: preloadPath(), devTools, log }),
    hasScenario: (id) => storage.scenarios.has(id),
    onPageGone(id) {
      jobs.cancelAll(id)
      previews.forget(id)
    },
    mayLoseWork,
  })

  const menu = setupAppMenu({
    devTools,
    about,
    send: (command) => sendEvent(windows.focused()?.webContents ?? null, 'menu.command', command),
    window: windows.focused,
  })
  const applyTheme = (theme: Theme) => {
    nativeTheme.themeSource = theme
    menu.checkTheme(theme)
  }
  applyTheme(settings.get('theme'))
  nativeTheme.on('updated', () => windows.all().forEach((window) => window.setBackgroundColor(canvasColor())))

  waiting.onAdded(() => sendEvent(windows.focused()?.webContents ?? null, 'file.arrived', null))
  const dialogs = createFileDialogs({ dialog, window: windows.focused, folder: () => app.getPath('documents') })
  handleCalls<Exclude<CallName, StartUpCallName>>(
    {
      ...appHandlers({
        about,
        settings,
        windows,
        catalog: storage.catalog,
        applyTheme,
        writeClipboard: (text) => clipboard.writeText(text),
      }),
      ...computeHandlers({ compute, sensitivities, catalog: storage.catalog, jobs }),
      ...catalogHandlers({ catalog: storage.catalog, dialogs, windows }),
      // Past the memory of frontiers, which is for going back to a comparison's.
      ...claimsHandlers({ compute: processes, catalog: storage.catalog, jobs }),
      ...scenarioHandlers(storage.scenarios, windows),
      ...libraryHandlers(storage.library, storage.results, windows),
      ...versionHandlers(
        storage,
        createResultRecords({ ...storage, known: compute.known, appVersion: about.version, now: Date.now }),
      ),
      ...fileHandlers({ dialogs, catalog: storage.catalog }),
      ...reportHandlers({
        dialogs,
        catalog: storage.catalog,
        compute,
        jobs,
        settings,
        templates: storage.templates,
        previews,
        createPdf: createReportPdf,
        version: about.version,
        now: Date.now,
      }),
      ...incomingHandlers({
        dialogs,
        waiting,
        scenarios: storage.scenarios,
        library: storage.library,
        catalog: storage.catalog,
        windows,
      }),
      ...archiveHandlers({ archives: storage.archives, dialogs, windows, now: Date.now }),
      ...observedHandlers({ dialogs }),
      ...questionsHandlers({ compute: questions, catalog: storage.catalog, jobs }),
      ...outputHandlers({
        dialogs,
        catalog: storage.catalog,
        compute,
        settings,
        drawPngs,
        copyImage,
        fontCss: reportFontCss,
        version: about.version,
        now: Date.now,
      }),
      ...validationHandlers({ dialogs, catalog: storage.catalog }),
      ...calibrationHandlers({ catalog: storage.catalog, constants: storage.constants, jobs, windows }),
    },
    { ipcMain, callerOf: (frame) => windows.callerOf(frame), log },
  )

  app.on('before-quit', () => windows.startQuit())
  waiting.add(scenarioPaths(process.argv, process.cwd()))
  app.on('second-instance', (_event, argv, folder) => {
    if (windows.all().length === 0) windows.restore()
    else windows.bringForward()
    waiting.add(scenarioPaths(argv, folder))
  })
  app.on('activate', () => {
    if (windows.all().length === 0) windows.restore()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  closeAtQuit(storage, compute)
  windows.restore()
  storage.dailyBackups.start()
}

function closeAtQuit(storage: Storage, compute: Compute): void {
  app.on('will-quit', () => {
    void compute.close()
    storage.close()
  })
}
