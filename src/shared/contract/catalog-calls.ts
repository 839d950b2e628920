import * as v from 'valibot'
import { acceleratorEntrySchema } from '../catalog/accelerator-entry.ts'
import { modelEntrySchema } from '../catalog/model-entry.ts'
import { LARGEST_TEXT_FILE_BYTES } from '../scenario/text-file-limit.ts'

const origin = v.picklist(['paper', 'built-in', 'user'])
const entryId = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const changeId = v.pipe(v.number(), v.integer(), v.minValue(1))

/** The two tables of the catalog. */
export const catalogNameSchema = v.picklist(['accelerators', 'models'])

const rowsOf = <TSchema extends v.GenericSchema>(entry: TSchema) =>
  v.array(
    v.object({
      id: v.string(),
      origin,
      entry,
      /** The entry that a person's own is a copy of, as it was when it was copied. */
      copied: v.nullable(v.object({ from: v.string(), original: entry })),
    }),
  )

const catalogSchema = v.object({
  models: rowsOf(modelEntrySchema),
  accelerators: rowsOf(acceleratorEntrySchema),
})

/** An entry with the table it belongs to. */
const ownEntrySchema = v.variant('catalog', [
  v.object({ catalog: v.literal('accelerators'), entry: acceleratorEntrySchema }),
  v.object({ catalog: v.literal('models'), entry: modelEntrySchema }),
])

const changesOf = <TSchema extends v.GenericSchema>(entry: TSchema) =>
  v.array(
    v.object({
      change: changeId,
      id: v.string(),
      kind: v.picklist(['created', 'changed', 'deleted']),
      /** Milliseconds since 1970. */
      at: v.number(),
      before: v.nullable(entry),
      after: v.nullable(entry),
    }),
  )

/** Calls about the catalog; only a person's own entries are ever written. */
export const CATALOG_CALLS = {
  'catalog.list': { input: v.undefined(), output: catalogSchema },
  /** Adds an entry of the person's, under an id made from its name, which it gives. */
  'catalog.create': {
    input: v.object({ own: ownEntrySchema, copiedFrom: v.nullable(entryId) }),
    output: entryId,
  },
  'catalog.change': { input: v.object({ own: ownEntrySchema, id: entryId }), output: v.undefined() },
  /** Gives the number of the change, which `catalog.restore` takes back. */
  'catalog.delete': { input: v.object({ catalog: catalogNameSchema, id: entryId }), output: changeId },
  /** Brings an entry to the state that a change left it in, one that was deleted to its last; gives its id. */
  'catalog.restore': { input: changeId, output: entryId },
  /** Every change of the person's own entries, the newest first. */
  'catalog.history': {
    input: v.undefined(),
    output: v.object({ models: changesOf(modelEntrySchema), accelerators: changesOf(acceleratorEntrySchema) }),
  },
  /** Asks for a model's config.json by the main process's dialog; null = the person chose none. */
  'catalog.openConfig': {
    input: v.undefined(),
    output: v.nullable(
      v.object({ fileName: v.string(), text: v.pipe(v.string(), v.maxLength(LARGEST_TEXT_FILE_BYTES)) }),
    ),
  },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>

export type CatalogName = v.InferOutput<typeof catalogNameSchema>
export type OwnEntry = v.InferOutput<typeof ownEntrySchema>
