import { open, stat, type FileHandle } from 'node:fs/promises'
import { InputError } from '../../shared/scenario/input-error.ts'
import { LARGEST_TEXT_FILE_BYTES } from '../../shared/scenario/text-file-limit.ts'
import { fileProblem } from './file-problem.ts'

/**
 * The text of a UTF-8 file, with or without a byte-order mark. Its size is checked before anything is read.
 * @throws InputError where it is missing, no plain file, too large or not UTF-8
 */
export async function readTextFile(path: string, largestBytes = LARGEST_TEXT_FILE_BYTES): Promise<string> {
  try {
    // Asked of the path first: opening a named pipe would wait for ever.
    const found = await stat(path)
    if (!found.isFile())
      throw new InputError('', found.isDirectory() ? 'is a folder, not a file' : 'is not a plain file')
    const file = await open(path, 'r')
    try {
      return decodeUtf8(await readWhole(file, largestBytes))
    } finally {
      await file.close()
    }
  } catch (error) {
    throw fileProblem(error, 'read')
  }
}

async function readWhole(file: FileHandle, largestBytes: number): Promise<Uint8Array> {
  const { size } = await file.stat()
  if (size > largestBytes) throw new InputError('', `has ${size} bytes; expected at most ${largestBytes}`)
  // Never more than that, should the file grow while it is read.
  const bytes = new Uint8Array(size)
  let filled = 0
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputError('', 'is not UTF-8 text')
  }
}
