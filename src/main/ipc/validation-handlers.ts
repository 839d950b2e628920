import { basename } from 'node:path'
import { BUILT_IN_CATALOG, type Catalog } from '../../shared/catalog/builtin.ts'
import type { CallOutput } from '../../shared/contract/contract.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { parseMeasurements, type Measurements } from '../../shared/validation/measurements.ts'
import { validate } from '../../shared/validation/validate-rows.ts'
import { readTextFile } from '../files/read-text-file.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { CallHandlers } from './handle-calls.ts'

export interface ValidationHandlerParts {
  readonly dialogs: Pick<FileDialogs, 'chooseMeasurements'>
  readonly catalog: Pick<CatalogStore, 'catalog'>
}

const bySet = (measurements: Measurements, catalog: Catalog): CallOutput<'validation.report'> => ({
  calibrated: validate(measurements, catalog, 'calibrated'),
  physics: validate(measurements, catalog, 'physics'),
})

/** Calls that compare the standard rules with measurements: those of the app, or a person's own. */
export const validationHandlers = ({ dialogs, catalog }: ValidationHandlerParts) =>
  ({
    // Read when first asked for: a start does not wait for half a megabyte that most people never look at.
    'validation.report': async () =>
      bySet((await import('../../shared/validation/shipped-rows.ts')).SHIPPED_MEASUREMENTS, BUILT_IN_CATALOG),
    'validation.openCsv': async () => {
      const path = await dialogs.chooseMeasurements()
      if (path === null) return null
      const fileName = basename(path)
      const measurements = await readMeasurements(path, fileName)
      return {
        fileName,
        validations: bySet(measurements, catalog.catalog()),
        decode: measurements.decode === null ? null : [...measurements.decode],
      }
    },
  }) satisfies Partial<CallHandlers>

async function readMeasurements(path: string, fileName: string): Promise<Measurements> {
  try {
    return parseMeasurements(await readTextFile(path), /\.csv$/i.test(path) ? 'csv' : 'json')
  } catch (error) {
    throw error instanceof InputError ? new InputError(fileName, error.message) : error
  }
}
