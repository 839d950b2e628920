import { createMemo, createSignal } from 'solid-js'
import { draftModels } from '../../../shared/catalog/draft-models.ts'
import { withOwnSources } from '../../../shared/catalog/figure.ts'
import { parsedEntry } from '../../../shared/catalog/finding.ts'
import { isPaperModel, modelEntrySchema, modelName, type ModelEntry } from '../../../shared/catalog/model-entry.ts'
import type { ModelFacts } from '../../../shared/catalog/model-facts.ts'
import { modelFiguresOf } from '../../../shared/catalog/model-figures.ts'
import { modelFindings } from '../../../shared/catalog/model-sanity.ts'
import { scaleModel } from '../../../shared/catalog/scaled-model.ts'
import type { Catalog, ModelRow } from '../catalog/create-catalog.ts'
import { createEntryDraft } from '../catalog/create-entry-draft.ts'
import { createEntryTable } from '../catalog/create-entry-table.ts'
import { ownFirst } from '../catalog/entry-listing.ts'
import { monthText, thisMonth } from '../catalog/this-month.ts'
import { createConfigImport } from './create-config-import.ts'
import { factsAt, MODEL_FILTERS, modelColumns, modelRowName, USUAL_COLUMNS } from './model-columns.ts'

/** Context at which cache and arithmetic of a token are told at first. */
const USUAL_CONTEXT = 4096

/** State of the page of models: the table, the entry that is looked at, the one that is edited, and a file being imported. */
export function createModels(catalog: Catalog) {
  const rows = createMemo(() => ownFirst(catalog.listed().models))
  const [contextTokens, setContextTokens] = createSignal(USUAL_CONTEXT)
  const factsById = createMemo(() => new Map(rows().map((row) => [row.id, factsAt(row, contextTokens())])))
  const factsOf = (row: ModelRow): ModelFacts => factsById().get(row.id) ?? factsAt(row, contextTokens())
  const table = createEntryTable<ModelRow>({
    rows,
    columns: modelColumns(factsOf),
    usual: USUAL_COLUMNS,
    filters: MODEL_FILTERS,
    name: modelRowName,
    words: (row) => `${row.id} ${modelRowName(row)} ${isPaperModel(row.entry) ? '' : row.entry.org}`,
  })
  const [comparing, setComparing] = createSignal(false)
  const draft = createEntryDraft<ModelEntry>((value) => {
    const parsed = parsedEntry(modelEntrySchema, value)
    return parsed.entry === null ? parsed : { ...parsed, findings: modelFindings(parsed.entry) }
  })
  const config = createConfigImport()

  const named = (entry: ModelEntry, name: string): ModelEntry =>
    isPaperModel(entry) ? { ...entry, label: name } : { ...entry, name }

  return {
    catalog,
    table,
    draft,
    config,
    factsOf,
    contextTokens,
    setContextTokens,
    comparing: () => comparing() && table.compared().length > 1,
    setComparing,
    entryOf: (id: string) => rows().find((row) => row.id === id)?.entry,
    /** Models that can draft for one, the best first. */
    draftsFor: ({ id, entry }: ModelRow) =>
      draftModels(
        id,
        Object.fromEntries(rows().map((row) => [row.id, row.entry])),
        isPaperModel(entry) ? 'paper' : 'standard',
      ).filter(({ fits }) => fits),
    nameOf: (id: string): string => {
      const row = rows().find((one) => one.id === id)
      return row === undefined ? id : modelRowName(row)
    },
    copy(row: ModelRow) {
      const name = modelRowName(row)
      config.cancel()
      draft.begin({
        id: null,
        copiedFrom: row.id,
        title: `Copy of ${name}`,
        start: named(row.entry, `${name}, my own`),
      })
    },
    /** A copy of another size, to be looked over before it is kept. */
    scale(row: ModelRow, factor: number, depthExponent: number) {
      const name = `${modelRowName(row)} × ${factor}`
      config.cancel()
      draft.begin({
        id: null,
        copiedFrom: row.id,
        title: `${modelRowName(row)}, scaled`,
        start: scaleModel(row.entry, { factor, depthExponent }, { id: '', name }).entry,
      })
    },
    edit({ id, entry }: ModelRow) {
      config.cancel()
      draft.begin({ id, copiedFrom: null, title: `Edit ${modelName(entry)}`, start: entry })
    },
    /** Keeps what is edited and shows it; does nothing while something of it cannot be. */
    async save(): Promise<void> {
      const editing = draft.editing()
      const ready = draft.ready()
      if (editing === null || ready === null) return
      const entry = withOwnSources(editing.start, ready, modelFiguresOf(ready), monthText(thisMonth()))
      const own = { catalog: 'models', entry } as const
      const { id } = editing
      const kept =
        id === null ? await catalog.create(own, editing.copiedFrom) : (await catalog.change(own, id)) ? id : null
      if (kept === null) return
      draft.end()
      table.select(kept)
    },
    /** Puts what was read of a config.json into the catalog. */
    async keepImport(): Promise<void> {
      const entry = config.ready()
      if (entry === null) return
      const id = await catalog.create({ catalog: 'models', entry }, null)
      if (id === null) return
      config.cancel()
      table.select(id)
    },
    remove: ({ id, entry }: ModelRow) => catalog.remove('models', id, modelName(entry)),
  }
}

export type Models = ReturnType<typeof createModels>
