import { join } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter, OpenDialogOptions, SaveDialogOptions } from 'electron'
import { fileNameOf, SCENARIO_EXTENSIONS } from '../files/scenario-file-name.ts'

/** Where to write; `mayReplace`: the person agreed to replace what is there. */
export interface ChosenPlace {
  readonly path: string
  readonly mayReplace: boolean
}

/** The system's own dialogs; null = the person chose nothing. Paths come from here and nowhere else. */
export interface FileDialogs {
  /** One or more; none where the person chose none. */
  chooseScenarios(): Promise<string[]>
  chooseMeasurements(): Promise<string | null>
  /** A model's config.json. */
  chooseConfig(): Promise<string | null>
  chooseObserved(): Promise<string | null>
  placeScenario(name: string): Promise<ChosenPlace | null>
  placePdf(name: string): Promise<ChosenPlace | null>
  placeLibrary(name: string): Promise<ChosenPlace | null>
  /** A whole library, or a backup. */
  chooseLibrary(): Promise<string | null>
  placeOutput(name: string, kind: OutputKind): Promise<ChosenPlace | null>
}

/** What charts, tables and reports are written as, by extension; a system's dialog names it. */
const OUTPUT_KINDS = {
  svg: 'SVG pictures',
  png: 'PNG pictures',
  csv: 'CSV tables',
  xlsx: 'Excel workbooks',
  html: 'Web pages',
} as const

export type OutputKind = keyof typeof OUTPUT_KINDS

export interface FileDialogParts {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  readonly window: () => BrowserWindow | null
  readonly folder: () => string
}

/** Dialogs, too, know files by what follows the last dot. */
const SCENARIOS = { name: 'Paretoscope scenarios', extensions: ['json', 'paretoscope'] }
const LIBRARY = { name: 'Paretoscope libraries', extensions: ['paretoscope-library'] }

export function createFileDialogs({ dialog, window, folder }: FileDialogParts): FileDialogs {
  const place = async (title: string, name: string, extension: string, filter: FileFilter) => {
    const options: SaveDialogOptions = {
      title,
      defaultPath: join(folder(), `${fileNameOf(name)}${extension}`),
      filters: [filter],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    }
    const parent = window()
    const { canceled, filePath } = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options))
    return canceled || filePath === '' ? null : withExtension(filePath, extension, filter.extensions)
  }
  const chooseAll = async (title: string, filter: FileFilter, many: boolean): Promise<string[]> => {
    const properties: OpenDialogOptions['properties'] = many ? ['openFile', 'multiSelections'] : ['openFile']
    const options: OpenDialogOptions = { title, filters: [filter], properties }
    const parent = window()
    const { canceled, filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options))
    return canceled ? [] : filePaths
  }
  const choose = async (title: string, filter: FileFilter): Promise<string | null> =>
    (await chooseAll(title, filter, false))[0] ?? null
  return {
    chooseScenarios: () => chooseAll('Open scenario files', SCENARIOS, true),
    chooseMeasurements: () => choose('Open measurements', { name: 'Measurements', extensions: ['csv', 'json'] }),
    chooseConfig: () => choose('Open config.json', { name: 'Model configurations', extensions: ['json'] }),
    chooseObserved: () => choose('Import observed points', { name: 'CSV', extensions: ['csv', 'tsv', 'txt'] }),
    placeScenario: (name) => place('Save scenario file', name, `.${SCENARIO_EXTENSIONS[0]}`, SCENARIOS),
    placeLibrary: (name) => place('Export library', name, '.paretoscope-library', LIBRARY),
    chooseLibrary: () =>
      choose('Import library', { name: 'Libraries and backups', extensions: [...LIBRARY.extensions, 'sqlite'] }),
    placeOutput: (name, kind) =>
      place(`Save as ${kind.toUpperCase()}`, name, `.${kind}`, { name: OUTPUT_KINDS[kind], extensions: [kind] }),
    placePdf: (name) => place('Export PDF', name, '.pdf', { name: 'PDF', extensions: ['pdf'] }),
  }
}

/**
 * Linux dialogs add no extension. A path that we complete was not what the person agreed to replace.
 * @param accepted the extensions without their dot that a path may have already
 */
export function withExtension(path: string, extension: string, accepted: readonly string[]): ChosenPlace {
  if (accepted.some((one) => path.toLowerCase().endsWith(`.${one}`))) return { path, mayReplace: true }
  return { path: `${path}${extension}`, mayReplace: false }
}
