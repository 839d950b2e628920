import { Show, type JSX } from 'solid-js'
import { CompareButtons } from './compare-buttons.tsx'
import { Comparison, type ComparedFigure } from './comparison.tsx'
import type { EntryTable } from './create-entry-table.ts'
import { EntryGrid, type Entry } from './entry-grid.tsx'
import { TableTools } from './table-tools.tsx'

/** Every entry of a catalog as a table, some of them side by side, and beside them one in full or a form. */
export function CatalogPage<R extends Entry>(props: {
  readonly title: string
  /** In the middle of a sentence: "accelerators". */
  readonly what: string
  readonly table: EntryTable<R>
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
            <TableTools table={props.table} what={props.what} />
            <EntryGrid label={props.title} table={props.table} />
          </div>
        }
      >
        <Comparison
          rows={props.table.compared()}
          name={props.name}
          figures={props.figures}
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
