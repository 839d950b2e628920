import { dirname, join } from 'node:path'
import { tableCsv } from '../../shared/report/table-text.ts'
import { reportSettingsSchema, USUAL_REPORT, type ReportSettings } from '../../shared/report/report-settings.ts'
import { withoutHidden } from '../../shared/scenario/baseline.ts'
import { parseInput } from '../../shared/scenario/input-error.ts'
import { parseJson } from '../../shared/scenario/parse-json.ts'
import { cachedCompute } from '../compute/cached-compute.ts'
import type { Compute } from '../compute/compute.ts'
import type { PngScale } from '../report/draw-pngs.ts'
import { CLEAR_LINE, type CommandHost } from './command-host.ts'
import { eachFile, toldAlready } from './each-file.ts'
import { aboutInput, aboutOutput, CommandFailure, DONE, oneLine, WRONG_USAGE } from './exit-codes.ts'
import { outputPath, refuseSharedPlaces } from './output-paths.ts'
import { refuseExisting } from './refuse-existing.ts'
import { ComputedComparison } from './report-files.ts'
import { readScenario, searchWith, bandsWith, type CheckedScenario } from './scenario-search.ts'

/** Where the files of a report go; `{name}` in a place stands for the scenario file's name. */
interface Places {
  readonly pdf?: string
  readonly html?: string
  readonly csv?: string
  readonly xlsx?: string
  /** Folders. */
  readonly svg?: string
  readonly png?: string
}

export interface ReportOptions extends Places {
  readonly scale: PngScale
  /** A file of settings for PDF and HTML; what follows wins over it. */
  readonly template?: string
  readonly paper?: ReportSettings['paper']
  readonly landscape?: boolean
  readonly force?: boolean
}

const OUTPUTS = ['pdf', 'html', 'csv', 'xlsx', 'svg', 'png'] as const

/** `report FILE...`: scenarios as PDF, HTML, tables or pictures. Only PDF and PNG need Electron, and are left to it. */
export async function reportCommand(
  host: CommandHost,
  files: readonly string[],
  options: ReportOptions,
): Promise<void> {
  const asked = OUTPUTS.filter((one) => options[one] !== undefined)
  if (asked.length === 0)
    throw new CommandFailure(
      WRONG_USAGE,
      'error: say what to write: --pdf OUT, --html OUT, --csv OUT, --xlsx OUT, --svg FOLDER or --png FOLDER',
    )
  refuseSharedPlaces(Object.fromEntries(asked.map((one) => [one, options[one]])), files)
  const elsewhere = asked.filter(
    (one) => (one === 'pdf' && host.printReport === null) || (one === 'png' && host.drawPngs === null),
  )
  const here = asked.filter((one) => !elsewhere.includes(one))
  // A template that is wrong is so for all files.
  const settings = await reportSettings(host, options)

  let compute: Compute | null = null
  const searcher = () => (compute ??= cachedCompute(host.createCompute(undefined)))
  try {
    const { done, exitCode } = await eachFile(host, files, 'report', async (file) => {
      const whole = await readScenario(host, file)
      for (const one of ['pdf', 'html', 'csv', 'xlsx'] as const)
        await refuseExisting(host, placeOf(options, one, file) ?? undefined, options.force ?? false)
      if (here.length > 0)
        await writeHere(host, { file, whole, settings, options, searcher, alone: files.length === 1 })
    })
    const failed = elsewhere.length === 0 || done.length === 0 ? DONE : await inElectron(host, done, elsewhere, options)
    if (failed !== DONE && files.length === 1) {
      const place = placeOf(options, elsewhere[0]!, files[0]!)
      throw new CommandFailure(failed, `${place}: was not written; Electron ended with code ${failed}`)
    }
    if (exitCode !== null || failed !== DONE) throw toldAlready(exitCode ?? failed)
  } finally {
    await (compute as Compute | null)?.close()
  }
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

/** Tables and charts leave out what is hidden; a report does so itself, and a PDF carries the whole scenario. */
const shownOf = ({ scenario, catalog, setups }: CheckedScenario): CheckedScenario => ({
  scenario: withoutHidden(scenario),
  catalog,
  setups: setups.filter((_, i) => !scenario.series[i]!.hidden),
})

const placeOf = (places: Places, output: keyof Places, file: string): string | null =>
  places[output] === undefined ? null : outputPath(places[output], file)

interface Work {
  readonly file: string
  readonly whole: CheckedScenario
  readonly settings: ReportSettings
  readonly options: ReportOptions
  readonly searcher: () => Compute
  /** The only file: its series may be watched. */
  readonly alone: boolean
}

/** Whatever this process can write of a report. */
async function writeHere(host: CommandHost, { file, whole, settings, options, searcher, alone }: Work): Promise<void> {
  const checked = shownOf(whole)
  const { scenario, catalog } = whole
  const force = options.force ?? false
  const place = (output: keyof Places) => placeOf(options, output, file)
  const write = async (output: keyof Places, data: () => string | Uint8Array | Promise<string | Uint8Array>) => {
    const path = place(output)
    if (path !== null) await writeTo(host, path, await data(), force)
  }
  const results = await searchWith(searcher(), checked, alone ? host : null)
  const report = new ComputedComparison(
    checked,
    results,
    await bandsWith(searcher(), checked, alone ? host : null),
    host.version,
  )
  await write('csv', () => tableCsv(report.points()))
  await write('xlsx', async () => {
    const { tablesXlsx } = await import('../report/table-xlsx.ts')
    return tablesXlsx([report.readings(), report.points()])
  })
  await write('html', async () => {
    const { createReportHtml } = await import('../report/html-report.ts')
    const [fontCss, compute] = [await host.fontCss(), searcher()]
    return createReportHtml({ scenario, catalog, settings, compute, version: host.version, now: host.now(), fontCss })
  })
  if (host.printReport !== null) {
    const { printReport } = host
    const onProgress = ({ done }: { readonly done: number }) =>
      host.writeError(`${CLEAR_LINE}${oneLine(scenario.name)}  ${Math.round(100 * done)} %`)
    const watched = alone && host.errorIsTerminal
    await write('pdf', () =>
      printReport({ scenario, catalog, settings, compute: searcher(), ...(watched && { onProgress }) }),
    )
    if (watched) host.writeError(CLEAR_LINE)
  }
  await writePictures(host, report, { svg: place('svg'), png: host.drawPngs === null ? null : place('png') }, options)
}

/** The charts, each file under a name of its own; all are looked at before the first is written. */
async function writePictures(
  host: CommandHost,
  report: ComputedComparison,
  folders: { readonly svg: string | null; readonly png: string | null },
  { scale, force = false }: ReportOptions,
): Promise<void> {
  if (folders.svg === null && folders.png === null) return
  const { pictureSvg } = await import('../report/picture-svg.ts')
  const pictures = report.pictures()
  const all = Object.entries(folders).flatMap(([kind, folder]) =>
    folder === null ? [] : pictures.map(({ name }) => join(folder, `${name}.${kind}`)),
  )
  for (const path of all) await refuseExisting(host, path, force)
  if (folders.svg !== null)
    for (const { name, picture } of pictures)
      await writeTo(host, join(folders.svg, `${name}.svg`), pictureSvg(picture).svg, force)
  if (folders.png === null) return
  const fontCss = await host.fontCss()
  const pngs = await host.drawPngs!(
    pictures.map(({ picture }) => pictureSvg(picture, fontCss)),
    scale,
  )
  for (const [i, png] of pngs.entries()) await writeTo(host, join(folders.png, `${pictures[i]!.name}.png`), png, force)
}

const writeTo = (host: CommandHost, path: string, data: string | Uint8Array, force: boolean): Promise<void> =>
  aboutOutput(path, async () => {
    await host.makeFolder(dirname(path))
    await host.writeFile(path, data, { force })
  })

/** One start of Electron for all files. @returns its exit code */
async function inElectron(
  host: CommandHost,
  files: readonly string[],
  outputs: readonly (keyof Places)[],
  options: ReportOptions,
): Promise<number> {
  if (host.electron === null)
    throw new CommandFailure(
      WRONG_USAGE,
      `error: a ${outputs[0]!.toUpperCase()} needs Electron, and there is none here`,
    )
  const places = outputs.flatMap((output) => [`--${output}`, host.absolutePath(options[output]!)])
  const scale = outputs.includes('png') ? ['--scale', String(options.scale)] : []
  const { template, paper, landscape } = options
  const settings = [
    ...(options.force === true ? ['--force'] : []),
    ...(template === undefined ? [] : ['--template', host.absolutePath(template)]),
    ...(paper === undefined ? [] : ['--paper', paper]),
    ...(landscape === true ? ['--landscape'] : []),
  ]
  return host.electron(['report', ...files.map((file) => host.absolutePath(file)), ...places, ...scale, ...settings])
}
