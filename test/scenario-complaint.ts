import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { mergeCatalogs } from '../src/shared/catalog/merge-catalogs.ts'
import { InputError, NewerVersionError } from '../src/shared/scenario/input-error.ts'
import { parseScenario } from '../src/shared/scenario/scenario-file.ts'
import { searchSetup } from '../src/shared/scenario/search-setup.ts'

export const series = { name: '8-bit', model: 'paper/Llama_3_70B_8_bit', accelerator: 'paper/H100' }
export const scenario = { format: 'paretoscope/scenario', version: 1, name: 'A comparison', series: [series] }
export const withSeries = (fields: object) => ({ ...scenario, series: [{ ...series, ...fields }] })

/** What a person is told about a scenario file with this text. */
export function complaint(text: string): string {
  try {
    const read = parseScenario(text)
    const catalog = mergeCatalogs(BUILT_IN_CATALOG, read)
    read.series.forEach((one, i) => searchSetup(one, catalog, `series[${i}]`))
  } catch (error) {
    if (error instanceof InputError || error instanceof NewerVersionError) return error.message
    throw error
  }
  return 'nothing'
}
