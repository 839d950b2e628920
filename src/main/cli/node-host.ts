import { readFileSync } from 'node:fs'
import { createThreadCompute } from '../compute/thread-compute.ts'
import type { CommandHost } from './command-host.ts'
import { endQuietlyWhenOutputCloses, processHost } from './process-host.ts'

/**
 * Commands on plain Node: threads search, and what needs Electron is handed to it.
 * @param electron runs a command line in Electron and answers its exit code
 */
export function nodeHost({ electron }: { electron: CommandHost['electron'] }): CommandHost {
  endQuietlyWhenOutputCloses()
  return {
    ...processHost,
    programName: 'npm run --silent cli --',
    version: ownVersion(),
    createCompute: (workers) => createThreadCompute(workers === undefined ? {} : { workers }),
    electron,
    printReport: null,
    drawPngs: null,
    fontCss: async () => (await import('./font-from-packages.ts')).fontFromPackages(),
  }
}

function ownVersion(): string {
  const about = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return about.version
}
