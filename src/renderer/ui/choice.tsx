import { Select } from '@kobalte/core/select'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { Show, type JSX } from 'solid-js'

export interface ChoiceOption {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly disabled?: boolean
}

/** A choice of some, in one line with its name; opens as a list. */
export function Choice(props: {
  readonly label: string
  readonly options: readonly ChoiceOption[]
  readonly value: string
  /** The option that stands for no choice: it is told, and not shown. */
  readonly unset?: string
  /** Where the list opens: inside a dialog, which hides the rest of the page from screen readers. */
  readonly mount?: Node | undefined
  readonly onChange: (id: string) => void
}): JSX.Element {
  const chosen = () => props.options.find(({ id }) => id === props.value) ?? props.options[0]!
  return (
    <Select<ChoiceOption>
      class="choice"
      options={[...props.options]}
      optionValue="id"
      optionTextValue="label"
      optionDisabled="disabled"
      value={chosen()}
      disallowEmptySelection
      onChange={(option) => {
        if (option !== null && option.id !== props.value) props.onChange(option.id)
      }}
      placement="bottom-start"
      gutter={4}
      itemComponent={(item) => (
        <Select.Item item={item.item} class="option">
          <Select.ItemLabel class="option-label">{item.item.rawValue.label}</Select.ItemLabel>
          <Show when={item.item.rawValue.note}>
            <span class="option-note">{item.item.rawValue.note}</span>
          </Show>
        </Select.Item>
      )}
    >
      <Select.Label class="choice-label">{props.label}</Select.Label>
      <Select.Trigger class="choice-trigger">
        <Select.Value<ChoiceOption> class={props.value === props.unset ? 'for-screen-readers' : 'choice-value'}>
          {(state) => state.selectedOption().label}
        </Select.Value>
        <Select.Icon class="choice-icon">
          <ChevronDown size={13} aria-hidden="true" />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal {...(props.mount === undefined ? {} : { mount: props.mount })}>
        <Select.Content class="menu options choice-options">
          <Select.Listbox class="options-list" />
        </Select.Content>
      </Select.Portal>
    </Select>
  )
}
