import { app, ipcMain, shell, type BrowserWindow, type WebFrameMain } from 'electron'
import { handleCalls } from '../ipc/handle-calls.ts'
import { sendEvent } from '../ipc/send-event.ts'
import { startUpHandlers } from '../ipc/start-up-handlers.ts'
import { log } from '../log.ts'
import type { Storage } from '../storage/storage.ts'
import type { Caller } from '../window/app-windows.ts'
import { bringForward } from '../window/bring-forward.ts'
import { openStartUpWindow } from '../window/start-up-window.ts'
import { exitCodeOf, explainAndExit, somebodyAnswers } from '../window/startup-failure.ts'
import type { StartUp } from './create-start-up.ts'

export interface StartUpScreenParts {
  /** The database's path. */
  readonly file: string
  readonly preload: string
  readonly devTools: boolean
}

/**
 * The saved data; where they cannot be opened, after a person has chosen in a small window what to do. Ends the app where
 * they give up, or where nobody is there to choose.
 * @param use gets the data; the small window stays until it has opened the app's own, so that there is always one
 */
export function openOrAsk(
  startUp: StartUp,
  { file, preload, devTools }: StartUpScreenParts,
  use: (storage: Storage) => void,
): void {
  let window: BrowserWindow | null = null
  const focus = () => {
    if (window !== null) bringForward(window)
  }
  const leave = () => {
    app.off('second-instance', focus)
    const storage = startUp.storage()
    if (storage === null) {
      app.exit(exitCodeOf(startUp.failure()))
      return
    }
    try {
      use(storage)
      window?.destroy()
    } catch (error) {
      explainAndExit(error)
    }
  }
  handleCalls(startUpHandlers({ startUp, showFolder: () => shell.showItemInFolder(file), leave }), {
    ipcMain,
    callerOf: (frame) => (window === null ? null : callerIn(window, frame)),
    log,
  })
  const failure = startUp.failure()
  if (failure === null) leave()
  else if (!somebodyAnswers()) explainAndExit(failure)
  else {
    log(failure.message)
    app.on('second-instance', focus)
    const onFailure = (reason: string) => {
      log(`the start-up screen could not be shown: ${reason}`)
      explainAndExit(failure)
    }
    const tall = (startUp.problem()?.backups.length ?? 0) > 0
    window = openStartUpWindow({ tall, preload, devTools, onFailure }).once('closed', () => {
      window = null
      if (startUp.storage() === null) leave()
    })
  }
}

/** The screen's own main frame, and no other. */
function callerIn({ webContents }: BrowserWindow, frame: WebFrameMain | null): Caller | null {
  if (frame === null || frame !== webContents.mainFrame) return null
  return { id: webContents.id, send: (name, payload) => sendEvent(webContents, name, payload) }
}
