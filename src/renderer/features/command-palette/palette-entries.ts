import { commandInWords, MENU_COMMAND_NAMES, type MenuCommand } from '../../../shared/contract/menu-commands.ts'
import { METRICS, SPEED_AXES } from '../../../shared/report/metrics.ts'
import { GALLERY } from '../../../shared/scenario/gallery.ts'
import { keysInWords } from '../../kernel/command-hint.ts'
import type { Outputs } from '../outputs/create-outputs.ts'
import type { Library } from '../library/create-library.ts'
import type { Commands } from '../workspace/create-commands.ts'
import type { Panels } from '../workspace/create-panels.ts'
import type { Workspace } from '../workspace/create-workspace.ts'
import type { PaletteEntry } from './find-entries.ts'

export interface PaletteParts {
  readonly workspace: Workspace
  readonly library: Library
  readonly commands: Commands
  readonly panels: Panels
  readonly outputs: Outputs
}

/** Everything the palette offers now: commands of the menu, of the charts and of each series, and what can be opened. */
export function paletteEntries({ workspace, library, commands, panels, outputs }: PaletteParts): PaletteEntry[] {
  const { document, charts } = workspace
  const group = (name: string, entries: readonly (readonly [label: string, run: () => void])[]): PaletteEntry[] =>
    entries.map(([label, run], i) => ({ id: `${name} ${i} ${label}`, label, group: name, run }))

  const [noChart, noTable] = [outputs.chart() === null, outputs.table() === null]
  const idle: Partial<Record<MenuCommand, boolean>> = {
    'command-palette': true,
    undo: !document.canUndo(),
    redo: !document.canRedo(),
    'copy-chart': noChart,
    'save-chart-png': noChart,
    'save-chart-svg': noChart,
    'copy-table': noTable,
    'copy-table-markdown': noTable,
    'save-table-csv': noTable,
    'save-table-xlsx': noTable,
  }
  const menu = MENU_COMMAND_NAMES.filter((name) => idle[name] !== true).map((name): PaletteEntry => {
    const keys = keysInWords(name)
    return {
      id: name,
      label: commandInWords(name),
      group: 'Commands',
      run: () => commands.run(name),
      ...(keys !== undefined && { keys }),
    }
  })

  return [
    ...menu,
    ...group('Window', [
      [panels.library() ? 'Hide the library' : 'Show the library', () => panels.setLibrary(!panels.library())],
      [
        panels.inspector() ? 'Hide the inspector' : 'Show the inspector',
        () => panels.setInspector(!panels.inspector()),
      ],
    ]),
    ...group('Charts', [
      ...METRICS.map(({ label, id }) => [`y: ${label}`, () => charts.setMetric(id)] as const),
      ...SPEED_AXES.map(({ label, id }) => [`x: ${label}`, () => charts.setSpeedAxis(id)] as const),
      [charts.binding() ? 'Hide what binds' : 'Show what binds', () => charts.setBinding(!charts.binding())],
      ['Reset zoom', () => charts.zoom.reset()],
    ]),
    ...group(
      'Series',
      document
        .keyed()
        .flatMap(({ key, series: { name, hidden } }) => [
          [`Edit ${name}`, () => workspace.select(key, true)] as const,
          [`Make ${name} the baseline`, () => document.makeBaseline(key)] as const,
          [`${hidden ? 'Show' : 'Hide'} ${name}`, () => document.toggleHidden(key)] as const,
          [`Show only ${name}`, () => document.solo(key)] as const,
          [`Duplicate ${name}`, () => workspace.duplicate(key)] as const,
          ...(document.keyed().length > 1 ? [[`Remove ${name}`, () => workspace.remove(key)] as const] : []),
        ]),
    ),
    ...group('Open', [
      ...library.entries().map(({ id, name }) => [name, () => void library.open(id)] as const),
      ...GALLERY.map((entry) => [`${entry.scenario.name} (gallery)`, () => void library.openGallery(entry)] as const),
    ]),
  ]
}
