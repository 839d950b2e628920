import { randomUUID } from 'node:crypto'
import { lstat, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InputError } from '../../shared/scenario/input-error.ts'
import { fileProblem } from './file-problem.ts'

const NODE_FS = { lstat, open, realpath, rename, rm, stat }
export type AtomicFileSystem = typeof NODE_FS

/** Nothing is replaced unless asked for. */
export class FileExistsError extends InputError {
  constructor() {
    super('', 'already exists; use --force to replace it')
    this.name = 'FileExistsError'
  }
}

export interface WriteOptions {
  /** Replace a file that is there. */
  readonly force: boolean
  readonly fs?: AtomicFileSystem
}

/**
 * Writes all of a file or nothing: into a new file beside it, flushed to disk, then renamed over it. A link stays
 * a link, and what it points to keeps its permissions.
 * @throws FileExistsError where `force` is off, InputError where the file system refuses in a way people can mend
 */
export async function writeFileAtomically(
  path: string,
  data: string | Uint8Array,
  options: WriteOptions,
): Promise<void> {
  const { force, fs = NODE_FS } = options
  try {
    if (!force && (await exists(path, fs))) throw new FileExistsError()
    const target = await unlessMissing(fs.realpath(path), path)
    const mode = await unlessMissing(
      fs.stat(target).then((found) => found.mode & 0o777),
      0o666,
    )
    const temporary = join(dirname(target), `.paretoscope-${randomUUID()}.tmp`)
    try {
      await writeWhole(temporary, data, mode, fs)
      await fs.rename(temporary, target)
    } catch (error) {
      await fs.rm(temporary, { force: true })
      throw error
    }
  } catch (error) {
    throw fileProblem(error, 'written')
  }
}

const exists = (path: string, fs: AtomicFileSystem) =>
  unlessMissing(
    fs.lstat(path).then(() => true),
    false,
  )

async function unlessMissing<T>(finding: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await finding
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise
    throw error
  }
}

async function writeWhole(path: string, data: string | Uint8Array, mode: number, fs: AtomicFileSystem): Promise<void> {
  const file = await fs.open(path, 'wx', mode)
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
}
