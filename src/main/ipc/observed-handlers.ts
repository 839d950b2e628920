import { basename } from 'node:path'
import { InputError } from '../../shared/scenario/input-error.ts'
import { readTextFile } from '../files/read-text-file.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { CallHandlers } from './handle-calls.ts'

/** Observed points: those that ship with the app, and the text of a person's own file, whose columns the window asks about. */
export const observedHandlers = ({ dialogs }: { readonly dialogs: Pick<FileDialogs, 'chooseObserved'> }) =>
  ({
    // Read when first asked for: most starts never look at half a megabyte of measurements.
    'observed.shipped': async () => [...(await import('../../shared/observed/shipped-sets.ts')).SHIPPED_OBSERVED_SETS],
    'observed.openCsv': async () => {
      const path = await dialogs.chooseObserved()
      if (path === null) return null
      const fileName = basename(path)
      try {
        return { fileName, text: await readTextFile(path) }
      } catch (error) {
        throw error instanceof InputError ? new InputError(fileName, error.message) : error
      }
    },
  }) satisfies Partial<CallHandlers>
