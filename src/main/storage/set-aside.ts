import { existsSync, renameSync } from 'node:fs'
import { fileStamp } from './backup-files.ts'

/** The files that one database may consist of, by what follows its name. */
const PARTS = ['', '-wal', '-shm'] as const

/** Gives a database that cannot be used another name, together with its log: nothing is deleted. */
export function setAside(path: string, now: number): void {
  const kept = `${path}.damaged-${fileStamp(now)}`
  // The database first: a log without one is never taken for another's (see finishRestore).
  for (const part of PARTS) if (existsSync(path + part)) renameSync(path + part, kept + part)
}

/** The name of a backup on its way to become the database. */
export const restoringPath = (path: string): string => `${path}.restoring`

/** Ends a restore that was interrupted between setting the old file aside and putting the backup in its place. */
export function finishRestore(path: string, now: number): void {
  if (existsSync(path)) return
  setAside(path, now)
  if (existsSync(restoringPath(path))) renameSync(restoringPath(path), path)
}
