import { join } from 'node:path'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import type { ConstantSet } from '../../shared/model/standard/constants.ts'
import { InputError, parseInput } from '../../shared/scenario/input-error.ts'
import { parseJson } from '../../shared/scenario/parse-json.ts'
import { csvRows } from '../../shared/validation/csv-rows.ts'
import { measuredAllReducesSchema } from '../../shared/validation/measured-all-reduce.ts'
import { measuredDecodesSchema } from '../../shared/validation/measured-decode.ts'
import { validationMarkdown } from '../../shared/validation/validation-markdown.ts'
import {
  validateAllReduces,
  validateDecodes,
  type ValidationReport,
} from '../../shared/validation/validation-report.ts'
import type { CommandHost } from './command-host.ts'
import { aboutInput } from './exit-codes.ts'

export interface ValidateOptions {
  readonly json?: boolean
  readonly constants: ConstantSet
}

/** Files of a folder that hold measurements. */
const MEASURED_FILES = ['decode-points.json', 'all-reduce.json']

interface Validation {
  readonly decode: ValidationReport | null
  readonly allReduce: ValidationReport | null
}

/** `validate DIR|FILE`: how far the standard rules are from measurements. */
export async function validateCommand(host: CommandHost, place: string, options: ValidateOptions): Promise<void> {
  let validation: Validation = { decode: null, allReduce: null }
  for (const file of await measuredFiles(host, place))
    validation = { ...validation, ...(await validateFile(host, file, options.constants)) }
  host.writeOut(options.json === true ? `${JSON.stringify(validation)}\n` : markdownOf(validation))
}

/** The known files of a folder; a place with none of them is taken for a file. */
async function measuredFiles(host: CommandHost, place: string): Promise<string[]> {
  const inFolder = MEASURED_FILES.map((name) => join(place, name))
  const there = await Promise.all(inFolder.map((path) => host.exists(path)))
  const files = inFolder.filter((_, i) => there[i])
  return files.length === 0 ? [place] : files
}

const validateFile = (host: CommandHost, file: string, constants: ConstantSet): Promise<Partial<Validation>> =>
  aboutInput(file, async () => {
    const text = await host.readTextFile(file)
    const json = /\.csv$/i.test(file) ? csvRows(text) : parseJson(text)
    const first: unknown = Array.isArray(json) ? json[0] : undefined
    if (typeof first !== 'object' || first === null)
      throw new InputError(
        '',
        'holds no measurements; expected a list of decode times (tpotMs) or all-reduces (microseconds)',
      )
    return 'microseconds' in first
      ? { allReduce: validateAllReduces(parseInput(measuredAllReducesSchema, json), BUILT_IN_CATALOG, constants) }
      : { decode: validateDecodes(parseInput(measuredDecodesSchema, json), BUILT_IN_CATALOG, constants) }
  })

const markdownOf = ({ decode, allReduce }: Validation): string =>
  [
    ...(decode === null ? [] : [validationMarkdown('Decode time per token', decode)]),
    ...(allReduce === null ? [] : [validationMarkdown('All-reduce', allReduce)]),
  ].join('\n')
