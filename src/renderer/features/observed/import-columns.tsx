import { For, type JSX } from 'solid-js'
import { OBSERVED_COLUMNS } from '../../../shared/observed/observed-csv.ts'
import { Choice } from '../../ui/choice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import type { Workspace } from '../workspace/create-workspace.ts'
import type { Import } from './create-import.ts'

const NONE = 'none'

/** Which column of a file holds what, and what the points are of. */
export function ImportColumns(props: {
  readonly file: Import
  readonly workspace: Workspace
  readonly names: CatalogNames
  readonly mount: HTMLElement | undefined
}): JSX.Element {
  const columns = () => [
    { id: NONE, label: 'not in the file' },
    ...props.file.header.map((name, at) => ({ id: String(at), label: name === '' ? `Column ${at + 1}` : name })),
  ]
  const among = (field: 'model' | 'accelerator') => [
    { id: NONE, label: 'not known' },
    ...[...new Set(props.workspace.document.keyed().map(({ series }) => series[field]))].map((id) => ({
      id,
      label: props.names[field](id),
    })),
  ]
  return (
    <section class="vary-inputs" aria-label="Columns">
      <h3 class="section-label">What the columns hold</h3>
      <For each={OBSERVED_COLUMNS}>
        {({ id, label }) => (
          <Choice
            label={label}
            options={columns()}
            value={String(props.file.mapping()[id] ?? NONE)}
            mount={props.mount}
            onChange={(at) => props.file.map(id, at === NONE ? null : Number(at))}
          />
        )}
      </For>
      <h3 class="section-label">What the points are</h3>
      <TextField
        label="Name of the set"
        value={props.file.about().name}
        onChange={(name) => props.file.say({ name })}
      />
      <TextField
        label="Source"
        value={props.file.about().source}
        mayBeEmpty
        onChange={(source) => props.file.say({ source })}
      />
      <TextField
        label="Date"
        value={props.file.about().date}
        mayBeEmpty
        onChange={(date) => props.file.say({ date })}
      />
      <Choice
        label="Model"
        options={among('model')}
        value={props.file.about().model ?? NONE}
        mount={props.mount}
        onChange={(id) => props.file.say({ model: id === NONE ? null : id })}
      />
      <Choice
        label="Accelerator"
        options={among('accelerator')}
        value={props.file.about().accelerator ?? NONE}
        mount={props.mount}
        onChange={(id) => props.file.say({ accelerator: id === NONE ? null : id })}
      />
      <NumberField
        label="Price of points without a cost"
        unit="USD per GPU-hour"
        value={props.file.about().usdPerGpuHour}
        problem={(value) => (value === null || value > 0 ? null : 'a price above 0, or none')}
        placeholder="of the comparison"
        onChange={(usdPerGpuHour) => props.file.say({ usdPerGpuHour })}
      />
    </section>
  )
}
