import { createSignal, For, Show, type JSX } from 'solid-js'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import { notify } from '../../ui/notices.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FindingsList } from '../catalog/findings-list.tsx'
import type { ChipDesign } from './create-chip-design.ts'

/** Keeps the chip in the catalog, under a name; what of it is not likely is said once more. */
export function KeepChipDialog(props: { readonly design: ChipDesign; readonly onClose: () => void }): JSX.Element {
  const { design } = props
  const [name, setName] = createSignal(design.chipName())
  const keep = async () => {
    if (!(await design.keep(name().trim()))) return
    notify(`“${name().trim()}” is in the catalog of accelerators.`)
    props.onClose()
  }
  return (
    <DialogFrame title="Save as my accelerator" class="narrow" onClose={() => props.onClose()}>
      <form
        class="keep-chip"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <TextField label="Name" value={name()} onChange={setName} />
        <div>
          <p class="field-label">Scaled from {design.originalName()}</p>
          <ul class="keep-chip-changes">
            <For each={design.changes()} fallback={<li>Nothing is changed: it would be a plain copy.</li>}>
              {(change) => <li>{change}</li>}
            </For>
          </ul>
        </div>
        <Show when={design.findings().length > 0}>
          <FindingsList title="Not likely" findings={design.findings()} />
        </Show>
        <div class="form-actions">
          <button type="button" class="button" onClick={() => props.onClose()}>
            Cancel
          </button>
          <button type="submit" class="button primary">
            Save to the catalog
          </button>
        </div>
      </form>
    </DialogFrame>
  )
}
