/** Endings of scenario files without the first dot. Windows and macOS know files by what follows the last dot: hence the second. */
export const SCENARIO_EXTENSIONS = ['paretoscope.json', 'paretoscope'] as const

/** Whether a file is one of ours by its name. */
export const isScenarioFileName = (name: string): boolean =>
  SCENARIO_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(`.${extension}`))

/** A scenario's name as a file name that every system takes. */
export function fileNameOf(name: string): string {
  const safe = name
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trim()
  return safe === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe) ? 'Scenario' : safe
}
