import { InputError } from '../../shared/scenario/input-error.ts'

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist: a part of its path is a file',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EISDIR: 'is a folder, not a file',
  EROFS: 'is on a read-only disk',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'has too long a name',
  ELOOP: 'is a loop of links',
  EMFILE: 'too many files are open',
}

/** An error of the file system in words, as an InputError; any other error as it is. */
export function fileProblem(error: unknown, doing: 'read' | 'written'): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const problem = PROBLEMS[error.code]
  if (problem === undefined) return error
  return new InputError('', `cannot be ${doing}: ${problem}`)
}
