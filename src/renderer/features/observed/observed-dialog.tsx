import { createSignal, Show, type JSX } from 'solid-js'
import type { Palette } from '../../../shared/report/palette.ts'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import type { Workspace } from '../workspace/create-workspace.ts'
import type { Observed } from './create-observed.ts'
import { ImportColumns } from './import-columns.tsx'
import { ImportPreview } from './import-preview.tsx'
import { OfferedSets } from './offered-sets.tsx'
import { SetsHere } from './sets-here.tsx'

/** Measured and offered points: those in the comparison, those that come with the app, and a file of one's own. */
export function ObservedDialog(props: {
  readonly observed: Observed
  readonly workspace: Workspace
  readonly names: CatalogNames
  readonly palette: Palette
}): JSX.Element {
  const [dialog, setDialog] = createSignal<HTMLElement>()
  return (
    <DialogFrame
      title={props.observed.importing() === null ? 'Observed points' : `Import ${props.observed.importing()!.fileName}`}
      class="observed-dialog"
      onClose={() => props.observed.close()}
      ref={setDialog}
    >
      <Show
        when={props.observed.importing()}
        fallback={
          <>
            <div class="vary">
              <SetsHere observed={props.observed} palette={props.palette} />
              <OfferedSets observed={props.observed} />
            </div>
            <footer class="dialog-foot">
              <button
                type="button"
                class="button"
                disabled={!props.observed.hasRoom()}
                onClick={() => void props.observed.openCsv()}
              >
                Import CSV…
              </button>
              <button type="button" class="button primary" onClick={() => props.observed.close()}>
                Done
              </button>
            </footer>
          </>
        }
      >
        {(file) => (
          <>
            <div class="vary">
              <ImportColumns file={file()} workspace={props.workspace} names={props.names} mount={dialog()} />
              <ImportPreview file={file()} />
            </div>
            <footer class="dialog-foot">
              <button type="button" class="button" onClick={() => props.observed.leaveImport()}>
                Back
              </button>
              <button
                type="button"
                class="button primary"
                disabled={file().rows().points.length === 0 || file().about().name.trim() === ''}
                onClick={() => props.observed.add(file().set())}
              >
                Add {file().rows().points.length} points
              </button>
            </footer>
          </>
        )}
      </Show>
    </DialogFrame>
  )
}
