import { join } from 'node:path'
import type { LibraryWork } from '../../storage/archive/library-snapshot.ts'
import type { CommandHost } from '../command-host.ts'
import { aboutInput } from '../exit-codes.ts'

export interface LibraryOptions {
  /** A data folder; undefined: the app's. */
  readonly data?: string
}

/** The file of the saved data. */
export const databaseIn = (host: CommandHost, { data }: LibraryOptions): string =>
  join(data ?? host.dataFolder, 'paretoscope.sqlite')

/** Works on a copy of the saved data. SQLite is loaded for these commands only. @throws CommandFailure that names the file */
export async function onSavedData<T>(host: CommandHost, path: string, work: LibraryWork<T>): Promise<T> {
  const { withSavedData } = await import('../../storage/archive/library-snapshot.ts')
  return aboutInput(path, () => withSavedData(path, { nativeBinding: host.sqliteBinding }, work))
}
