import { For, Show, type JSX } from 'solid-js'
import { CHIP_KNOBS } from '../../../shared/catalog/chip-knobs.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Picker } from '../../ui/picker.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FindingsList } from '../catalog/findings-list.tsx'
import { positive } from '../series-editor/number-problems.ts'
import { PaperFormats } from '../series-editor/paper-formats.tsx'
import { ContextField } from '../series-editor/prompt-fields.tsx'
import { RulesField } from '../series-editor/rules-field.tsx'
import { StandardFormats } from '../series-editor/standard-formats.tsx'
import { ChipKnobField } from './chip-knob-field.tsx'
import type { ChipDesign } from './create-chip-design.ts'

/** What a chip begins with, its figures, and for what it is looked at. */
export function ChipInputs(props: { readonly design: ChipDesign }): JSX.Element {
  const { design } = props
  const part = () => ({ series: design.series(), names: design.names(), onChange: design.change })
  return (
    <form class="editor chip-inputs" aria-label="Figures of the chip" onSubmit={(event) => event.preventDefault()}>
      <Picker
        label="Begin with"
        groups={design.names().acceleratorGroups[design.series().rules]}
        value={design.series().accelerator}
        onChange={(accelerator) => design.change({ accelerator })}
      />
      <TextField label="Name of the chip" value={design.chipName()} onChange={design.setChipName} />
      <Show when={design.needsPrice()}>
        <NumberField
          label={`Price of ${design.originalName()}`}
          unit="USD per hour"
          value={design.price()}
          placeholder="needed"
          problem={positive('the catalog has no price for it; give one')}
          onChange={design.setPrice}
        />
      </Show>
      <p class="section-label">Figures</p>
      <For each={CHIP_KNOBS}>{(knob) => <ChipKnobField design={design} knob={knob} />}</For>
      <FindingsList title="Cannot be" findings={design.findings().filter(({ severity }) => severity === 'error')} />
      <FindingsList title="Not likely" findings={design.findings().filter(({ severity }) => severity === 'warning')} />
      <p class="section-label">Looked at for</p>
      <Picker
        label="Model"
        groups={design.names().modelGroups[design.series().rules]}
        value={design.series().model}
        onChange={(model) => design.change({ model, weightBits: null, activationBits: null })}
      />
      <RulesField {...part()} />
      <Show when={design.series().rules === 'standard'} fallback={<PaperFormats {...part()} />}>
        <StandardFormats {...part()} />
      </Show>
      <ContextField {...part()} middle={null} />
    </form>
  )
}
