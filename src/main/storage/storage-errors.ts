/** The app's own database cannot be used; the message is for people, and nothing in the file was changed. */
export class StorageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StorageError'
  }
}

/** A newer app wrote the database. */
export class NewerDatabaseError extends StorageError {
  constructor(path: string, found: number, known: number) {
    super(
      `The saved data in ${path} come from a newer Paretoscope (data version ${found}; this one knows up to ${known}). ` +
        'They were left as they are. Open them with the newer version.',
    )
    this.name = 'NewerDatabaseError'
  }
}

/** The file is no database, or a damaged one, or somebody else's. */
export class DamagedDatabaseError extends StorageError {
  constructor(path: string, detail: string, options?: ErrorOptions) {
    super(
      `The saved data in ${path} cannot be read: ${detail}. The file was left as it is. ` +
        'Move it away to start with empty data; copies made before updates lie beside it with names that end in "-backup".',
      options,
    )
    this.name = 'DamagedDatabaseError'
  }
}
