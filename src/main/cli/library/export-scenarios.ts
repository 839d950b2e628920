import { dirname, join } from 'node:path'
import { InputError } from '../../../shared/scenario/input-error.ts'
import { formatScenario } from '../../../shared/scenario/scenario-file.ts'
import { withOwnEntries } from '../../../shared/scenario/with-own-entries.ts'
import { fileNameOf, isScenarioFileName, SCENARIO_EXTENSIONS } from '../../files/scenario-file-name.ts'
import { ownEntries } from '../../library/own-entries.ts'
import type { LibraryCopy } from '../../storage/archive/library-snapshot.ts'
import type { CommandHost } from '../command-host.ts'
import { eachFile, toldAlready } from '../each-file.ts'
import { aboutInput, aboutOutput, BAD_INPUT, CommandFailure, oneLine, WRONG_USAGE } from '../exit-codes.ts'
import { refuseExisting } from '../refuse-existing.ts'
import { databaseIn, onSavedData, type LibraryOptions } from './saved-data.ts'
import { wantedScenarios, type NamedScenario } from './wanted-scenarios.ts'

export interface ExportOptions extends LibraryOptions {
  /** A scenario file, or a folder for as many as there are. */
  readonly out: string
  readonly all?: boolean
  readonly force?: boolean
}

/** `export SCENARIO... --out PLACE`: scenarios of the library as files, as the window saves them. */
export async function exportScenariosCommand(
  host: CommandHost,
  asked: readonly string[],
  { out, all = false, force = false, ...options }: ExportOptions,
): Promise<void> {
  if (all === asked.length > 0)
    throw new CommandFailure(WRONG_USAGE, 'error: say which scenarios to export, or --all for all of them')
  await onSavedData(host, databaseIn(host, options), async (database) => {
    const wanted = await scenariosIn(database, all ? null : asked)
    const places = placesOf(wanted, out)
    const { savedScenariosOf } = await import('../../storage/saved-scenarios.ts')
    const log = (line: string) => host.writeError(`${oneLine(line)}\n`)
    const saved = savedScenariosOf(database, { now: Date.now, log })
    const own = ownEntries(saved.catalog)
    const { exitCode } = await eachFile(host, [...places.keys()], 'export', async (path) => {
      const { id, name } = places.get(path)!
      await refuseExisting(host, path, force)
      const scenario = await aboutInput(`"${name}"`, () => saved.scenarios.look(id))
      await aboutOutput(path, async () => {
        await host.makeFolder(dirname(path))
        await host.writeFile(path, formatScenario(withOwnEntries(scenario, own)), { force })
      })
      host.writeOut(`${oneLine(`${path}: "${name}", ${scenario.series.length} series`)}\n`)
    })
    if (exitCode !== null) throw toldAlready(exitCode)
  })
}

async function scenariosIn(database: LibraryCopy, asked: readonly string[] | null): Promise<NamedScenario[]> {
  const { libraryListing } = await import('../../storage/archive/library-listing.ts')
  const listed = libraryListing(database).scenarios.filter(({ inBin }) => !inBin)
  if (asked === null) return listed
  try {
    return wantedScenarios(listed, asked)
  } catch (error) {
    throw error instanceof InputError ? new CommandFailure(BAD_INPUT, error.message) : error
  }
}

/** Each scenario by where it goes. Of several, each has a file of its own in a folder, under its name. */
function placesOf(wanted: readonly NamedScenario[], out: string): Map<string, NamedScenario> {
  if (isScenarioFileName(out) || out.toLowerCase().endsWith('.json')) {
    if (wanted.length === 1) return new Map([[out, wanted[0]!]])
    throw new CommandFailure(WRONG_USAGE, `error: ${wanted.length} scenarios need a folder; --out ${out} is one file`)
  }
  const taken = new Set<string>()
  return new Map(
    wanted.map((one) => {
      const name = fileNameOf(one.name)
      let free = name
      // Some systems take two names for one that differ in case only.
      for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} (${number})`
      taken.add(free.toLowerCase())
      return [join(out, `${free}.${SCENARIO_EXTENSIONS[0]}`), one]
    }),
  )
}
