import * as v from 'valibot'
import { acceleratorEntrySchema, type AcceleratorEntry } from './accelerator-entry.ts'
import accelerators from './data/accelerators.json' with { type: 'json' }
import type { OwnSets } from './constants-set.ts'
import models from './data/models.json' with { type: 'json' }
import paperAccelerators from './data/paper-accelerators.json' with { type: 'json' }
import paperModels from './data/paper-models.json' with { type: 'json' }
import { modelEntrySchema, type ModelEntry } from './model-entry.ts'

/** Entries by id; "paper/<name>" for the notebook's. */
export interface Catalog {
  readonly accelerators: Readonly<Record<string, AcceleratorEntry>>
  readonly models: Readonly<Record<string, ModelEntry>>
  /** Sets of constants that a scenario brings along; the app's own are always there. */
  readonly constants?: OwnSets | undefined
}

const byId = <T>(rows: readonly { readonly id: string }[], schema: v.GenericSchema<unknown, T>): [string, T][] =>
  rows.map((row) => [row.id, v.parse(schema, row)])

const ofPaper = <T>(rows: Readonly<Record<string, unknown>>, schema: v.GenericSchema<unknown, T>): [string, T][] =>
  Object.entries(rows).map(([name, row]) => [`paper/${name}`, v.parse(schema, row)])

/** Everything that ships with the app: the paper's constants, and accelerators and architectures with their sources. */
export const BUILT_IN_CATALOG: Catalog = {
  accelerators: Object.fromEntries([
    ...ofPaper(paperAccelerators, acceleratorEntrySchema),
    ...byId(accelerators, acceleratorEntrySchema),
  ]),
  models: Object.fromEntries([...ofPaper(paperModels, modelEntrySchema), ...byId(models, modelEntrySchema)]),
}
