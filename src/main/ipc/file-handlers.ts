import { basename } from 'node:path'
import { mergeCatalogs, type Catalog } from '../../shared/catalog/builtin.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { formatScenario, parseScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { withOwnEntries } from '../../shared/scenario/with-own-entries.ts'
import type { Compute } from '../compute/compute.ts'
import { FileExistsError, writeFileAtomically } from '../files/write-file-atomically.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { ChosenPlace, FileDialogs } from '../window/file-dialogs.ts'
import type { CallHandlers } from './handle-calls.ts'

export type CreateReportPdf = (parts: {
  readonly scenario: Scenario
  readonly catalog: Catalog
  readonly compute: Compute
  readonly version: string
  readonly now: Date
}) => Promise<Uint8Array>

export interface FileHandlerParts {
  readonly dialogs: FileDialogs
  readonly catalog: CatalogStore
  readonly compute: Compute
  readonly createReportPdf: CreateReportPdf
  readonly version: string
  readonly now: () => number
}

/** Calls that read or write files of the user's: only ever those that were chosen in a dialog of ours. */
export const fileHandlers = ({ dialogs, catalog, compute, createReportPdf, version, now }: FileHandlerParts) =>
  ({
    'file.read': parseScenario,
    'file.save': async (scenario) => {
      const place = await dialogs.placeScenario(scenario.name)
      if (place === null) return null
      return writeAt(place, formatScenario(withOwnEntries(scenario, ownEntries(catalog))))
    },
    'report.savePdf': async (scenario) => {
      const place = await dialogs.placePdf(scenario.name)
      if (place === null) return null
      const pdf = await createReportPdf({
        scenario,
        catalog: mergeCatalogs(catalog.catalog(), scenario),
        compute,
        version,
        now: new Date(now()),
      })
      return writeAt(place, pdf)
    },
  }) satisfies Partial<CallHandlers>

function ownEntries(catalog: CatalogStore): Catalog {
  const { accelerators, models } = catalog.list()
  const own = <T>(rows: readonly { readonly id: string; readonly origin: string; readonly entry: T }[]) =>
    Object.fromEntries(rows.flatMap(({ id, origin, entry }) => (origin === 'user' ? [[id, entry] as const] : [])))
  return { accelerators: own(accelerators), models: own(models) }
}

async function writeAt({ path, mayReplace }: ChosenPlace, data: string | Uint8Array): Promise<{ fileName: string }> {
  const fileName = basename(path)
  try {
    await writeFileAtomically(path, data, { force: mayReplace })
  } catch (error) {
    if (!(error instanceof FileExistsError)) throw error
    throw new InputError('', `"${fileName}" already exists; choose that file in the dialog to replace it`)
  }
  return { fileName }
}
