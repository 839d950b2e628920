import { existsSync } from 'node:fs'
import { BUILT_IN_CATALOG } from '../../../shared/catalog/builtin.ts'
import { mergeCatalogs } from '../../../shared/catalog/merge-catalogs.ts'
import type { OnDiffering, Standing, Taken } from '../../../shared/contract/incoming-calls.ts'
import { broughtAlong } from '../../../shared/report/brought-along.ts'
import { grouped } from '../../../shared/report/format.ts'
import { parseScenario } from '../../../shared/scenario/scenario-file.ts'
import { ownEntries } from '../../library/own-entries.ts'
import { standingOf } from '../../library/standing-of.ts'
import { takeScenario } from '../../library/take-scenario.ts'
import type { SavedScenarios } from '../../storage/saved-scenarios.ts'
import type { CommandHost } from '../command-host.ts'
import { eachFile, toldAlready } from '../each-file.ts'
import { aboutInput, oneLine } from '../exit-codes.ts'
import { databaseIn, onSavedData, type LibraryOptions } from './saved-data.ts'

/** What a person says of a scenario whose name another of the library has, and what the window calls it. */
export const ON_COLLISION = {
  'keep-both': 'both',
  'take-theirs': 'theirs',
  'keep-mine': 'mine',
} as const satisfies Record<string, OnDiffering>

export interface ImportOptions extends LibraryOptions {
  readonly onCollision: keyof typeof ON_COLLISION
  readonly dryRun?: boolean
}

/** `import FILE...`: puts scenario files into the library, or says what that would do. */
export async function importScenariosCommand(
  host: CommandHost,
  files: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const { dryRun = false, onCollision } = options
  const onDiffering = ON_COLLISION[onCollision]
  await onLibrary(host, databaseIn(host, options), { dryRun, replaces: onDiffering === 'theirs' }, async (saved) => {
    const own = ownEntries(saved.catalog)
    const here = { ...saved, own: () => own }
    const count = { added: 0, replaced: 0, kept: 0 }
    const { exitCode } = await eachFile(host, files, dryRun ? null : 'import', async (file) => {
      const scenario = await aboutInput(file, async () => parseScenario(await host.readTextFile(file)))
      const { state } = standingOf(here, scenario)
      const { outcome } = takeScenario(here, scenario, onDiffering, () => {})
      count[outcome]++
      const lines = [
        `${file}: "${scenario.name}", ${scenario.series.length} series: ${inWords(state, outcome, dryRun)}`,
        ...broughtAlong(scenario, mergeCatalogs(BUILT_IN_CATALOG, own)),
      ]
      host.writeOut(lines.map((line, i) => `${i === 0 ? '' : '  '}${oneLine(line)}\n`).join(''))
    })
    host.writeOut(`${summary(count, dryRun)}\n`)
    if (exitCode !== null) throw toldAlready(exitCode)
  })
}

/** Works on the saved data, or on a copy of them that is thrown away. SQLite is loaded for this command only. */
async function onLibrary(
  host: CommandHost,
  path: string,
  { dryRun, replaces }: { readonly dryRun: boolean; readonly replaces: boolean },
  work: (saved: SavedScenarios) => Promise<void>,
): Promise<void> {
  const { changeSavedScenarios, inEmptyScenarios, savedScenariosOf } = await import('../../storage/saved-scenarios.ts')
  const log = (line: string) => host.writeError(`${oneLine(line)}\n`)
  const parts = { nativeBinding: host.sqliteBinding, now: Date.now, log }
  if (!dryRun) return aboutInput(path, () => changeSavedScenarios(path, { ...parts, alone: replaces }, work))
  if (!existsSync(path)) return inEmptyScenarios(parts, work)
  return onSavedData(host, path, (database) => work(savedScenariosOf(database, parts)))
}

function inWords(state: Standing['state'], outcome: Taken['outcome'], dryRun: boolean): string {
  if (state === 'same') return 'in the library already, just as it is'
  const would = dryRun ? 'would be ' : ''
  if (state === 'new') return `new; ${would}added`
  const becomes = {
    added: `${would}added beside it`,
    replaced: `${would}put in its place, with yours as an earlier version`,
    kept: `${would}left out`,
  }
  return `the library has another of this name; ${becomes[outcome]}`
}

const scenarios = (count: number): string => `${grouped(count)} ${count === 1 ? 'scenario' : 'scenarios'}`

function summary(count: Readonly<Record<Taken['outcome'], number>>, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : ''
  const parts = [
    `${scenarios(count.added)} ${would}added`,
    ...(count.replaced === 0 ? [] : [`${grouped(count.replaced)} ${would}replaced`]),
    ...(count.kept === 0 ? [] : [`${grouped(count.kept)} ${would}left as in the library`]),
  ]
  return `${parts.join(', ')}${dryRun ? '; nothing was stored' : ''}`
}
