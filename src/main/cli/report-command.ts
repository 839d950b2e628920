import { join } from 'node:path'
import { frontiersCsv } from '../../shared/report/frontier-csv.ts'
import { withoutHidden } from '../../shared/scenario/baseline.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import type { CommandHost } from './command-host.ts'
import { aboutOutput, CommandFailure, DONE, WRONG_USAGE } from './exit-codes.ts'
import { refuseExisting } from './refuse-existing.ts'
import { readScenario, searchAll, type CheckedScenario } from './scenario-search.ts'

export interface ReportOptions {
  readonly pdf?: string
  readonly csv?: string
  readonly svg?: string
  readonly force?: boolean
}

/** `report FILE`: a scenario as PDF, CSV or SVG pictures. Only a PDF needs Electron, and is left to it. */
export async function reportCommand(host: CommandHost, file: string, options: ReportOptions): Promise<void> {
  const { pdf, csv, svg } = options
  if (pdf === undefined && csv === undefined && svg === undefined)
    throw new CommandFailure(WRONG_USAGE, 'error: say what to write: --pdf OUT, --csv OUT or --svg FOLDER')
  const force = options.force ?? false
  const checked = shownOf(await readScenario(host, file))
  for (const path of [pdf, csv]) await refuseExisting(host, path, force)

  if (csv !== undefined || svg !== undefined) {
    const results = await searchAll(host, checked)
    if (csv !== undefined) await write(host, csv, csvOf(checked, results), force)
    if (svg !== undefined) await writeCharts(host, svg, checked, results, force)
  }
  if (pdf === undefined) return
  if (host.printReport === null) await printInElectron(host, file, pdf, force)
  else await write(host, pdf, await printHere(host, host.printReport, checked), force)
}

/** A report leaves out what is hidden. */
const shownOf = ({ scenario, catalog, setups }: CheckedScenario): CheckedScenario => ({
  scenario: withoutHidden(scenario),
  catalog,
  setups: setups.filter((_, i) => !scenario.series[i]!.hidden),
})

const csvOf = ({ scenario }: CheckedScenario, results: readonly FrontierResult[]): string =>
  frontiersCsv(scenario.series.map(({ name }, i) => ({ name, points: results[i]!.points })))

const write = (host: CommandHost, path: string, data: string | Uint8Array, force: boolean): Promise<void> =>
  aboutOutput(path, () => host.writeFile(path, data, { force }))

async function writeCharts(
  host: CommandHost,
  folder: string,
  { scenario }: CheckedScenario,
  results: readonly FrontierResult[],
  force: boolean,
): Promise<void> {
  const { renderChartSvgs } = await import('../report/chart-svg.ts')
  const charts = renderChartSvgs(scenario, results)
  await aboutOutput(folder, () => host.makeFolder(folder))
  for (const { name } of charts) await refuseExisting(host, join(folder, `${name}.svg`), force)
  for (const { name, svg } of charts) await write(host, join(folder, `${name}.svg`), svg, force)
}

async function printHere(
  host: CommandHost,
  printReport: NonNullable<CommandHost['printReport']>,
  { scenario, catalog }: CheckedScenario,
): Promise<Uint8Array> {
  const compute = host.createCompute(undefined)
  try {
    return await printReport({ scenario, catalog, compute })
  } finally {
    await compute.close()
  }
}

async function printInElectron(host: CommandHost, file: string, pdf: string, force: boolean): Promise<void> {
  if (host.electron === null)
    throw new CommandFailure(WRONG_USAGE, 'error: a PDF needs Electron, and there is none here')
  const argv = ['report', host.absolutePath(file), '--pdf', host.absolutePath(pdf), ...(force ? ['--force'] : [])]
  const exitCode = await host.electron(argv)
  if (exitCode !== DONE)
    throw new CommandFailure(exitCode, `${pdf}: was not written; Electron ended with code ${exitCode}`)
}
