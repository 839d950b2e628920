import type { Database } from 'better-sqlite3'
import type * as v from 'valibot'
import { acceleratorEntrySchema } from '../../shared/catalog/accelerator-entry.ts'
import { modelEntrySchema } from '../../shared/catalog/model-entry.ts'
import type { CatalogName } from '../../shared/contract/catalog-calls.ts'
import type { CallOutput } from '../../shared/contract/contract.ts'
import { parseInput } from '../../shared/scenario/input-error.ts'
import { parseJson } from '../../shared/scenario/parse-json.ts'
import { readable } from './readable.ts'

type CatalogRows = CallOutput<'catalog.list'>
type Row<C extends CatalogName> = CatalogRows[C][number]
type Entry<C extends CatalogName> = Row<C>['entry']
type Change<C extends CatalogName> = CallOutput<'catalog.history'>[C][number]

const SCHEMAS = { accelerators: acceleratorEntrySchema, models: modelEntrySchema } as const

/** An entry as it is stored. @throws InputError where this app cannot read it */
export const parseEntry = <C extends CatalogName>(catalog: C, text: string): Entry<C> =>
  parseInput<v.GenericSchema<unknown, Entry<C>>>(SCHEMAS[catalog], parseJson(text))

export interface RowReader {
  readonly database: Database
  readonly log: (line: string) => void
}

/** Every entry of a table; where the user has one of the same id as a built-in, only the user's. */
export function readRows<C extends CatalogName>({ database, log }: RowReader, catalog: C): Row<C>[] {
  const copies = new Map(
    database
      .prepare<[string], { id: string; copiedFrom: string; original: string }>(
        'SELECT entry_id AS id, copied_from AS copiedFrom, original FROM catalog_copies WHERE catalog = ?',
      )
      .all(catalog)
      .map((copy) => [copy.id, copy]),
  )
  const copiedOf = (id: string): Row<C>['copied'] => {
    const copy = copies.get(id)
    if (copy === undefined) return null
    const [original] = readable(`catalog: original of ${catalog} entry "${id}"`, log, () =>
      parseEntry(catalog, copy.original),
    )
    return original === undefined ? null : ({ from: copy.copiedFrom, original } as Row<C>['copied'])
  }
  return database
    .prepare<[], { id: string; origin: Row<C>['origin']; entry: string }>(
      `SELECT id, origin, entry FROM ${catalog} AS own
       WHERE origin = 'user' OR NOT EXISTS (SELECT 1 FROM ${catalog} WHERE id = own.id AND origin = 'user')
       ORDER BY origin <> 'paper', rowid`,
    )
    .all()
    .flatMap(({ id, origin, entry }) =>
      readable(
        `catalog: ${catalog} entry "${id}"`,
        log,
        () =>
          ({
            id,
            origin,
            entry: parseEntry(catalog, entry),
            copied: origin === 'user' ? copiedOf(id) : null,
          }) as Row<C>,
      ),
    )
}

/** Every change of the user's entries of a table, the newest first. */
export function readChanges<C extends CatalogName>({ database, log }: RowReader, catalog: C): Change<C>[] {
  const entry = (text: string | null) => (text === null ? null : parseEntry(catalog, text))
  return database
    .prepare<[string], { change: number; id: string; kind: string; at: number; before: string; after: string }>(
      `SELECT id AS change, entry_id AS id, kind, before, after, changed_at AS at
       FROM catalog_changes WHERE catalog = ? ORDER BY id DESC`,
    )
    .all(catalog)
    .flatMap(({ before, after, ...row }) =>
      readable(
        `catalog: change ${row.change} of ${catalog} entry "${row.id}"`,
        log,
        () => ({ ...row, before: entry(before), after: entry(after) }) as Change<C>,
      ),
    )
}
