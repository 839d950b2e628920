import { isDeepStrictEqual } from 'node:util'
import type { Database } from 'better-sqlite3'
import {
  acceleratorName,
  isPaperAccelerator,
  type AcceleratorEntry,
} from '../../../shared/catalog/accelerator-entry.ts'
import { isPaperModel, modelName, type ModelEntry } from '../../../shared/catalog/model-entry.ts'
import type { ArchiveState } from '../../../shared/contract/archive-calls.ts'
import type { CatalogName, OwnEntry } from '../../../shared/contract/catalog-calls.ts'
import { parseEntry } from '../catalog-rows.ts'
import { groupedBy } from './grouped-by.ts'
import { freeImportedName } from './imported-name.ts'

type Entry = AcceleratorEntry | ModelEntry

/** An entry of the archive against those that are here. */
export interface ComparedEntry {
  readonly own: OwnEntry
  readonly id: string
  readonly name: string
  readonly state: ArchiveState
  /** The id it is known by here: its own, or that of a copy that an earlier import kept beside. */
  readonly idHere: string
  /** The name that it gets where both are kept. */
  readonly nameBeside: string
}

export const CATALOGS = ['accelerators', 'models'] as const satisfies readonly CatalogName[]

const nameOf = (catalog: CatalogName, entry: Entry): string =>
  catalog === 'models' ? modelName(entry as ModelEntry) : acceleratorName(entry as AcceleratorEntry)

/** An entry under another name. */
export function renamedEntry({ catalog, entry }: OwnEntry, name: string): OwnEntry {
  if (catalog === 'models')
    return { catalog, entry: isPaperModel(entry) ? { ...entry, label: name } : { ...entry, name } }
  return { catalog, entry: isPaperAccelerator(entry) ? { ...entry, label: name } : { ...entry, name } }
}

/** All that counts of an entry whose id is another. */
const besidesId = (entry: Entry): Entry => ('id' in entry ? { ...entry, id: '' } : entry)

interface Row {
  readonly id: string
  readonly entry: Entry
}

const rowsOf = (database: Database, catalog: CatalogName, where: string): Row[] =>
  database
    .prepare<[], { id: string; entry: string }>(`SELECT id, entry FROM ${catalog} ${where}`)
    .all()
    .flatMap(({ id, entry }) => {
      try {
        return [{ id, entry: parseEntry(catalog, entry) }]
      } catch {
        // One of mine that this app cannot read is told of elsewhere (catalog-rows.ts).
        return []
      }
    })

/** Every entry of a person's own in an archive, against the catalog that is here. */
export function compareEntries(mine: Database, theirs: Database): ComparedEntry[] {
  return CATALOGS.flatMap((catalog) => {
    // The user's come last: of one id, they are the ones in force.
    const here = rowsOf(mine, catalog, "ORDER BY origin = 'user'")
    const byId = new Map(here.map(({ id, entry }) => [id, entry]))
    const byName = groupedBy(here, ({ entry }) => nameOf(catalog, entry))
    return rowsOf(theirs, catalog, "WHERE origin = 'user' ORDER BY rowid").map(({ id, entry }): ComparedEntry => {
      const own = { catalog, entry } as OwnEntry
      const name = nameOf(catalog, entry)
      const { free, taken } = freeImportedName(name, (one) => byName.has(one))
      const compared = { own, id, name, idHere: id, nameBeside: free }
      const before = byId.get(id)
      if (before === undefined) return { ...compared, state: 'new' }
      if (isDeepStrictEqual(before, entry)) return { ...compared, state: 'same' }
      const beside = taken
        .flatMap((one) => byName.get(one) ?? [])
        .find((row) =>
          isDeepStrictEqual(besidesId(row.entry), besidesId(renamedEntry(own, nameOf(catalog, row.entry)).entry)),
        )
      return beside === undefined
        ? { ...compared, state: 'differs' }
        : { ...compared, state: 'same', idHere: beside.id }
    })
  })
}
