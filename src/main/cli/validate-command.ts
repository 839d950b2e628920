import { join } from 'node:path'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import type { ConstantSet } from '../../shared/model/standard/constants.ts'
import { parseMeasurements, type Measurements } from '../../shared/validation/measurements.ts'
import { validate } from '../../shared/validation/validate-rows.ts'
import { validationMarkdown } from '../../shared/validation/validation-markdown.ts'
import { validationPage } from '../../shared/validation/validation-page.ts'
import type { Validation } from '../../shared/validation/validation-report.ts'
import type { CommandHost } from './command-host.ts'
import { aboutInput, aboutOutput } from './exit-codes.ts'
import { refuseExisting } from './refuse-existing.ts'

export interface ValidateOptions {
  readonly json?: boolean
  readonly constants: ConstantSet
  readonly docs?: string
  readonly force?: boolean
}

/** Files of a folder that hold measurements. */
const MEASURED_FILES = ['decode-points.json', 'all-reduce.json']

/** `validate [DIR|FILE]`: how far the standard rules are from measurements; without a place, from those of the app. */
export async function validateCommand(
  host: CommandHost,
  place: string | undefined,
  options: ValidateOptions,
): Promise<void> {
  const measurements = place === undefined ? await shippedMeasurements() : await readMeasurements(host, place)
  const validation = validate(measurements, BUILT_IN_CATALOG, options.constants)
  if (options.docs !== undefined) await writeDocs(host, options.docs, validation, options.force ?? false)
  else host.writeOut(options.json === true ? `${JSON.stringify(validation)}\n` : tables(validation))
}

const shippedMeasurements = async (): Promise<Measurements> =>
  (await import('../../shared/validation/shipped-rows.ts')).SHIPPED_MEASUREMENTS

/** The known files of a folder; a place with none of them is taken for a file. */
async function readMeasurements(host: CommandHost, place: string): Promise<Measurements> {
  const inFolder = MEASURED_FILES.map((name) => join(place, name))
  const there = await Promise.all(inFolder.map((path) => host.exists(path)))
  const found = inFolder.filter((_, i) => there[i])
  let all: Measurements = { decode: null, allReduce: null }
  for (const path of found.length === 0 ? [place] : found) {
    const { decode, allReduce } = await aboutInput(path, async () =>
      parseMeasurements(await host.readTextFile(path), /\.csv$/i.test(path) ? 'csv' : 'json'),
    )
    all = { decode: decode ?? all.decode, allReduce: allReduce ?? all.allReduce }
  }
  return all
}

const tables = ({ decode, allReduce }: Validation): string =>
  [
    ...(decode === null ? [] : [validationMarkdown('Decode time per token', decode)]),
    ...(allReduce === null ? [] : [validationMarkdown('All-reduce', allReduce)]),
  ].join('\n')

/** The page, and beside it a folder with its charts. All are looked at before the first is written. */
async function writeDocs(host: CommandHost, folder: string, validation: Validation, force: boolean): Promise<void> {
  const { validationSvgs } = await import('../report/validation-svg.ts')
  const charts = validationSvgs(validation)
  const files = [
    { path: join(folder, 'validation.md'), text: validationPage(validation, charts) },
    ...charts.map(({ name, svg }) => ({ path: join(folder, 'validation', `${name}.svg`), text: svg })),
  ]
  for (const { path } of files) await refuseExisting(host, path, force)
  await aboutOutput(folder, () => host.makeFolder(join(folder, 'validation')))
  for (const { path, text } of files) await aboutOutput(path, () => host.writeFile(path, text, { force }))
}
