import { access, mkdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { fileLines } from '../files/file-lines.ts'
import { fileProblem } from '../files/file-problem.ts'
import { openGrowingFile } from '../files/growing-file.ts'
import { readTextFile } from '../files/read-text-file.ts'
import { writeFileAtomically } from '../files/write-file-atomically.ts'
import { reportDate } from '../report/report-date.ts'
import type { CommandHost } from './command-host.ts'
import { dataFolder } from './library/data-folder.ts'

/** What both hosts share: the terminal and the file system of this process. */
export const processHost = {
  writeOut: (text: string) => void process.stdout.write(text),
  writeError: (text: string) => void process.stderr.write(text),
  errorIsTerminal: (process.stderr.isTTY ?? false) || process.env['PARETOSCOPE_WATCHED'] === '1',
  readTextFile: (path: string) => readTextFile(path),
  writeFile: writeFileAtomically,
  openGrowingFile,
  now: () => reportDate(process.env['SOURCE_DATE_EPOCH']),
  fileLines,
  exists: (path: string) =>
    access(path).then(
      () => true,
      () => false,
    ),
  hasContent: (path: string) =>
    stat(path).then(
      ({ size }) => size > 0,
      () => false,
    ),
  async makeFolder(path: string): Promise<void> {
    try {
      await mkdir(path, { recursive: true })
    } catch (error) {
      throw fileProblem(error, 'written')
    }
  },
  absolutePath: (path: string) => resolve(path),
  dataFolder: dataFolder(process.platform, process.env, homedir()),
  sqliteBinding: process.env['PARETOSCOPE_SQLITE_BINDING'],
} satisfies Partial<CommandHost>

/** A reader that has seen enough, like `head`, closes the pipe: that is no failure, and there is nobody left to tell. */
export function endQuietlyWhenOutputCloses(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}
