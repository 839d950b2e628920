import type { CommandHost } from './command-host.ts'
import { BAD_INPUT, CommandFailure, FAILED, oneLine } from './exit-codes.ts'
import { NO_BAR, progressBar } from './progress-bar.ts'

/** Ends a command that has told of each bad file already. */
export const toldAlready = (exitCode: number): CommandFailure => new CommandFailure(exitCode, '')

/** One code for several failures: the one that all have, else that of bad input. */
const codeOf = (codes: readonly number[]): number => (new Set(codes).size === 1 ? codes[0]! : BAD_INPUT)

/**
 * Does the work of a command on each of its files. One file that fails ends the command; of several, all others are done
 * nevertheless, and each failure is a line on standard error.
 * @param doing names the bar that shows how many are done, where a person watches; null = no bar
 * @returns the files that went well, and the code to end with where others did not
 * @throws CommandFailure of the only file
 */
export async function eachFile(
  host: CommandHost,
  files: readonly string[],
  doing: string | null,
  work: (file: string) => Promise<void>,
): Promise<{ readonly done: readonly string[]; readonly exitCode: number | null }> {
  if (files.length === 1) {
    await work(files[0]!)
    return { done: files, exitCode: null }
  }
  const progress = doing === null ? NO_BAR : progressBar(host, { name: doing, before: 0, total: files.length })
  const done: string[] = []
  const codes: number[] = []
  for (const [i, file] of files.entries()) {
    progress.show(i)
    try {
      await work(file)
      done.push(file)
    } catch (error) {
      const failure = error instanceof CommandFailure ? error : null
      const message = error instanceof Error ? error.message : String(error)
      progress.clear()
      host.writeError(`${oneLine(failure === null ? `${file}: ${message}` : message)}\n`)
      codes.push(failure?.exitCode ?? FAILED)
    }
  }
  progress.clear()
  return { done, exitCode: codes.length === 0 ? null : codeOf(codes) }
}
