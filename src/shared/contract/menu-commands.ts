/** A command of the window that the application menu, the command palette and buttons share. */
export interface MenuCommandFacts {
  /** As the menu has it, under its heading. */
  readonly label: string
  /** As a list without headings has it, where the label alone would not say enough. */
  readonly says?: string
  /** In Electron's notation. */
  readonly keys?: string
  readonly keysOnMac?: string
}

/** Every command that the renderer carries out, by its name. */
export const MENU_COMMANDS = {
  'new-scenario': { label: 'New', says: 'New comparison', keys: 'CmdOrCtrl+N' },
  'new-window': { label: 'New Window', says: 'New window', keys: 'CmdOrCtrl+Shift+N' },
  'open-file': { label: 'Open Scenario File…', says: 'Open a scenario file', keys: 'CmdOrCtrl+O' },
  'save-scenario': { label: 'Save', says: 'Save to the library', keys: 'CmdOrCtrl+S' },
  'save-scenario-as': { label: 'Save As…', says: 'Save as a copy', keys: 'CmdOrCtrl+Shift+S' },
  'save-file': { label: 'Save Scenario File…', says: 'Save as a scenario file' },
  'show-versions': { label: 'Versions…', says: 'Show the versions of the scenario' },
  'export-pdf': { label: 'Export PDF…', says: 'Export the report as PDF', keys: 'CmdOrCtrl+P' },
  'export-library': { label: 'Export Library…', says: 'Export the whole library' },
  'import-library': { label: 'Import Library…', says: 'Import a library' },
  'export-html': { label: 'Export HTML…', says: 'Export the report as a web page' },
  'copy-chart': { label: 'Copy Chart as Image', says: 'Copy the chart as an image', keys: 'CmdOrCtrl+Shift+C' },
  'save-chart-png': { label: 'Save Chart as PNG…', says: 'Save the chart as PNG, 2x' },
  'save-chart-svg': { label: 'Save Chart as SVG…', says: 'Save the chart as SVG' },
  'copy-table': { label: 'Copy Table', says: 'Copy the table for a spreadsheet' },
  'copy-table-markdown': { label: 'Copy Table as Markdown', says: 'Copy the table as Markdown' },
  'save-table-csv': { label: 'Save Table as CSV…', says: 'Save the table as CSV' },
  'save-table-xlsx': { label: 'Save Table as XLSX…', says: 'Save the table as XLSX' },
  undo: { label: 'Undo', keys: 'CmdOrCtrl+Z' },
  redo: { label: 'Redo', keys: 'Ctrl+Y', keysOnMac: 'Cmd+Shift+Z' },
  'add-series': { label: 'Add Series', says: 'Add a series', keys: 'CmdOrCtrl+Shift+A' },
  'observed-points': { label: 'Observed Points…', says: 'Observed points' },
  'command-palette': { label: 'All Commands…', says: 'All commands', keys: 'CmdOrCtrl+K' },
  'show-overlay': { label: 'Overlay', says: 'Show all frontiers in one chart', keys: 'CmdOrCtrl+1' },
  'show-side-by-side': { label: 'Side by Side', says: 'Show panels side by side', keys: 'CmdOrCtrl+2' },
  'show-difference': {
    label: 'Difference',
    says: 'Show the difference from the baseline',
    keys: 'CmdOrCtrl+3',
  },
  'show-table': { label: 'Table', says: 'Show the table of readings', keys: 'CmdOrCtrl+4' },
  'show-validate': { label: 'Validate', says: 'Show predictions against measurements', keys: 'CmdOrCtrl+5' },
  'show-scenarios': { label: 'All Scenarios', says: 'Show all scenarios', keys: 'CmdOrCtrl+6' },
  'show-accelerators': { label: 'Accelerators', says: 'Show the catalog of accelerators', keys: 'CmdOrCtrl+7' },
  'show-models': { label: 'Models', says: 'Show the catalog of models', keys: 'CmdOrCtrl+8' },
  'show-questions': { label: 'Questions', says: 'Show the questions that the engine answers', keys: 'CmdOrCtrl+9' },
  'show-claims': { label: 'Claims', says: 'Show the paper’s claims, computed' },
  'show-chip-design': { label: 'Chip Design', says: 'Design a chip: scale an accelerator’s figures' },
  'theme-system': { label: 'As the System', says: 'Theme: as the system' },
  'theme-light': { label: 'Light', says: 'Theme: light' },
  'theme-dark': { label: 'Dark', says: 'Theme: dark' },
} as const satisfies Record<string, MenuCommandFacts>

export type MenuCommand = keyof typeof MENU_COMMANDS

export const MENU_COMMAND_NAMES = Object.keys(MENU_COMMANDS) as [MenuCommand, ...MenuCommand[]]

/** In a list without headings: "Save to the library". */
export const commandInWords = (name: MenuCommand): string => {
  const { says, label }: MenuCommandFacts = MENU_COMMANDS[name]
  return says ?? label
}

/** Keys as the menu of a platform takes them; undefined where there are none. */
export const commandKeys = (name: MenuCommand, isMac: boolean): string | undefined => {
  const { keys, keysOnMac }: MenuCommandFacts = MENU_COMMANDS[name]
  return isMac ? (keysOnMac ?? keys) : keys
}
