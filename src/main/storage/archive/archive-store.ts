import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { ArchiveChoice, ArchivePreview } from '../../../shared/contract/archive-calls.ts'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { InputError } from '../../../shared/scenario/input-error.ts'
import { parseScenario } from '../../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import { backupFolder, backupName } from '../backup-files.ts'
import { readRows } from '../catalog-rows.ts'
import { userVersion } from '../migrate.ts'
import type { SearchIndex } from '../search-index.ts'
import type { UserEntryWriter } from '../user-entries.ts'
import { backUpOnline } from '../write-backup.ts'
import { compareEntries } from './compare-entries.ts'
import { compareScenarios } from './compare-scenarios.ts'
import { exportArchive, type ExportOptions } from './export-archive.ts'
import { importConstants } from './import-constants.ts'
import { importEntries, type ImportedEntries } from './import-entries.ts'
import { importScenarios, type ImportedScenarios } from './import-scenarios.ts'
import type { LibraryCounts } from './library-counts.ts'
import { openArchive } from './open-archive.ts'
import { entryKey, previewOf, scenarioKey, scenarioOfKey } from './preview.ts'
import { dropUnreadable } from './drop-unreadable.ts'

export interface ImportOutcome {
  readonly scenarios: ImportedScenarios
  readonly entries: Omit<ImportedEntries, 'ids'>
}

export interface ImportOptions {
  /** By key; what differs and is not among them stays as it is here. */
  readonly choices: ReadonlyMap<string, ArchiveChoice>
  /** Called before anything is written with the scenarios that theirs take the place of; may throw. */
  readonly mayReplace: (scenarios: readonly number[]) => void
}

/** A whole library as one file. */
export interface ArchiveStore {
  /** @throws InputError where the file cannot be written */
  export(path: string, options: Omit<ExportOptions, 'nativeBinding'>): Promise<LibraryCounts>
  /** Reads a copy of a file, which is kept until another is read or `close`. @throws as `openArchive` */
  read(path: string, onProgress: (share: number) => void): Promise<Omit<ArchivePreview, 'fileName'>>
  /** A scenario of what was read, and the catalog of its library. @throws InputError where there is none of the key */
  look(token: number, key: string): { readonly scenario: Scenario; readonly catalog: CallOutput<'catalog.list'> }
  /**
   * Imports what was read, after a backup, in one transaction. @throws InputError where another file was read since
   */
  import(token: number, options: ImportOptions): Promise<ImportOutcome>
  /** Forgets what was read. */
  close(token: number): void
  /** Forgets whatever was read. */
  end(): void
}

export interface ArchiveStoreParts {
  readonly database: Database
  readonly nativeBinding?: string | undefined
  readonly now: () => number
  readonly index: SearchIndex
  readonly entries: UserEntryWriter
  /** Entries were written. */
  readonly onEntries: () => void
}

/** Rows read before others get their turn. */
const ROWS_AT_ONCE = 200

export function openArchiveStore(parts: ArchiveStoreParts): ArchiveStore {
  const { database: mine, nativeBinding, now, index, entries: writer } = parts
  const folder = join(dirname(mine.name), 'importing')
  let opened: { readonly token: number; readonly theirs: Database } | null = null
  let lastToken = 0
  let reading = false

  function forget(): void {
    opened?.theirs.close()
    opened = null
    rmSync(folder, { recursive: true, force: true })
  }
  const openOf = (token: number) => {
    if (opened?.token === token) return opened
    throw new InputError('', 'is not open any more; choose the file again')
  }
  const compared = (theirs: Database) => {
    const entries = compareEntries(mine, theirs)
    const known = { accelerators: new Map<string, string>(), models: new Map<string, string>() }
    for (const { own, id, idHere } of entries) if (id !== idHere) known[own.catalog].set(id, idHere)
    return { entries, scenarios: compareScenarios(mine, theirs, known) }
  }

  function importNow(theirs: Database, { choices, mayReplace }: ImportOptions): ImportOutcome {
    const { entries, scenarios } = compared(theirs)
    const chosen = scenarios.map((one) => ({ ...one, choice: choices.get(scenarioKey(one.id)) ?? 'mine' }))
    mayReplace(chosen.flatMap((one) => (one.choice === 'theirs' && one.mine !== null ? [one.mine.id] : [])))
    const { ids, ...imported } = importEntries(
      mine,
      theirs,
      writer,
      entries.map((one) => ({ ...one, choice: choices.get(entryKey(one.own.catalog, one.id)) ?? 'mine' })),
    )
    importConstants(mine, theirs)
    return { entries: imported, scenarios: importScenarios({ mine, theirs, index, ids }, chosen) }
  }

  async function readCopy(path: string, onProgress: (share: number) => void) {
    const theirs = await openArchive(path, { folder, nativeBinding })
    try {
      const leftOut: string[] = []
      let rows = 0
      for (const { share, says } of dropUnreadable(theirs)) {
        if (says !== null) leftOut.push(says)
        if (++rows % ROWS_AT_ONCE === 0) {
          onProgress(share)
          await setImmediate()
        }
      }
      const preview = previewOf(theirs, compared(theirs))
      opened = { token: ++lastToken, theirs }
      return { token: lastToken, leftOut, ...preview }
    } catch (error) {
      theirs.close()
      forget()
      throw error
    }
  }

  forget()
  return {
    export: (path, options) => exportArchive(mine, path, { ...options, nativeBinding }),
    async read(path, onProgress) {
      if (reading) throw new InputError('', 'has to wait: another file is being read')
      forget()
      reading = true
      try {
        return await readCopy(path, onProgress)
      } finally {
        reading = false
      }
    },
    look(token, key) {
      const { theirs } = openOf(token)
      const id = scenarioOfKey(key)
      const document = theirs
        .prepare<[number | null], string>('SELECT document FROM scenarios WHERE id = ?')
        .pluck()
        .get(id)
      if (document === undefined) throw new InputError('', 'is not a scenario of the file; choose the file again')
      // What cannot be read was taken out when the copy was made.
      const rows = { database: theirs, log: () => {} }
      return {
        scenario: parseScenario(document),
        catalog: { models: readRows(rows, 'models'), accelerators: readRows(rows, 'accelerators') },
      }
    },
    async import(token, options) {
      openOf(token)
      const path = join(backupFolder(mine.name), backupName('before-import', userVersion(mine), now()))
      await backUpOnline(mine, path, { nativeBinding })
      const { theirs } = openOf(token)
      const outcome = importing(() => mine.transaction(() => importNow(theirs, options)).immediate())
      parts.onEntries()
      forget()
      return outcome
    },
    close(token) {
      if (opened?.token === token) forget()
    },
    end: forget,
  }
}

/** What our own tables refuse was not written by the app. */
function importing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'))
      throw new InputError('', `is damaged: ${error.message}. Nothing was imported`)
    throw error
  }
}
