import { basename } from 'node:path'
import { acceleratorFindings } from '../../shared/catalog/accelerator-sanity.ts'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { modelFindings } from '../../shared/catalog/model-sanity.ts'
import type { CatalogName, OwnEntry } from '../../shared/contract/catalog-calls.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { readTextFile } from '../files/read-text-file.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { AppWindows, Caller } from '../window/app-windows.ts'
import type { CallHandlers } from './handle-calls.ts'

export interface CatalogHandlerParts {
  readonly catalog: CatalogStore
  readonly dialogs: Pick<FileDialogs, 'chooseConfig'>
  readonly windows: Pick<AppWindows, 'tellOthers'>
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

/** Calls that write a person's own entries; every window hears of each. */
export const catalogHandlers = ({ catalog, dialogs, windows }: CatalogHandlerParts) => {
  const tell = ({ id, send }: Pick<Caller, 'id' | 'send'>, name: CatalogName) => {
    send('catalog.changed', name)
    windows.tellOthers(id, 'catalog.changed', name)
  }
  return {
    'catalog.create': ({ own, copiedFrom }, caller) => {
      refuseImpossible(own)
      const id = catalog.create(own, copiedFrom)
      tell(caller, own.catalog)
      return id
    },
    'catalog.change': ({ own, id }, caller) => {
      refuseImpossible(own)
      catalog.change(own, id)
      tell(caller, own.catalog)
    },
    'catalog.delete': ({ catalog: name, id }, caller) => {
      const change = catalog.delete(name, id)
      tell(caller, name)
      return change
    },
    'catalog.restore': (change, caller) => {
      const restored = catalog.restore(change)
      tell(caller, restored.catalog)
      return restored.id
    },
    'catalog.history': () => catalog.history(),
    'catalog.openConfig': async () => {
      const path = await dialogs.chooseConfig()
      return path === null ? null : { fileName: basename(path), text: await readTextFile(path) }
    },
  } satisfies Partial<CallHandlers>
}
