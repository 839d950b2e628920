import { createSignal } from 'solid-js'
import type { StartUpProblem } from '../../../shared/contract/start-up-calls.ts'
import { call } from '../../kernel/api.ts'

/** Why the saved data cannot be opened, and what a person may do about it. */
export function createStartUp() {
  const [problem, setProblem] = createSignal<StartUpProblem | null>(null)
  const [chosen, setChosen] = createSignal<string | null>(null)
  const [failure, setFailure] = createSignal<string | null>(null)
  const [busy, setBusy] = createSignal(false)

  /** Makes one attempt at a time; the window closes by itself once the data are open. */
  async function attempt(work: () => Promise<StartUpProblem | null>): Promise<void> {
    if (busy()) return
    setBusy(true)
    setFailure(null)
    try {
      const left = await work()
      if (left !== null) setProblem(left)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }

  void attempt(() => call('startUp.problem', undefined))

  /** Name of the backup that would be restored: the newest until another is chosen. */
  const backup = (): string | null => {
    const names = problem()?.backups.map(({ name }) => name) ?? []
    return names.find((name) => name === chosen()) ?? names[0] ?? null
  }
  return {
    problem,
    failure,
    busy,
    backup,
    choose: setChosen,
    tryAgain: () => attempt(() => call('startUp.tryAgain', undefined)),
    async restore() {
      const name = backup()
      if (name !== null) await attempt(() => call('startUp.restore', name))
    },
    startEmpty: () => attempt(() => call('startUp.startEmpty', undefined)),
    showFolder: () => void call('startUp.showFolder', undefined),
    quit: () => void call('startUp.quit', undefined),
  }
}
