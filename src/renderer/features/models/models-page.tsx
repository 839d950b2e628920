import { Match, Switch, type JSX } from 'solid-js'
import { modelName, type ModelEntry } from '../../../shared/catalog/model-entry.ts'
import { InlineNumber } from '../../ui/inline-number.tsx'
import type { Outputs } from '../outputs/create-outputs.ts'
import { CatalogPage } from '../catalog/catalog-page.tsx'
import { DeletedEntries } from '../catalog/deleted-entries.tsx'
import { ConfigImport } from './config-import.tsx'
import type { Models } from './create-models.ts'
import { comparedModelFigures, modelRowName } from './model-columns.ts'
import { ModelDetail } from './model-detail.tsx'
import { ModelEditor } from './model-editor.tsx'

/** Every model as a table with derived figures beside the published, one in full, some side by side, and a config.json read. */
export function ModelsPage(props: { readonly models: Models; readonly outputs: Outputs }): JSX.Element {
  const { table, draft, config, catalog, comparing, setComparing } = props.models
  const label = () => {
    const opened = config.opened()
    if (opened !== null) return opened.fileName === null ? 'New model' : 'Import'
    if (draft.editing() !== null) return 'Edit model'
    return table.selected() !== null ? 'Model' : null
  }
  return (
    <CatalogPage
      title="Models"
      what="models"
      table={table}
      outputs={props.outputs}
      name={modelRowName}
      figures={comparedModelFigures(props.models.factsOf)}
      comparing={comparing()}
      onComparing={setComparing}
      context={
        <span class="catalog-context">
          Cache and arithmetic at{' '}
          <InlineNumber
            label="Tokens of context"
            value={props.models.contextTokens()}
            onChange={props.models.setContextTokens}
          />{' '}
          tokens of context
        </span>
      }
      tools={
        <>
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
          <button
            type="button"
            class="button"
            disabled={draft.editing() !== null || config.opened() !== null}
            onClick={() => config.startNew()}
          >
            New model
          </button>
        </>
      }
      asideLabel={label()}
      aside={
        <Switch>
          <Match when={config.opened()} keyed>
            {({ fileName }) => <ConfigImport models={props.models} fileName={fileName} />}
          </Match>
          <Match when={draft.editing()} keyed>
            <ModelEditor models={props.models} />
          </Match>
          <Match when={table.selected()}>{(row) => <ModelDetail models={props.models} row={row()} />}</Match>
        </Switch>
      }
    />
  )
}
