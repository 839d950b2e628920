import type { StartUpProblem } from '../../shared/contract/start-up-calls.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import type { Recovery } from '../storage/recovery.ts'
import { DamagedDatabaseError, NewerDatabaseError, StorageError } from '../storage/storage-errors.ts'
import type { Storage } from '../storage/storage.ts'

/** Opening the saved data, as often as it takes. What tries gives the problem that is left, or null. */
export interface StartUp {
  /** The data, once they are open. */
  storage(): Storage | null
  /** Why they are not. */
  failure(): StorageError | null
  problem(): StartUpProblem | null
  tryAgain(): StartUpProblem | null
  /** @throws InputError where the data are not damaged or there is no such backup, StorageError where the disk refuses */
  restore(backup: string): StartUpProblem | null
  /** @throws as `restore` */
  startEmpty(): StartUpProblem | null
}

export interface StartUpParts {
  readonly open: () => Storage
  readonly recovery: Recovery
}

/** Tries to open the data at once. @throws what is no StorageError: a mistake of the app's own */
export function createStartUp({ open, recovery }: StartUpParts): StartUp {
  let storage: Storage | null = null
  let failure: StorageError | null = null

  const problem = (): StartUpProblem | null => {
    if (failure === null) return null
    const kind = kindOf(failure)
    return { kind, message: failure.message, backups: kind === 'damaged' ? recovery.backups() : [] }
  }
  const tryAgain = () => {
    if (storage !== null) return null
    try {
      storage = open()
      failure = null
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      failure = error
    }
    return problem()
  }
  const refuseUnlessDamaged = () => {
    if (!(failure instanceof DamagedDatabaseError)) throw new InputError('', 'the saved data are not damaged')
  }

  tryAgain()
  return {
    storage: () => storage,
    failure: () => failure,
    problem,
    tryAgain,
    restore(backup) {
      refuseUnlessDamaged()
      recovery.restore(backup)
      return tryAgain()
    },
    startEmpty() {
      refuseUnlessDamaged()
      recovery.startEmpty()
      return tryAgain()
    },
  }
}

function kindOf(failure: StorageError): StartUpProblem['kind'] {
  if (failure instanceof NewerDatabaseError) return 'newer'
  return failure instanceof DamagedDatabaseError ? 'damaged' : 'unusable'
}
