import { basename } from 'node:path'
import { CommandFailure, WRONG_USAGE } from './exit-codes.ts'

/** Stands for the name of the scenario file in a path to write to. */
const NAME = '{name}'

/** A scenario file's name without its ending: "precision" of "examples/precision.paretoscope.json". */
const nameOf = (file: string): string => basename(file).replace(/(\.paretoscope)?\.[^.]*$/i, '')

/** Where a file's output goes. */
export const outputPath = (pattern: string, file: string): string => pattern.replaceAll(NAME, nameOf(file))

/** Before any work: several files need a place each. @throws CommandFailure */
export function refuseSharedPlaces(
  patterns: Readonly<Record<string, string | undefined>>,
  files: readonly string[],
): void {
  if (files.length === 1) return
  for (const [option, pattern] of Object.entries(patterns)) {
    if (pattern === undefined) continue
    if (!pattern.includes(NAME))
      throw new CommandFailure(
        WRONG_USAGE,
        `error: --${option} ${pattern}: several files need ${NAME} in it, as in --${option} reports/${NAME}`,
      )
    const taken = new Map<string, string>()
    for (const file of files) {
      const path = outputPath(pattern, file)
      const other = taken.get(path)
      if (other !== undefined)
        throw new CommandFailure(WRONG_USAGE, `error: ${other} and ${file} would both be written to ${path}`)
      taken.set(path, file)
    }
  }
}
