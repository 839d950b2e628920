import { createSignal, Show, type JSX } from 'solid-js'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import type { Outputs } from '../outputs/create-outputs.ts'
import { ChipInputs } from './chip-inputs.tsx'
import { ChipResults } from './chip-results.tsx'
import type { ChipDesign } from './create-chip-design.ts'
import { KeepChipDialog } from './keep-chip-dialog.tsx'

/** A chip that does not exist yet: figures of an accelerator by slider, and what they would be worth. */
export function ChipDesignPage(props: {
  readonly design: ChipDesign
  readonly outputs: Outputs
  readonly palette: Palette
  readonly onOpen: (comparison: Scenario) => void
}): JSX.Element {
  const { design } = props
  const [keeping, setKeeping] = createSignal(false)
  return (
    <main class="page chip-design" aria-label="Chip design">
      <header class="chip-head">
        <h2 class="page-title">
          Chip design <span class="quiet">what an accelerator with other figures would be worth</span>
        </h2>
        <button type="button" class="button" disabled={design.changes().length === 0} onClick={() => design.reset()}>
          Reset all figures
        </button>
        <button type="button" class="button" onClick={() => props.onOpen(design.comparison())}>
          Open as comparison
        </button>
        <button type="button" class="button primary" disabled={!design.canBeKept()} onClick={() => setKeeping(true)}>
          Save as my accelerator…
        </button>
      </header>
      <ChipInputs design={design} />
      <ChipResults design={design} outputs={props.outputs} palette={props.palette} />
      <Show when={keeping()}>
        <KeepChipDialog design={design} onClose={() => setKeeping(false)} />
      </Show>
    </main>
  )
}
