import { createSignal, onCleanup } from 'solid-js'
import type { Theme } from '../../../shared/contract/contract.ts'
import type { MenuCommand } from '../../../shared/contract/menu-commands.ts'
import { NEW_SERIES, newScenario } from '../../../shared/scenario/scenario.ts'
import { call, listen } from '../../kernel/api.ts'
import { acceptDrops, textOf } from '../../kernel/accept-drops.ts'
import { notify } from '../../ui/notices.tsx'
import type { Archive } from '../archive/create-archive.ts'
import type { Observed } from '../observed/create-observed.ts'
import type { IncomingFiles } from '../incoming/create-incoming.ts'
import type { ReportState } from '../report/create-report.ts'
import type { Outputs } from '../outputs/create-outputs.ts'
import type { Library } from '../library/create-library.ts'
import type { Versions } from '../versions/create-versions.ts'
import type { Workspace } from './create-workspace.ts'

/**
 * While text is edited, undo is the text's own; a number of the comparison is part of the inputs as it is typed, and is undone
 * as such.
 */
const inTextField = (onPage: boolean): boolean => {
  const active = document.activeElement
  if (active instanceof HTMLTextAreaElement) return true
  if (!(active instanceof HTMLInputElement) || !['text', 'search'].includes(active.type)) return false
  return onPage || active.inputMode !== 'decimal'
}

export interface CommandParts {
  readonly workspace: Workspace
  readonly library: Library
  readonly observed: Observed
  readonly report: ReportState
  readonly versions: Versions
  readonly archive: Archive
  readonly incoming: IncomingFiles
  readonly outputs: Outputs
  /** Takes a file that is dropped on the page of models. */
  readonly readConfig: (name: string, text: string) => void
}

/** What can be done in the window, by menu, shortcut or button; failures are told in a notice. */
export function createCommands({
  workspace,
  library,
  observed,
  report,
  versions,
  archive,
  incoming,
  outputs,
  readConfig,
}: CommandParts) {
  const [palette, setPalette] = createSignal(false)
  const { document: work } = workspace

  const telling = (task: () => Promise<unknown>) => {
    task().catch((error: unknown) => notify(error instanceof Error ? error.message : String(error)))
  }

  async function exportHtml(): Promise<void> {
    const saved = await call('report.saveHtml', work.scenario())
    if (saved !== null) notify(`Report saved as ${saved.fileName}.`)
  }

  const none = () => null
  const chart = () => outputs.chart() ?? none
  const table = () => outputs.table() ?? none

  onCleanup(
    acceptDrops((file) =>
      telling(async () => {
        const text = await textOf(file)
        if (/\.(csv|tsv)$/i.test(file.name)) return observed.startImport(file.name, text)
        if (workspace.page() === 'models') return readConfig(file.name, text)
        await incoming.drop(file.name, text)
      }),
    ),
  )

  async function saveFile(): Promise<void> {
    const saved = await call('file.save', work.scenario())
    if (saved !== null) notify(`Scenario file saved as ${saved.fileName}.`)
  }

  const startNew = () => library.adopt(newScenario('New comparison', [NEW_SERIES]))
  const theme = (name: Theme) => () => telling(() => call('app.setTheme', name))

  const commands: Record<MenuCommand, () => void> = {
    'new-scenario': () => telling(startNew),
    'new-window': () => telling(() => call('window.open', null)),
    'save-scenario': () => telling(() => library.keep('save')),
    'save-scenario-as': () => telling(library.saveAsCopy),
    'open-file': () => telling(incoming.chooseFiles),
    'save-file': () => telling(saveFile),
    'export-pdf': report.show,
    'export-library': () => telling(archive.exportAll),
    'import-library': () => telling(archive.open),
    'export-html': () => telling(exportHtml),
    'copy-chart': () => outputs.copyPicture(chart()),
    'save-chart-png': () => outputs.savePicture(chart(), 'png-2'),
    'save-chart-svg': () => outputs.savePicture(chart(), 'svg'),
    'copy-table': () => outputs.copyTable(table(), 'tsv'),
    'copy-table-markdown': () => outputs.copyTable(table(), 'markdown'),
    'save-table-csv': () => outputs.saveTable(table(), 'csv'),
    'save-table-xlsx': () => outputs.saveTable(table(), 'xlsx'),
    undo: () => (inTextField(workspace.page() !== null) ? document.execCommand('undo') : work.undo()),
    redo: () => (inTextField(workspace.page() !== null) ? document.execCommand('redo') : work.redo()),
    'add-series': workspace.addSeries,
    'observed-points': () => telling(observed.show),
    'command-palette': () => setPalette(true),
    'show-versions': () => telling(versions.show),
    'show-overlay': () => workspace.setView('overlay'),
    'show-side-by-side': () => workspace.setView('side-by-side'),
    'show-difference': () => workspace.setView('difference'),
    'show-table': () => workspace.setView('table'),
    'show-validate': () => workspace.setView('validate'),
    'show-scenarios': () => workspace.setView('scenarios'),
    'show-accelerators': () => workspace.setView('accelerators'),
    'show-models': () => workspace.setView('models'),
    'show-questions': () => workspace.setView('questions'),
    'show-claims': () => workspace.setView('claims'),
    'show-chip-design': () => workspace.setView('chip-design'),
    'theme-system': theme('system'),
    'theme-light': theme('light'),
    'theme-dark': theme('dark'),
  }
  onCleanup(listen('menu.command', (command) => commands[command]()))

  return {
    run: (command: MenuCommand) => commands[command](),
    palette,
    closePalette: () => setPalette(false),
  }
}

export type Commands = ReturnType<typeof createCommands>
