import { join } from 'node:path'
import { frontiersCsv } from '../../shared/report/frontier-csv.ts'
import { reportSettingsSchema, USUAL_REPORT, type ReportSettings } from '../../shared/report/report-settings.ts'
import { parseInput } from '../../shared/scenario/input-error.ts'
import { parseJson } from '../../shared/scenario/parse-json.ts'
import { withoutHidden } from '../../shared/scenario/baseline.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import { CLEAR_LINE, type CommandHost } from './command-host.ts'
import { aboutInput, aboutOutput, CommandFailure, DONE, WRONG_USAGE } from './exit-codes.ts'
import { refuseExisting } from './refuse-existing.ts'
import { readScenario, searchAll, type CheckedScenario } from './scenario-search.ts'

export interface ReportOptions {
  readonly pdf?: string
  readonly csv?: string
  readonly svg?: string
  readonly force?: boolean
  /** A file of settings for the PDF; what follows wins over it. */
  readonly template?: string
  readonly paper?: ReportSettings['paper']
  readonly landscape?: boolean
}

/** `report FILE`: a scenario as PDF, CSV or SVG pictures. Only a PDF needs Electron, and is left to it. */
export async function reportCommand(host: CommandHost, file: string, options: ReportOptions): Promise<void> {
  const { pdf, csv, svg } = options
  if (pdf === undefined && csv === undefined && svg === undefined)
    throw new CommandFailure(WRONG_USAGE, 'error: say what to write: --pdf OUT, --csv OUT or --svg FOLDER')
  const force = options.force ?? false
  const whole = await readScenario(host, file)
  const checked = shownOf(whole)
  const settings = await reportSettings(host, options)
  for (const path of [pdf, csv]) await refuseExisting(host, path, force)

  if (csv !== undefined || svg !== undefined) {
    const results = await searchAll(host, checked)
    if (csv !== undefined) await write(host, csv, csvOf(checked, results), force)
    if (svg !== undefined) await writeCharts(host, svg, checked, results, force)
  }
  if (pdf === undefined) return
  if (host.printReport === null) await printInElectron(host, file, pdf, options)
  else await write(host, pdf, await printHere(host, host.printReport, whole, settings), force)
}

/** Settings of a template, or the usual ones, with what the options say. @throws CommandFailure that names the template */
async function reportSettings(
  host: CommandHost,
  { template, paper, landscape }: ReportOptions,
): Promise<ReportSettings> {
  const settings =
    template === undefined
      ? USUAL_REPORT
      : await aboutInput(template, async () =>
          parseInput(reportSettingsSchema, parseJson(await host.readTextFile(template))),
        )
  return {
    ...settings,
    ...(paper === undefined ? {} : { paper }),
    ...(landscape === true ? { orientation: 'landscape' } : {}),
  }
}

/** Tables and charts leave out what is hidden; a PDF does so itself, and carries the whole scenario. */
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
  settings: ReportSettings,
): Promise<Uint8Array> {
  const compute = host.createCompute(undefined)
  const onProgress = ({ done }: { readonly done: number }) =>
    host.writeError(`${CLEAR_LINE}${scenario.name}  ${Math.round(100 * done)} %`)
  try {
    return await printReport({ scenario, catalog, settings, compute, ...(host.errorIsTerminal && { onProgress }) })
  } finally {
    if (host.errorIsTerminal) host.writeError(CLEAR_LINE)
    await compute.close()
  }
}

async function printInElectron(
  host: CommandHost,
  file: string,
  pdf: string,
  { force, template, paper, landscape }: ReportOptions,
): Promise<void> {
  if (host.electron === null)
    throw new CommandFailure(WRONG_USAGE, 'error: a PDF needs Electron, and there is none here')
  const argv = [
    'report',
    host.absolutePath(file),
    '--pdf',
    host.absolutePath(pdf),
    ...(force === true ? ['--force'] : []),
    ...(template === undefined ? [] : ['--template', host.absolutePath(template)]),
    ...(paper === undefined ? [] : ['--paper', paper]),
    ...(landscape === true ? ['--landscape'] : []),
  ]
  const exitCode = await host.electron(argv)
  if (exitCode !== DONE)
    throw new CommandFailure(exitCode, `${pdf}: was not written; Electron ended with code ${exitCode}`)
}
