import type { CommandHost } from '../src/main/cli/command-host.ts'
import { runCommandLine } from '../src/main/cli/command-line.ts'
import { createThreadCompute } from '../src/main/compute/thread-compute.ts'
import { fileLines } from '../src/main/files/file-lines.ts'
import { openGrowingFile } from '../src/main/files/growing-file.ts'
import { InputError } from '../src/shared/scenario/input-error.ts'

export interface CommandRun {
  readonly exitCode: number
  readonly out: string
  readonly error: string
  readonly files: ReadonlyMap<string, string | Uint8Array>
}

/** Runs a command on files that exist in memory only, with real threads to compute. */
export async function runOn(
  files: Readonly<Record<string, string>>,
  argv: readonly string[],
  host: Partial<CommandHost> = {},
): Promise<CommandRun> {
  const stored = new Map<string, string | Uint8Array>(Object.entries(files))
  let out = ''
  let error = ''
  const exitCode = await runCommandLine(argv, {
    programName: 'cli',
    version: '1.2.3',
    writeOut: (text) => (out += text),
    writeError: (text) => (error += text),
    errorIsTerminal: false,
    async readTextFile(path) {
      const text = stored.get(path)
      if (typeof text !== 'string') throw new InputError('', 'cannot be read: does not exist')
      return text
    },
    async writeFile(path, data, { force }) {
      if (stored.has(path) && !force) throw new InputError('', 'already exists; use --force to replace it')
      stored.set(path, data)
    },
    openGrowingFile,
    fileLines,
    hasContent: async (path) => (stored.get(path)?.length ?? 0) > 0,
    exists: async (path) => stored.has(path),
    makeFolder: async () => {},
    dataFolder: '/home/me/.config/Paretoscope',
    sqliteBinding: undefined,
    absolutePath: (path) => `/here/${path}`,
    createCompute: (workers) => createThreadCompute({ workers: workers ?? 1 }),
    now: () => new Date(0),
    electron: null,
    printReport: null,
    drawPngs: null,
    fontCss: async () => '@font-face{font-family:None}',
    ...host,
  })
  return { exitCode, out, error, files: stored }
}
