import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { backupFolder, backupName, listBackups, removeUnfinished } from './backup-files.ts'
import { userVersion } from './migrate.ts'
import { backUpOnline } from './write-backup.ts'

/** How many daily backups are kept; those made before updates are kept beside them. */
export const DAILY_BACKUPS_KEPT = 14

/** How often the day is looked at: a timer to midnight would miss it on a computer that slept. */
const LOOK_GAP_MS = 10 * 60_000

export interface DailyBackups {
  /** Makes today's backup unless there is one; a failure is logged, and the next call tries again. */
  run(): Promise<void>
  /** Runs now and whenever the day has changed, until `stop`. */
  start(): void
  stop(): void
}

export interface DailyBackupsOptions {
  readonly database: Database
  readonly nativeBinding?: string | undefined
  readonly now: () => number
  readonly log: (line: string) => void
}

const dayOf = (at: number): string => new Date(at).toDateString()

export function createDailyBackups({ database, nativeBinding, now, log }: DailyBackupsOptions): DailyBackups {
  const folder = backupFolder(database.name)
  const daily = () => listBackups(folder).filter(({ kind }) => kind === 'daily')
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null

  async function backUp(): Promise<void> {
    try {
      const at = now()
      const newest = daily()[0]
      if (newest !== undefined && dayOf(newest.madeAt) === dayOf(at)) return
      removeUnfinished(folder)
      await backUpOnline(database, join(folder, backupName('daily', userVersion(database), at)), { nativeBinding })
      for (const { name } of daily().slice(DAILY_BACKUPS_KEPT)) rmSync(join(folder, name))
    } catch (error) {
      // The app closed meanwhile: the next start makes the backup.
      if (database.open) log(`the daily backup failed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  const run = () =>
    (running ??= backUp().finally(() => {
      running = null
    }))
  return {
    run,
    start() {
      void run()
      timer = setInterval(() => void run(), LOOK_GAP_MS).unref()
    },
    stop: () => clearInterval(timer),
  }
}
