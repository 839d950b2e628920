import { dialog, type BrowserWindow } from 'electron'
import { somebodyAnswers } from './startup-failure.ts'

/** Asks whether a window may close although its last changes could not be saved; where nobody answers, it may. */
export const mayLoseWork = (window: BrowserWindow): boolean =>
  !somebodyAnswers() ||
  dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: 'Paretoscope',
    message: 'The last changes are not saved',
    detail: 'They would be lost. Stay to save once more, or to save them as a scenario file somewhere else.',
    buttons: ['Stay', 'Close without saving'],
    defaultId: 0,
    cancelId: 0,
  }) === 1
