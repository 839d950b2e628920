import type { Catalog } from '../../shared/catalog/builtin.ts'
import type { ReportSettings } from '../../shared/report/report-settings.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import type { Compute } from '../compute/compute.ts'
import type { FileLine } from '../files/file-lines.ts'
import type { GrowingFile } from '../files/growing-file.ts'
import type { PngScale } from '../report/draw-pngs.ts'
import type { DrawnPicture } from '../report/picture-svg.ts'

/** Wipes the line of standard error that the cursor is on. */
export const CLEAR_LINE = '\r\u001B[2K'

/** Everything outside that a command touches; node-host.ts and electron-host.ts are the real ones. */
export interface CommandHost {
  /** What a person types before the command. */
  readonly programName: string
  /** The app's own. */
  readonly version: string
  writeOut(text: string): void
  writeError(text: string): void
  /** A person watches standard error, so progress may be shown there. */
  readonly errorIsTerminal: boolean
  /** @throws InputError */
  readTextFile(path: string): Promise<string>
  /** All of the file or nothing. @throws InputError where it exists and `force` is off, or cannot be written */
  writeFile(path: string, data: string | Uint8Array, options: { readonly force: boolean }): Promise<void>
  /** @throws InputError where it cannot be written */
  openGrowingFile(path: string): Promise<GrowingFile>
  /** @throws InputError where it cannot be read */
  fileLines(path: string): AsyncGenerator<FileLine>
  /** The date of reports. */
  now(): Date
  exists(path: string): Promise<boolean>
  /** It exists and is not empty. */
  hasContent(path: string): Promise<boolean>
  makeFolder(path: string): Promise<void>
  absolutePath(path: string): string
  /** Where the app keeps its data. */
  readonly dataFolder: string
  /** Another build of SQLite's native part, for an older Electron. */
  readonly sqliteBinding: string | undefined
  /** @param workers undefined = one for each core */
  createCompute(workers: number | undefined): Compute
  /** Runs a command line in Electron and answers its exit code; null where this already is Electron. */
  readonly electron: ((argv: string[]) => Promise<number>) | null
  /** Computes a scenario's report and gives the bytes of its PDF; null where there is no Electron to print it. */
  readonly printReport: ((parts: ReportParts) => Promise<Uint8Array>) | null
  /** SVGs as PNGs of so many pixels for each of theirs; null where there is no Electron to draw them. */
  readonly drawPngs: ((pictures: readonly DrawnPicture[], scale: PngScale) => Promise<Uint8Array[]>) | null
  /** The typeface of reports, as a style sheet that embeds it. */
  fontCss(): Promise<string>
}

export interface ReportParts {
  readonly scenario: Scenario
  readonly catalog: Catalog
  readonly settings: ReportSettings
  readonly compute: Compute
  readonly onProgress?: ((progress: { readonly done: number }) => void) | undefined
}
