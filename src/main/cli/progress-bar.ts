import { grouped } from '../../shared/report/format.ts'
import { CLEAR_LINE, type CommandHost } from './command-host.ts'
import { oneLine } from './exit-codes.ts'

export interface ProgressBar {
  /** @param done of all, those of earlier runs included */
  show(done: number): void
  clear(): void
}

export const NO_BAR: ProgressBar = { show: () => {}, clear: () => {} }

const WIDTH = 24
const LEAST_GAP_MS = 100

/** A bar on standard error, where a person watches it. */
export function progressBar(
  host: CommandHost,
  { name, before, total }: { readonly name: string; readonly before: number; readonly total: number },
): ProgressBar {
  if (!host.errorIsTerminal) return NO_BAR
  const begun = performance.now()
  let last = -Infinity
  return {
    show(done) {
      const now = performance.now()
      if (now - last < LEAST_GAP_MS && done < total) return
      last = now
      const filled = Math.floor((WIDTH * done) / total)
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
      const perSecond = (1e3 * (done - before)) / (now - begun)
      const left = done > before ? `  ${timeLeft((total - done) / perSecond)} left` : ''
      host.writeError(`${CLEAR_LINE}${oneLine(name)}  ${bar}  ${grouped(done)} of ${grouped(total)}${left}`)
    },
    clear: () => host.writeError(CLEAR_LINE),
  }
}

function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${grouped(seconds / 3600)} h`
}
