import { basename, isAbsolute, join } from 'node:path'
import type { IncomingFile } from '../../shared/contract/incoming-calls.ts'
import { readScenarioFile } from './read-scenario-file.ts'
import { isScenarioFileName } from './scenario-file-name.ts'

/** Scenario files in a process's arguments, as paths from anywhere. */
export const scenarioPaths = (argv: readonly string[], folder: string): string[] =>
  argv
    .slice(1)
    .filter((word) => !word.startsWith('-') && isScenarioFileName(word))
    .map((word) => (isAbsolute(word) ? word : join(folder, word)))

/** Reads scenario files, each with what is wrong with it where it cannot be read. */
export const readIncoming = (paths: readonly string[]): Promise<IncomingFile[]> =>
  Promise.all(
    paths.map(async (path) => {
      const fileName = basename(path)
      try {
        return { fileName, scenario: await readScenarioFile(path), problem: null }
      } catch (error) {
        return { fileName, scenario: null, problem: error instanceof Error ? error.message : String(error) }
      }
    }),
  )

/** Files that were given to the app from outside, until a window takes them. */
export interface WaitingFiles {
  add(paths: readonly string[]): void
  /** All that wait; they do not wait afterwards. */
  take(): Promise<IncomingFile[]>
  /** `listener` is told when there are more, for a window to take them. */
  onAdded(listener: () => void): void
}

export function createWaitingFiles(): WaitingFiles {
  let waiting: string[] = []
  let tell = () => {}
  return {
    add(paths) {
      if (paths.length === 0) return
      waiting.push(...paths)
      tell()
    },
    take() {
      const taken = waiting
      waiting = []
      return readIncoming(taken)
    },
    onAdded(listener) {
      tell = listener
    },
  }
}
