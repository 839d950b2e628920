import { Show, type JSX } from 'solid-js'
import type { AcceleratorEntry } from '../../../shared/catalog/accelerator-entry.ts'
import type { ModelEntry } from '../../../shared/catalog/model-entry.ts'
import type { Outputs } from '../outputs/create-outputs.ts'
import { TableExport } from '../outputs/export-menus.tsx'
import { CompareButtons } from './compare-buttons.tsx'
import { Comparison, type ComparedFigure } from './comparison.tsx'
import type { EntryTable } from './create-entry-table.ts'
import { comparisonData, entryData } from './entry-data.ts'
import { EntryGrid, type Entry } from './entry-grid.tsx'
import { TableTools } from './table-tools.tsx'

/** Every entry of a catalog as a table, some of them side by side, and beside them one in full or a form. */
export function CatalogPage<R extends Entry & { readonly entry: AcceleratorEntry | ModelEntry }>(props: {
  readonly title: string
  /** In the middle of a sentence: "accelerators". */
  readonly what: string
  readonly table: EntryTable<R>
  readonly outputs: Outputs
  readonly name: (row: R) => string
  readonly figures: readonly ComparedFigure<R>[]
  readonly comparing: boolean
  readonly onComparing: (comparing: boolean) => void
  /** Stands before the buttons that compare. */
  readonly context?: JSX.Element
  /** What else can be done, after them. */
  readonly tools: JSX.Element
  /** Says what is in `aside`; null where there is nothing in it. */
  readonly asideLabel: string | null
  readonly aside: JSX.Element
}): JSX.Element {
  const about = () => ({ subject: props.title, name: props.name, notes: props.outputs.origin() })
  const listed = () => {
    const rows = props.table.listed()
    return rows.length === 0 ? null : entryData({ ...about(), rows, columns: props.table.shown() })
  }
  const compared = () => comparisonData({ ...about(), rows: props.table.compared(), figures: props.figures })
  // The menu's commands mean what is in view.
  props.outputs.offerTable(() => (props.comparing ? compared() : listed()))
  return (
    <main class="page catalog" classList={{ 'with-detail': props.asideLabel !== null }} aria-label={props.title}>
      <header class="catalog-head">
        <h2 class="page-title">{props.title}</h2>
        {props.context}
        <CompareButtons
          count={props.table.compared().length}
          comparing={props.comparing}
          onCompare={() => props.onComparing(true)}
          onNone={() => props.table.compareNothing()}
        />
        {props.tools}
      </header>
      <Show
        when={props.comparing}
        fallback={
          <div class="catalog-list">
            <TableTools
              table={props.table}
              what={props.what}
              export={<TableExport outputs={props.outputs} name={`the ${props.what}`} table={listed} />}
            />
            <EntryGrid label={props.title} table={props.table} />
          </div>
        }
      >
        <Comparison
          rows={props.table.compared()}
          name={props.name}
          figures={props.figures}
          tools={<TableExport outputs={props.outputs} name="the comparison" table={compared} />}
          onBack={() => props.onComparing(false)}
        />
      </Show>
      <Show when={props.asideLabel}>
        {(label) => (
          <aside class="detail" aria-label={label()}>
            {props.aside}
          </aside>
        )}
      </Show>
    </main>
  )
}
