import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

const sqliteBusy = 5

export interface Waiting {
  /** Called once, when another process is found at work. */
  onWait?: () => void
  /** What to do between two tries. */
  pause?: () => Promise<unknown>
}

/**
 * Runs `work` while no other process runs anything under the same lock file; waits for its turn.
 * The lock is an exclusive transaction on an empty SQLite file: the operating system lets go of it
 * when its process ends, however it ends, so a killed run never leaves the next one waiting.
 */
export async function exclusively<T>(lockFile: string, work: () => Promise<T>, waiting: Waiting = {}): Promise<T> {
  mkdirSync(dirname(lockFile), { recursive: true })
  const lock = new DatabaseSync(lockFile, { timeout: 0 })
  try {
    for (let tries = 0; !tryLock(lock); tries += 1) {
      if (tries === 0) waiting.onWait?.()
      await (waiting.pause?.() ?? pause(500))
    }
    return await work()
  } finally {
    lock.close()
  }
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if ((error as { errcode?: number }).errcode === sqliteBusy) return false
    throw error
  }
}
