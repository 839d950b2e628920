import { setImmediate } from 'node:timers/promises'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { calibrate } from '../../shared/validation/calibration/calibrate.ts'
import { validateDecodes } from '../../shared/validation/validate-rows.ts'
import { CancelledError } from '../compute/cancelled-error.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { ConstantsStore } from '../storage/constants-store.ts'
import type { AppWindows, Caller } from '../window/app-windows.ts'
import type { CallHandlers } from './handle-calls.ts'
import type { RunningJobs } from './running-jobs.ts'

export interface CalibrationHandlerParts {
  readonly catalog: Pick<CatalogStore, 'catalog'>
  readonly constants: ConstantsStore
  readonly jobs: RunningJobs
  readonly windows: Pick<AppWindows, 'tellOthers'>
}

/** Runs a generator to its end, a step at a time, so that others get their turn between. @throws CancelledError */
async function finished<T>(
  steps: Generator<number, T, void>,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<T> {
  for (;;) {
    await setImmediate()
    if (signal.aborted) throw new CancelledError()
    const step = steps.next()
    if (step.done === true) return step.value
    onShare(step.value)
  }
}

/** Calls that fit constants to measurements and keep sets of them; every window hears of each that is kept. */
export const calibrationHandlers = ({ catalog, constants, jobs, windows }: CalibrationHandlerParts) => {
  const tell = ({ id, send }: Pick<Caller, 'id' | 'send'>) => {
    send('calibration.changed', null)
    windows.tellOthers(id, 'calibration.changed', null)
  }
  return {
    'calibration.fit': ({ job, rows, constants: ids }, { id, send }) =>
      jobs.run(id, job, async (signal) => {
        // The app's rows are judged by the app's entries, as in its report.
        const entries = rows === null ? BUILT_IN_CATALOG : catalog.catalog()
        const measured =
          rows ?? (await import('../../shared/validation/shipped-rows.ts')).SHIPPED_MEASUREMENTS.decode ?? []
        const calibration = await finished(calibrate(measured, entries, ids), signal, (share) =>
          send('calibration.progress', { job, share }),
        )
        return { calibration, report: validateDecodes(measured, entries, { fitted: calibration.values }) }
      }),
    'calibration.list': () => constants.list(),
    'calibration.keep': (set, caller) => {
      const kept = constants.keep(set)
      tell(caller)
      return kept
    },
    'calibration.rename': ({ id, name }, caller) => {
      constants.rename(id, name)
      tell(caller)
    },
    'calibration.delete': (id, caller) => {
      constants.delete(id)
      tell(caller)
    },
  } satisfies Partial<CallHandlers>
}
