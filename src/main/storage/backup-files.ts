import { readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unfinishedName } from './finish-file.ts'

/** Why a backup was made: once a day, or because an update was about to change the tables, or an import what is in them. */
export type BackupKind = 'daily' | 'before-update' | 'before-import'

/** What a backup's name tells. */
export interface BackupFile {
  readonly name: string
  readonly kind: BackupKind
  readonly dataVersion: number
  /** Milliseconds since 1970. */
  readonly madeAt: number
}

const NAME = /^(daily|before-update|before-import)-v(\d+)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.sqlite$/

/** Where the backups of a database lie: beside it. */
export const backupFolder = (databasePath: string): string => join(dirname(databasePath), 'backups')

/** A time as file names of every system take it: 2026-05-04T10-15-00-123Z. */
export const fileStamp = (at: number): string => new Date(at).toISOString().replaceAll(/[:.]/g, '-')

export const backupName = (kind: BackupKind, dataVersion: number, at: number): string =>
  `${kind}-v${dataVersion}-${fileStamp(at)}.sqlite`

/** The finished backups in a folder, the newest first; none where there is no folder. */
export function listBackups(folder: string): BackupFile[] {
  return namesIn(folder)
    .flatMap((name) => backupOf(name) ?? [])
    .toSorted((a, b) => b.madeAt - a.madeAt || b.dataVersion - a.dataVersion)
}

function backupOf(name: string): BackupFile | null {
  const found = NAME.exec(name)
  if (found === null) return null
  const [, kind, dataVersion, day, hour, minute, second, millisecond] = found
  const madeAt = Date.parse(`${day}T${hour}:${minute}:${second}.${millisecond}Z`)
  return Number.isNaN(madeAt) ? null : { name, kind: kind as BackupKind, dataVersion: Number(dataVersion), madeAt }
}

/** Removes what a backup left that was interrupted. */
export function removeUnfinished(folder: string): void {
  for (const name of namesIn(folder)) if (name.endsWith(unfinishedName(''))) rmSync(join(folder, name), { force: true })
}

const namesIn = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : []
