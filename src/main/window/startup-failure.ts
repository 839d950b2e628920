import { app, dialog } from 'electron'
import { FAILED, NEWER_VERSION } from '../cli/exit-codes.ts'
import { log } from '../log.ts'
import { NewerDatabaseError, StorageError } from '../storage/storage-errors.ts'

let failed = false

/** Tests and services have nobody to answer a box or a screen. */
export const somebodyAnswers = (): boolean => process.env['PARETOSCOPE_NO_DIALOGS'] === undefined

export const exitCodeOf = (error: unknown): number => (error instanceof NewerDatabaseError ? NEWER_VERSION : FAILED)

/** Says what went wrong, on standard error and in a box, and ends the app. */
export function explainAndExit(error: unknown): void {
  if (failed) return
  failed = true
  const message = error instanceof Error ? error.message : String(error)
  // A stack is for bugs; a storage error is told in full by its message.
  log(error instanceof StorageError || !(error instanceof Error) ? message : (error.stack ?? message))
  if (app.isReady() && somebodyAnswers())
    dialog.showMessageBoxSync({
      type: 'error',
      title: 'Paretoscope',
      message: 'Paretoscope has to close',
      detail: message,
    })
  app.exit(exitCodeOf(error))
}
