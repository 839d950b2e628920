import { basename } from 'node:path'
import { acceleratorFindings } from '../../shared/catalog/accelerator-sanity.ts'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { modelFindings } from '../../shared/catalog/model-sanity.ts'
import type { OwnEntry } from '../../shared/contract/catalog-calls.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { readTextFile } from '../files/read-text-file.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { CallHandlers } from './handle-calls.ts'
import type { SendEvent } from './send-event.ts'

export interface CatalogHandlerParts {
  readonly catalog: CatalogStore
  readonly dialogs: Pick<FileDialogs, 'chooseConfig'>
  readonly send: SendEvent
}

/** What cannot be is refused here too, whatever the window let through. */
function refuseImpossible(own: OwnEntry): void {
  const findings =
    own.catalog === 'models'
      ? modelFindings(own.entry)
      : acceleratorFindings(own.entry, Object.values(BUILT_IN_CATALOG.accelerators))
  const error = findings.find(({ severity }) => severity === 'error')
  if (error !== undefined) throw new InputError(`entry.${error.path}`, error.message)
}

/** Calls that write a person's own entries; the window hears of each. */
export const catalogHandlers = ({ catalog, dialogs, send }: CatalogHandlerParts) =>
  ({
    'catalog.create': ({ own, copiedFrom }) => {
      refuseImpossible(own)
      const id = catalog.create(own, copiedFrom)
      send('catalog.changed', own.catalog)
      return id
    },
    'catalog.change': ({ own, id }) => {
      refuseImpossible(own)
      catalog.change(own, id)
      send('catalog.changed', own.catalog)
    },
    'catalog.delete': ({ catalog: name, id }) => {
      const change = catalog.delete(name, id)
      send('catalog.changed', name)
      return change
    },
    'catalog.restore': (change) => {
      const restored = catalog.restore(change)
      send('catalog.changed', restored.catalog)
      return restored.id
    },
    'catalog.history': () => catalog.history(),
    'catalog.openConfig': async () => {
      const path = await dialogs.chooseConfig()
      return path === null ? null : { fileName: basename(path), text: await readTextFile(path) }
    },
  }) satisfies Partial<CallHandlers>
