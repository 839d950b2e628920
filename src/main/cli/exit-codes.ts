import { InputError, NewerVersionError } from '../../shared/scenario/input-error.ts'

/** Exit codes that other programs rely on (docs/cli.md). */
export const DONE = 0
export const FAILED = 1
export const WRONG_USAGE = 2
export const BAD_INPUT = 3
export const NEWER_VERSION = 4

/** Ends a command with an exit code and its message as one line on standard error. */
export class CommandFailure extends Error {
  readonly exitCode: number

  constructor(exitCode: number, message: string) {
    super(message)
    this.name = 'CommandFailure'
    this.exitCode = exitCode
  }
}

/** Runs work on an input file; what is wrong with the file becomes a failure that names it. */
export async function aboutInput<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof InputError) throw new CommandFailure(BAD_INPUT, `${path}: ${error.message}`)
    if (error instanceof NewerVersionError) throw new CommandFailure(NEWER_VERSION, `${path}: ${error.message}`)
    throw error
  }
}

/** Runs work that writes a file; a place that cannot be written to is wrong usage. */
export async function aboutOutput<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof InputError) throw new CommandFailure(WRONG_USAGE, `${path}: ${error.message}`)
    throw error
  }
}

/** Text on one line and without control characters, so that a hostile file cannot speak to the terminal. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
