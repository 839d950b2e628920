/**
 * The command in a process's arguments, with its own arguments; null where the app is to open its window.
 * A command is whatever follows `--`, or a known name as the first argument that is no switch of Chromium's.
 * @param isDefaultApp Electron was given the app's folder, which then comes before everything of ours
 */
export function commandArguments(
  argv: readonly string[],
  names: readonly string[],
  isDefaultApp: boolean,
): string[] | null {
  const separator = argv.indexOf('--')
  if (separator !== -1) return separator === argv.length - 1 ? null : argv.slice(separator + 1)
  const words = argv
    .map((word, at) => ({ word, at }))
    .filter(({ word, at }) => at > 0 && (!word.startsWith('-') || names.includes(word)))
  const first = words[isDefaultApp ? 1 : 0]
  return first !== undefined && names.includes(first.word) ? argv.slice(first.at) : null
}
