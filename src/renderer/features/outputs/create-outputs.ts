import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type { ChartPicture } from '../../../shared/report/chart-picture.ts'
import { comparisonNotes, writtenBy } from '../../../shared/report/table-notes.ts'
import type { TableData, TableNote } from '../../../shared/report/table-data.ts'
import { tableMarkdown, tableTsv } from '../../../shared/report/table-text.ts'
import { call } from '../../kernel/api.ts'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import type { Workspace } from '../workspace/create-workspace.ts'

export type PictureFile = 'png-1' | 'png-2' | 'png-3' | 'svg'
export type TableFile = 'csv' | 'xlsx' | 'html'
export type TableText = 'tsv' | 'markdown'

/** A chart or table in view, by a function that gives it as it is then; null while there is nothing in it. */
type Offer<T> = () => T | null

export interface OutputParts {
  readonly workspace: Workspace
  readonly names: Accessor<CatalogNames>
  readonly version: string
  readonly tell: (message: string) => void
}

/** Takes charts and tables out of the window, and knows the ones in view for the commands of the menu. */
export function createOutputs({ workspace, names, version, tell }: OutputParts) {
  const [charts, setCharts] = createSignal<readonly Offer<ChartPicture>[]>([])
  const [tables, setTables] = createSignal<readonly Offer<TableData>[]>([])

  const telling = (task: () => Promise<string | null>) => {
    task().then(
      (said) => {
        if (said !== null) tell(said)
      },
      (error: unknown) => tell(error instanceof Error ? error.message : String(error)),
    )
  }
  const saved = (what: string, file: { readonly fileName: string } | null) =>
    file === null ? null : `${what} saved as ${file.fileName}.`

  const copyPicture = (offer: Offer<ChartPicture>) =>
    telling(async () => {
      const picture = offer()
      if (picture === null) return 'There is no chart to copy yet.'
      await call('picture.copy', picture)
      return 'Copied the chart as an image.'
    })
  const savePicture = (offer: Offer<ChartPicture>, file: PictureFile) =>
    telling(async () => {
      const picture = offer()
      if (picture === null) return 'There is no chart to save yet.'
      const scale = ({ 'png-1': 1, 'png-2': 2, 'png-3': 3, svg: null } as const)[file]
      return saved(
        'Chart',
        await call('picture.save', scale === null ? { picture, as: 'svg' } : { picture, as: 'png', scale }),
      )
    })
  const copyTable = (offer: Offer<TableData>, as: TableText) =>
    telling(async () => {
      const table = offer()
      if (table === null) return 'There is no table to copy yet.'
      await call('clipboard.writeText', as === 'tsv' ? tableTsv(table) : tableMarkdown(table))
      return `Copied ${table.rows.length} rows ${as === 'tsv' ? 'for a spreadsheet' : 'as Markdown'}.`
    })
  const saveTable = (offer: Offer<TableData>, as: TableFile) =>
    telling(async () => {
      const table = offer()
      return table === null ? 'There is no table to save yet.' : saved('Table', await call('table.save', { table, as }))
    })

  /** While its part is in view, the menu's commands mean this one; of several, the one that came first. */
  function offerFrom<T>(set: (change: (before: readonly Offer<T>[]) => readonly Offer<T>[]) => void, offer: Offer<T>) {
    set((before) => [...before, offer])
    onCleanup(() => set((before) => before.filter((one) => one !== offer)))
  }

  return {
    subject: () => workspace.document.scenario().name,
    /** What the figures of the comparison stand under. */
    notes: (): TableNote[] =>
      comparisonNotes(workspace.document.scenario(), workspace.shown(), names().catalog, version),
    /** The app alone, for what is not of the comparison. */
    origin: (): TableNote[] => [writtenBy(version)],
    offerChart: (offer: Offer<ChartPicture>) => offerFrom(setCharts, offer),
    offerTable: (offer: Offer<TableData>) => offerFrom(setTables, offer),
    /** The ones in view; null where the view has none. */
    chart: (): Offer<ChartPicture> | null => charts()[0] ?? null,
    table: (): Offer<TableData> | null => tables()[0] ?? null,
    copyPicture,
    savePicture,
    copyTable,
    saveTable,
  }
}

export type Outputs = ReturnType<typeof createOutputs>
