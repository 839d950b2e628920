import { createMemo, For, Show, type JSX } from 'solid-js'
import type { ArchivePreview } from '../../../shared/contract/archive-calls.ts'
import { grouped } from '../../../shared/report/format.ts'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import type { Archive } from './create-archive.ts'
import { Differences } from './differences.tsx'

/** As many names as are read; the rest is counted. */
const SHOWN = 100

/** Names under their number, or nothing. */
function Names(props: {
  readonly title: string
  readonly names: readonly string[]
  readonly warn?: boolean
}): JSX.Element {
  return (
    <Show when={props.names.length > 0}>
      <h3 class="section-label">
        {grouped(props.names.length)} {props.title}
      </h3>
      <ul class="archive-names" classList={{ warn: props.warn === true }} aria-label={props.title}>
        <For each={props.names.slice(0, SHOWN)}>{(name) => <li>{name}</li>}</For>
      </ul>
      <Show when={props.names.length > SHOWN}>
        <p class="field-note">and {grouped(props.names.length - SHOWN)} more</p>
      </Show>
    </Show>
  )
}

/** What a library's file holds, and what becomes of that which differs; nothing is stored before "Import". */
export function ArchiveDialog(props: { readonly archive: Archive; readonly preview: ArchivePreview }): JSX.Element {
  const { archive } = props
  const added = createMemo(() => [
    ...props.preview.scenarios
      .filter(({ state }) => state === 'new')
      .map(({ name, folder, inBin }) => [...folder, name].join(' / ') + (inBin ? ' (in the bin)' : '')),
    ...props.preview.entries.filter(({ state }) => state === 'new').map(({ name }) => `${name} (catalog)`),
  ])
  const same = () =>
    [...props.preview.scenarios, ...props.preview.entries].filter(({ state }) => state === 'same').length
  const nothing = () => added().length === 0 && archive.differing().length === 0
  return (
    <DialogFrame title={`Import ${props.preview.fileName}`} class="archive-dialog" onClose={archive.close}>
      <div class="vary">
        <Differences archive={archive} preview={props.preview} />
        <section class="vary-preview" aria-label="In the file" tabindex="0">
          <Names title="new" names={added()} />
          <Show when={same() > 0}>
            <p class="quiet" data-testid="archive-same">
              {grouped(same())} here already, the same.
            </p>
          </Show>
          <Names title="left out" names={props.preview.leftOut} warn />
          <Show when={nothing() || added().length + same() + props.preview.leftOut.length === 0}>
            <p class="quiet">{nothing() ? 'There is nothing to import.' : 'There is nothing else in the file.'}</p>
          </Show>
        </section>
      </div>
      <footer class="dialog-foot">
        <span class="quiet archive-promise">A backup of your library is made first.</span>
        <button type="button" class="button" onClick={archive.close}>
          Cancel
        </button>
        <button
          type="button"
          class="button primary"
          disabled={nothing() || archive.busy()}
          onClick={() => void archive.importAll()}
        >
          {archive.busy() ? 'Importing…' : 'Import'}
        </button>
      </footer>
    </DialogFrame>
  )
}
