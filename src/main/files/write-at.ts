import { basename } from 'node:path'
import { InputError } from '../../shared/scenario/input-error.ts'
import type { ChosenPlace } from '../window/file-dialogs.ts'
import { FileExistsError, writeFileAtomically } from './write-file-atomically.ts'

/** Writes a file where a person chose to have it. @throws InputError where that would replace what they did not choose */
export async function writeAt(
  { path, mayReplace }: ChosenPlace,
  data: string | Uint8Array,
): Promise<{ fileName: string }> {
  const fileName = basename(path)
  try {
    await writeFileAtomically(path, data, { force: mayReplace })
  } catch (error) {
    if (!(error instanceof FileExistsError)) throw error
    throw new InputError('', `"${fileName}" already exists; choose that file in the dialog to replace it`)
  }
  return { fileName }
}
