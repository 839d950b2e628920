import { formatScenario, parseScenario } from '../../shared/scenario/scenario-file.ts'
import { withOwnEntries } from '../../shared/scenario/with-own-entries.ts'
import { writeAt } from '../files/write-at.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { CallHandlers } from './handle-calls.ts'
import { ownEntries } from '../library/own-entries.ts'

export interface FileHandlerParts {
  readonly dialogs: Pick<FileDialogs, 'placeScenario'>
  readonly catalog: Pick<CatalogStore, 'list'>
}

/** Calls that read or write files of the user's: only ever those that were chosen in a dialog of ours. */
export const fileHandlers = ({ dialogs, catalog }: FileHandlerParts) =>
  ({
    'file.read': parseScenario,
    'file.save': async (scenario) => {
      const place = await dialogs.placeScenario(scenario.name)
      if (place === null) return null
      return writeAt(place, formatScenario(withOwnEntries(scenario, ownEntries(catalog))))
    },
  }) satisfies Partial<CallHandlers>
