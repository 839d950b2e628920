import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandHost } from '../src/main/cli/command-host.ts'
import { processHost } from '../src/main/cli/process-host.ts'
import { runOn, type CommandRun } from './fake-host.ts'
import { fakeCompute } from './fake-compute.ts'

const { readTextFile, writeFile, exists, hasContent } = processHost
const onDisk = { readTextFile, writeFile, exists, hasContent }

/** Searches in this thread. */
export const createCompute: CommandHost['createCompute'] = () => fakeCompute({ workers: 2 })

/** A folder of real files, for commands that write bit by bit. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'paretoscope-command-'))

  at(name: string): string {
    return join(this.path, name)
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8')
  }

  write(name: string, text: string): void {
    writeFileSync(this.at(name), text)
  }

  run(argv: readonly string[], host: Partial<CommandHost> = {}): Promise<CommandRun> {
    return runOn({}, argv, { ...onDisk, createCompute, ...host })
  }

  remove(): void {
    rmSync(this.path, { recursive: true })
  }
}
