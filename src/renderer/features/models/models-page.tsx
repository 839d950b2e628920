import { Match, Show, Switch, type JSX } from 'solid-js'
import { modelName, type ModelEntry } from '../../../shared/catalog/model-entry.ts'
import { InlineNumber } from '../../ui/inline-number.tsx'
import { CompareButtons } from '../catalog/compare-buttons.tsx'
import { Comparison } from '../catalog/comparison.tsx'
import { DeletedEntries } from '../catalog/deleted-entries.tsx'
import { EntryGrid } from '../catalog/entry-grid.tsx'
import { TableTools } from '../catalog/table-tools.tsx'
import { ConfigImport } from './config-import.tsx'
import type { Models } from './create-models.ts'
import { comparedModelFigures, modelRowName } from './model-columns.ts'
import { ModelDetail } from './model-detail.tsx'
import { ModelEditor } from './model-editor.tsx'

/** Every model as a table with derived figures beside the published, one in full, some side by side, and a config.json read. */
export function ModelsPage(props: { readonly models: Models }): JSX.Element {
  const { table, draft, config, catalog, comparing, setComparing } = props.models
  const aside = () => draft.editing() !== null || config.fileName() !== null || table.selected() !== null
  const label = () => (config.fileName() !== null ? 'Import' : draft.editing() === null ? 'Model' : 'Edit model')
  return (
    <main class="page catalog" classList={{ 'with-detail': aside() }} aria-label="Models">
      <header class="catalog-head">
        <h2 class="page-title">Models</h2>
        <span class="catalog-context">
          Cache and arithmetic at{' '}
          <InlineNumber
            label="Tokens of context"
            value={props.models.contextTokens()}
            onChange={props.models.setContextTokens}
          />{' '}
          tokens of context
        </span>
        <CompareButtons
          count={table.compared().length}
          comparing={comparing()}
          onCompare={() => setComparing(true)}
          onNone={() => table.compareNothing()}
        />
        <DeletedEntries
          changes={catalog.deleted('models')}
          name={(entry) => modelName(entry as ModelEntry)}
          onRestore={(change) => void catalog.restore(change)}
        />
        <button
          type="button"
          class="button"
          title="A Hugging Face config.json; it can be dropped on this page too"
          onClick={() => void config.open()}
        >
          Import config.json…
        </button>
      </header>
      <Show
        when={comparing()}
        fallback={
          <div class="catalog-list">
            <TableTools table={table} what="models" />
            <EntryGrid label="Models" table={table} />
          </div>
        }
      >
        <Comparison
          rows={table.compared()}
          name={modelRowName}
          figures={comparedModelFigures(props.models.factsOf)}
          onBack={() => setComparing(false)}
        />
      </Show>
      <Show when={aside()}>
        <aside class="detail" aria-label={label()}>
          <Switch>
            <Match when={config.fileName()} keyed>
              <ConfigImport models={props.models} />
            </Match>
            <Match when={draft.editing()} keyed>
              <ModelEditor models={props.models} />
            </Match>
            <Match when={table.selected()}>{(row) => <ModelDetail models={props.models} row={row()} />}</Match>
          </Switch>
        </aside>
      </Show>
    </main>
  )
}
