import type { Catalog } from '../../shared/catalog/builtin.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import type { Compute } from '../compute/compute.ts'

/** Everything outside that a command touches; node-host.ts and electron-host.ts are the real ones. */
export interface CommandHost {
  /** What a person types before the command. */
  readonly programName: string
  writeOut(text: string): void
  writeError(text: string): void
  /** A person watches standard error, so progress may be shown there. */
  readonly errorIsTerminal: boolean
  /** @throws InputError */
  readTextFile(path: string): Promise<string>
  /** All of the file or nothing. @throws InputError where it exists and `force` is off, or cannot be written */
  writeFile(path: string, data: string | Uint8Array, options: { readonly force: boolean }): Promise<void>
  exists(path: string): Promise<boolean>
  makeFolder(path: string): Promise<void>
  absolutePath(path: string): string
  /** @param workers undefined = one for each core */
  createCompute(workers: number | undefined): Compute
  /** Runs a command line in Electron and answers its exit code; null where this already is Electron. */
  readonly electron: ((argv: string[]) => Promise<number>) | null
  /** Computes a scenario's report and gives the bytes of its PDF; null where there is no Electron to print it. */
  readonly printReport: ((parts: ReportParts) => Promise<Uint8Array>) | null
}

export interface ReportParts {
  readonly scenario: Scenario
  readonly catalog: Catalog
  readonly compute: Compute
}
