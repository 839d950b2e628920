import { Dialog } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { For, Show, type JSX } from 'solid-js'
import type { Versions } from './create-versions.ts'
import { VersionEntry } from './version-entry.tsx'

/** Every version of the open scenario, the newest first, with what each changed. */
export function VersionsDialog(props: { readonly versions: Versions; readonly name: string }): JSX.Element {
  const { versions } = props
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) versions.close()
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay class="dialog-overlay" />
        <Dialog.Content class="dialog versions">
          <header class="dialog-head">
            <Dialog.Title class="dialog-title">Versions of {props.name}</Dialog.Title>
            <Dialog.CloseButton class="icon-button" aria-label="Close">
              <X size={15} aria-hidden="true" />
            </Dialog.CloseButton>
          </header>
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
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  )
}
