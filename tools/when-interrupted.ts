const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const cleanups = new Set<() => void>()

/**
 * Runs `cleanup` if a signal ends this process before the returned function is called.
 * For what the system does not end along with us: an X server, a process group of its own.
 */
export function whenInterrupted(cleanup: () => void): () => void {
  if (cleanups.size === 0) for (const signal of signals) process.on(signal, endBySignal)
  cleanups.add(cleanup)
  return () => {
    cleanups.delete(cleanup)
    if (cleanups.size === 0) for (const signal of signals) process.off(signal, endBySignal)
  }
}

function endBySignal(signal: NodeJS.Signals): void {
  for (const cleanup of cleanups) cleanup()
  for (const each of signals) process.off(each, endBySignal)
  process.kill(process.pid, signal)
}
