import { createSignal, onCleanup } from 'solid-js'
import type { Calibration } from '../../../shared/validation/calibration/calibration.ts'
import { FITTED_CONSTANT_IDS, type FittedConstantId } from '../../../shared/validation/calibration/fitted-constants.ts'
import { call, CallError, listen } from '../../kernel/api.ts'
import type { Validate } from '../validate/create-validate.ts'
import type { ConstantSets } from './create-constant-sets.ts'

/** Fitted unless the person says otherwise; network latency and kernels do much the same to a decode time. */
const USUAL: readonly FittedConstantId[] = FITTED_CONSTANT_IDS.filter((id) => id !== 'network-latency')

type Stage =
  | { readonly kind: 'asking'; readonly problem: string | null }
  | { readonly kind: 'fitting'; readonly job: string; readonly share: number }
  | { readonly kind: 'fitted'; readonly calibration: Calibration; readonly isKept: boolean }

/** State of the dialog that fits constants to the measurements in view: what to fit, what came of it, and the sets kept. */
export function createCalibration(validate: Validate, sets: ConstantSets, say: (message: string) => void) {
  const [isOpen, setOpen] = createSignal(false)
  const [chosen, setChosen] = createSignal<readonly FittedConstantId[]>(USUAL)
  const [stage, setStage] = createSignal<Stage>({ kind: 'asking', problem: null })
  const running = (job: string) => {
    const now = stage()
    return now.kind === 'fitting' && now.job === job
  }

  onCleanup(
    listen('calibration.progress', ({ job, share }) => {
      if (running(job)) setStage({ kind: 'fitting', job, share })
    }),
  )

  function cancel(): void {
    const now = stage()
    if (now.kind !== 'fitting') return
    void call('frontier.cancel', now.job).catch(() => undefined)
    setStage({ kind: 'asking', problem: null })
  }

  const sourceName = () => validate.fileName() ?? 'the measurements of the app'

  return {
    isOpen,
    show() {
      setStage({ kind: 'asking', problem: null })
      setOpen(true)
    },
    close() {
      cancel()
      setOpen(false)
    },
    chosen,
    choose: (id: FittedConstantId, on: boolean) =>
      setChosen(FITTED_CONSTANT_IDS.filter((one) => (one === id ? on : chosen().includes(one)))),
    stage,
    sourceName,
    /** Fits what is chosen to the rows in view; the answer to a fit that was cancelled is dropped. */
    async fit(): Promise<void> {
      const job = crypto.randomUUID()
      setStage({ kind: 'fitting', job, share: 0 })
      try {
        const { calibration, report } = await call('calibration.fit', {
          job,
          rows: validate.rows(),
          constants: [...chosen()],
        })
        if (!running(job)) return
        validate.showFitted(report)
        setStage({ kind: 'fitted', calibration, isKept: false })
      } catch (error) {
        if (!running(job)) return
        const cancelled = error instanceof CallError && error.kind === 'cancelled'
        const problem = error instanceof Error ? error.message : String(error)
        setStage({ kind: 'asking', problem: cancelled ? null : problem })
      }
    },
    cancel,
    again: () => setStage({ kind: 'asking', problem: null }),
    sets,
    /** Keeps what was fitted under a name. */
    async keep(name: string, notes: string): Promise<void> {
      const now = stage()
      if (now.kind !== 'fitted' || !(await sets.keep({ name, notes, values: now.calibration.values }))) return
      setStage({ ...now, isKept: true })
      say(`“${name}” is kept; series under the standard rules can choose it.`)
    },
  }
}

export type Calibrating = ReturnType<typeof createCalibration>
