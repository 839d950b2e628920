import { commandInWords, commandKeys, type MenuCommand } from '../../shared/contract/menu-commands.ts'

const isMac = (): boolean => navigator.platform.startsWith('Mac')

/** The keys of a command as people read them: "Ctrl+Shift+S", "⇧⌘S"; undefined where it has none. */
export function keysInWords(name: MenuCommand): string | undefined {
  const keys = commandKeys(name, isMac())
  if (!isMac()) return keys?.replace('CmdOrCtrl', 'Ctrl')
  const parts = keys?.split('+')
  return parts && [parts.includes('Shift') ? '⇧' : '', '⌘', parts.at(-1)].join('')
}

/** What a button says of itself: "Save to the library (Ctrl+S)". */
export function commandHint(name: MenuCommand, says = commandInWords(name)): string {
  const keys = keysInWords(name)
  return keys === undefined ? says : `${says} (${keys})`
}
