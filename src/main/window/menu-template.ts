import type { MenuItemConstructorOptions } from 'electron'
import type { Theme } from '../../shared/contract/contract.ts'
import { commandKeys, MENU_COMMANDS, type MenuCommand } from '../../shared/contract/menu-commands.ts'

export interface MenuParts {
  readonly isMac: boolean
  readonly devTools: boolean
  readonly send: (command: MenuCommand) => void
  readonly showAbout: () => void
}

type Item = MenuItemConstructorOptions

/** The application menu as data. An item that the page carries out has the command's name as its id. */
export function menuTemplate({ isMac, devTools, send, showAbout }: MenuParts): Item[] {
  const command = (id: MenuCommand): Item => {
    const accelerator = commandKeys(id, isMac)
    return {
      id,
      label: MENU_COMMANDS[id].label,
      click: () => send(id),
      ...(accelerator !== undefined && { accelerator }),
    }
  }
  const themeItem = (name: Theme): Item => ({ ...command(`theme-${name}`), type: 'radio', checked: name === 'system' })
  const separator: Item = { type: 'separator' }
  const file: Item[] = [
    command('new-scenario'),
    command('new-window'),
    command('open-file'),
    separator,
    command('save-scenario'),
    command('save-scenario-as'),
    command('save-file'),
    separator,
    command('show-versions'),
    separator,
    command('export-pdf'),
    command('export-html'),
    separator,
    command('save-chart-png'),
    command('save-chart-svg'),
    command('save-table-csv'),
    command('save-table-xlsx'),
    separator,
    command('export-library'),
    command('import-library'),
    separator,
    isMac ? { role: 'close' } : { role: 'quit' },
  ]
  const edit: Item[] = [
    // Not the roles: the page decides whether a text field or the comparison takes a step back.
    command('undo'),
    command('redo'),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    separator,
    command('copy-chart'),
    command('copy-table'),
    command('copy-table-markdown'),
    separator,
    command('add-series'),
    command('observed-points'),
    separator,
    command('command-palette'),
  ]
  const view: Item[] = [
    command('show-overlay'),
    command('show-side-by-side'),
    command('show-difference'),
    command('show-table'),
    command('show-validate'),
    separator,
    command('show-scenarios'),
    command('show-accelerators'),
    command('show-models'),
    command('show-questions'),
    command('show-claims'),
    separator,
    command('show-chip-design'),
    separator,
    {
      label: 'Theme',
      submenu: [themeItem('system'), themeItem('light'), themeItem('dark')],
    },
    separator,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
    ...(devTools ? [separator, { role: 'toggleDevTools' } satisfies Item] : []),
  ]
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies Item] : []),
    { label: 'File', submenu: file },
    { label: 'Edit', submenu: edit },
    { label: 'View', submenu: view },
    { role: 'help', label: 'Help', submenu: [{ id: 'about', label: 'About Paretoscope', click: showAbout }] },
  ]
}
