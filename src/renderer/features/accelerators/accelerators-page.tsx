import { Match, Show, Switch, type JSX } from 'solid-js'
import type { AcceleratorEntry } from '../../../shared/catalog/accelerator-entry.ts'
import { CompareButtons } from '../catalog/compare-buttons.tsx'
import { Comparison } from '../catalog/comparison.tsx'
import { DeletedEntries } from '../catalog/deleted-entries.tsx'
import { EntryGrid } from '../catalog/entry-grid.tsx'
import { TableTools } from '../catalog/table-tools.tsx'
import { acceleratorRowName, COMPARED_FIGURES } from './accelerator-columns.ts'
import { AcceleratorDetail } from './accelerator-detail.tsx'
import { AcceleratorEditor } from './accelerator-editor.tsx'
import type { Accelerators } from './create-accelerators.ts'

/** Every accelerator as a table, one of them in full, two to four side by side, and the form of the person's own. */
export function AcceleratorsPage(props: { readonly accelerators: Accelerators }): JSX.Element {
  const { table, draft, catalog, comparing, setComparing, startNew } = props.accelerators
  const aside = () => draft.editing() !== null || table.selected() !== null
  return (
    <main class="page catalog" classList={{ 'with-detail': aside() }} aria-label="Accelerators">
      <header class="catalog-head">
        <h2 class="page-title">Accelerators</h2>
        <CompareButtons
          count={table.compared().length}
          comparing={comparing()}
          onCompare={() => setComparing(true)}
          onNone={() => table.compareNothing()}
        />
        <DeletedEntries
          changes={catalog.deleted('accelerators')}
          name={(entry) => acceleratorRowName({ entry: entry as AcceleratorEntry })}
          onRestore={(change) => void catalog.restore(change)}
        />
        <button type="button" class="button" disabled={draft.editing() !== null} onClick={() => startNew()}>
          New accelerator
        </button>
      </header>
      <Show
        when={comparing()}
        fallback={
          <div class="catalog-list">
            <TableTools table={table} what="accelerators" />
            <EntryGrid label="Accelerators" table={table} />
          </div>
        }
      >
        <Comparison
          rows={table.compared()}
          name={acceleratorRowName}
          figures={COMPARED_FIGURES}
          onBack={() => setComparing(false)}
        />
      </Show>
      <Show when={aside()}>
        <aside class="detail" aria-label={draft.editing() === null ? 'Accelerator' : 'Edit accelerator'}>
          <Switch>
            <Match when={draft.editing()} keyed>
              <AcceleratorEditor accelerators={props.accelerators} />
            </Match>
            <Match when={table.selected()}>
              {(row) => <AcceleratorDetail accelerators={props.accelerators} row={row()} />}
            </Match>
          </Switch>
        </aside>
      </Show>
    </main>
  )
}
