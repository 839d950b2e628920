import { Match, Switch, type JSX } from 'solid-js'
import type { AcceleratorEntry } from '../../../shared/catalog/accelerator-entry.ts'
import type { Outputs } from '../outputs/create-outputs.ts'
import { CatalogPage } from '../catalog/catalog-page.tsx'
import { DeletedEntries } from '../catalog/deleted-entries.tsx'
import { acceleratorRowName, COMPARED_FIGURES } from './accelerator-columns.ts'
import { AcceleratorDetail } from './accelerator-detail.tsx'
import { AcceleratorEditor } from './accelerator-editor.tsx'
import type { Accelerators } from './create-accelerators.ts'

/** Every accelerator as a table, one of them in full, two to four side by side, and the form of the person's own. */
export function AcceleratorsPage(props: {
  readonly accelerators: Accelerators
  readonly outputs: Outputs
}): JSX.Element {
  const { table, draft, catalog, comparing, setComparing, startNew } = props.accelerators
  const label = () => (draft.editing() !== null ? 'Edit accelerator' : table.selected() !== null ? 'Accelerator' : null)
  return (
    <CatalogPage
      title="Accelerators"
      what="accelerators"
      table={table}
      outputs={props.outputs}
      name={acceleratorRowName}
      figures={COMPARED_FIGURES}
      comparing={comparing()}
      onComparing={setComparing}
      tools={
        <>
          <DeletedEntries
            changes={catalog.deleted('accelerators')}
            name={(entry) => acceleratorRowName({ entry: entry as AcceleratorEntry })}
            onRestore={(change) => void catalog.restore(change)}
          />
          <button type="button" class="button" disabled={draft.editing() !== null} onClick={() => startNew()}>
            New accelerator
          </button>
        </>
      }
      asideLabel={label()}
      aside={
        <Switch>
          <Match when={draft.editing()} keyed>
            <AcceleratorEditor accelerators={props.accelerators} />
          </Match>
          <Match when={table.selected()}>
            {(row) => <AcceleratorDetail accelerators={props.accelerators} row={row()} />}
          </Match>
        </Switch>
      }
    />
  )
}
