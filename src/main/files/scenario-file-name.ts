/** Endings of scenario files without the first dot. Windows and macOS know files by what follows the last dot: hence the second. */
export const SCENARIO_EXTENSIONS = ['paretoscope.json', 'paretoscope'] as const

/** Whether a file is one of ours by its name. */
export const isScenarioFileName = (name: string): boolean =>
  SCENARIO_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(`.${extension}`))
