import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand, Theme } from '../../shared/contract/contract.ts'

export interface MenuParts {
  readonly isMac: boolean
  readonly devTools: boolean
  readonly send: (command: MenuCommand) => void
  readonly showAbout: () => void
}

type Item = MenuItemConstructorOptions

/** The application menu as data. An item that the page carries out has the command's name as its id. */
export function menuTemplate({ isMac, devTools, send, showAbout }: MenuParts): Item[] {
  const command = (id: MenuCommand, label: string, accelerator?: string): Item => ({
    id,
    label,
    click: () => send(id),
    ...(accelerator !== undefined && { accelerator }),
  })
  const themeItem = (name: Theme, label: string): Item => ({
    ...command(`theme-${name}`, label),
    type: 'radio',
    checked: name === 'system',
  })
  const separator: Item = { type: 'separator' }
  const file: Item[] = [
    command('new-scenario', 'New', 'CmdOrCtrl+N'),
    command('open-file', 'Open Scenario File…', 'CmdOrCtrl+O'),
    separator,
    command('save-scenario', 'Save', 'CmdOrCtrl+S'),
    command('save-scenario-as', 'Save As…', 'CmdOrCtrl+Shift+S'),
    command('save-file', 'Save Scenario File…'),
    separator,
    command('export-pdf', 'Export PDF…', 'CmdOrCtrl+P'),
    separator,
    isMac ? { role: 'close' } : { role: 'quit' },
  ]
  const edit: Item[] = [
    // Not the roles: the page decides whether a text field or the comparison takes a step back.
    command('undo', 'Undo', 'CmdOrCtrl+Z'),
    command('redo', 'Redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    separator,
    command('add-series', 'Add Series', 'CmdOrCtrl+Shift+A'),
  ]
  const view: Item[] = [
    command('show-overlay', 'Overlay', 'CmdOrCtrl+1'),
    command('show-side-by-side', 'Side by Side', 'CmdOrCtrl+2'),
    command('show-difference', 'Difference', 'CmdOrCtrl+3'),
    command('show-table', 'Table', 'CmdOrCtrl+4'),
    command('show-validate', 'Validate', 'CmdOrCtrl+5'),
    separator,
    {
      label: 'Theme',
      submenu: [themeItem('system', 'As the System'), themeItem('light', 'Light'), themeItem('dark', 'Dark')],
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
