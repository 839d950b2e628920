import { backupFolder } from './backup-files.ts'

/** The app's own database cannot be used; the message is for people, and nothing that was saved is lost. */
export class StorageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StorageError'
  }
}

/** A newer app wrote the database. */
export class NewerDatabaseError extends StorageError {
  /** Its data version, and the newest that this app knows. */
  readonly found: number
  readonly known: number

  constructor(path: string, found: number, known: number) {
    super(
      `The saved data in ${path} come from a newer Paretoscope (data version ${found}; this one knows up to ${known}). ` +
        'They were left as they are. Open them with the newer version.',
    )
    this.name = 'NewerDatabaseError'
    this.found = found
    this.known = known
  }
}

/** The file is no database, or a damaged one, or somebody else's. */
export class DamagedDatabaseError extends StorageError {
  /** What is wrong with it. */
  readonly detail: string

  constructor(path: string, detail: string, options?: ErrorOptions) {
    super(
      `The saved data in ${path} cannot be read: ${detail}. The file was left as it is. ` +
        `Backups lie in ${backupFolder(path)}.`,
      options,
    )
    this.name = 'DamagedDatabaseError'
    this.detail = detail
  }
}
