import { For, Show, type JSX } from 'solid-js'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import type { Versions } from './create-versions.ts'
import { VersionEntry } from './version-entry.tsx'

/** Every version of the open scenario, the newest first, with what each changed. */
export function VersionsDialog(props: { readonly versions: Versions; readonly name: string }): JSX.Element {
  const { versions } = props
  return (
    <DialogFrame title={`Versions of ${props.name}`} class="versions" onClose={versions.close}>
      <ol class="version-list" aria-label="Versions">
        <For each={versions.versions()}>
          {(version, place) => <VersionEntry version={version} isPresent={place() === 0} versions={versions} />}
        </For>
      </ol>
      <footer class="dialog-foot version-foot">
        <Show when={versions.more()}>
          <button type="button" class="button" onClick={() => void versions.showMore()}>
            Show older ones
          </button>
        </Show>
        <span class="quiet">Mark two to see them side by side.</span>
        <button
          type="button"
          class="button primary"
          disabled={versions.marked().size !== 2}
          onClick={() => void versions.compare()}
        >
          Compare the two
        </button>
      </footer>
    </DialogFrame>
  )
}
