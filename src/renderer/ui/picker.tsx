import { Combobox } from '@kobalte/core/combobox'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { Show, type JSX } from 'solid-js'
import { FieldMark } from './field-mark.tsx'

export interface PickerOption {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly disabled: boolean
}

export interface PickerGroup {
  readonly label: string
  readonly options: readonly PickerOption[]
}

/** A choice of many, found by typing. */
export function Picker(props: {
  readonly label: string
  readonly groups: readonly PickerGroup[]
  readonly value: string
  readonly onChange: (id: string) => void
}): JSX.Element {
  const chosen = () => props.groups.flatMap((group) => group.options).find((option) => option.id === props.value)
  return (
    <Combobox<PickerOption, PickerGroup>
      class="field"
      options={[...props.groups]}
      optionValue="id"
      optionTextValue="label"
      optionLabel="label"
      optionDisabled="disabled"
      optionGroupChildren="options"
      value={chosen() ?? { id: props.value, label: props.value, note: '', disabled: false }}
      onChange={(option: PickerOption | null) => {
        if (option !== null && option.id !== props.value) props.onChange(option.id)
      }}
      defaultFilter="contains"
      placement="bottom-start"
      itemComponent={(item) => (
        <Combobox.Item item={item.item} class="option">
          <Combobox.ItemLabel class="option-label">{item.item.rawValue.label}</Combobox.ItemLabel>
          <Show when={item.item.rawValue.note}>
            <span class="option-note">{item.item.rawValue.note}</span>
          </Show>
        </Combobox.Item>
      )}
      sectionComponent={(section) => (
        <Combobox.Section class="option-group">{section.section.rawValue.label}</Combobox.Section>
      )}
    >
      <Combobox.Label class="field-label">{props.label}</Combobox.Label>
      <FieldMark label={props.label} />
      <Combobox.Control class="control">
        <Combobox.Input class="control-input" onFocus={(event) => event.currentTarget.select()} />
        <Combobox.Trigger class="control-button" aria-label="Show all">
          <ChevronDown size={14} aria-hidden="true" />
        </Combobox.Trigger>
      </Combobox.Control>
      <Combobox.Portal>
        <Combobox.Content class="menu options">
          <Combobox.Listbox class="options-list" />
        </Combobox.Content>
      </Combobox.Portal>
    </Combobox>
  )
}
