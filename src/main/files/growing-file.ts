import { constants, open } from 'node:fs/promises'
import { InputError } from '../../shared/scenario/input-error.ts'
import { fileProblem } from './file-problem.ts'

/** A file that is written bit by bit, and that holds all that was written if the process is killed at any time. */
export interface GrowingFile {
  /** Cuts off what is behind `bytes`, and goes on from there. */
  goOnFrom(bytes: number): Promise<void>
  append(text: string): Promise<void>
  close(): Promise<void>
}

/** How often what was written is forced onto the disk, for the case that the machine fails and not the process. */
const SYNC_GAP_MS = 1000

/** Opens a file, and makes it where there is none. @throws InputError where the file system refuses */
export async function openGrowingFile(path: string): Promise<GrowingFile> {
  const trying = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw fileProblem(error, 'written')
    }
  }
  const file = await trying(() => open(path, constants.O_RDWR | constants.O_CREAT))
  let position = 0
  let lastSync = performance.now()
  if (!(await file.stat()).isFile()) {
    await file.close()
    throw new InputError('', 'cannot be written: is not a plain file')
  }
  return {
    goOnFrom: (bytes) =>
      trying(async () => {
        await file.truncate(bytes)
        position = bytes
      }),
    append: (text) =>
      trying(async () => {
        const data = Buffer.from(text)
        for (let done = 0; done < data.length;) {
          // At its own place, so that two runs of the same sweep on one file write the same bytes to the same places.
          const { bytesWritten } = await file.write(data, done, data.length - done, position)
          done += bytesWritten
          position += bytesWritten
        }
        if (performance.now() - lastSync < SYNC_GAP_MS) return
        await file.datasync()
        lastSync = performance.now()
      }),
    close: () =>
      trying(async () => {
        try {
          await file.datasync()
        } finally {
          await file.close()
        }
      }),
  }
}
